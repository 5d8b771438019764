package org.kepu.people;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By what rule hours count where: that of the nearest division that has one, or the one that comes with the program. */
@Service
@PublicKnowledge("by what rule hours count is told to everybody who serves")
public class ServiceRules {

    private final JdbcClient database;
    private final Regions regions;
    private final ServiceTerms terms;
    private final Trail trail;
    private final Clock clock;

    ServiceRules(JdbcClient database, Regions regions, ServiceTerms terms, Trail trail, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.terms = terms;
        this.trail = trail;
        this.clock = clock;
    }

    public ServiceRule of(RegionCode region) {
        var way = regions.pathTo(region).reversed().stream().map(Region::code).toList();
        return database.sql("""
                        select day_cap, month_flag, speed_flag, close_after, points, point_hours, version from people.rule
                        where region = any(:way) order by array_position(:way, region) limit 1
                        """)
                .param("way", way.stream().map(RegionCode::value).toArray(String[]::new))
                .query(ServiceRule.class)
                .optional()
                .orElseGet(terms::rule);
    }

    /** A division's own rule. */
    public record Own(String region, String name, ServiceRule rule) {}

    /** The rules of the divisions for which the reader answers, own or from above. */
    @Transactional(readOnly = true)
    public List<Own> own(Scope scope) {
        scope.demands(Right.RUN_LEDGER);
        return scope.regions().stream()
                .sorted()
                .flatMap(code -> regions.find(code).stream())
                .map(region -> new Own(region.code().value(), region.name(), of(region.code())))
                .toList();
    }

    /**
     * From now on this rule holds in the division; says no if somebody else has changed it meanwhile. What has been counted
     * stays as it was counted.
     *
     * @param rule with the version that was read
     * @throws NotFound if the division is out of reach
     */
    @Transactional
    public boolean keep(Scope scope, RegionCode region, ServiceRule rule) {
        scope.demands(Right.RUN_LEDGER);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        database.sql("select pg_advisory_xact_lock(hashtextextended('people.rule ' || :region, 0))::text")
                .param("region", region.value())
                .query(row -> {});
        var before = of(region);
        if (before.version() != rule.version()) {
            return false;
        }
        database.sql("""
                        insert into people.rule (region, day_cap, month_flag, speed_flag, close_after, points, point_hours, version, kept_at, kept_by)
                        values (:region, :cap, :month, :speed, :close, :points, :hours, :version, :now, :by)
                        on conflict on constraint rule_pk do update
                        set day_cap = excluded.day_cap, month_flag = excluded.month_flag, speed_flag = excluded.speed_flag,
                            close_after = excluded.close_after, points = excluded.points, point_hours = excluded.point_hours,
                            version = excluded.version, kept_at = excluded.kept_at, kept_by = excluded.kept_by
                        """)
                .param("region", region.value())
                .param("cap", rule.dayCap())
                .param("month", rule.monthFlag())
                .param("speed", rule.speedFlag())
                .param("close", rule.closeAfter())
                .param("points", rule.points())
                .param("hours", rule.pointHours())
                .param("version", before.version() + 1)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        trail.record(
                scope.actor(),
                Act.of("people.act.rule", "rule", region, regions.get(region).name())
                        .in(region)
                        .changed("people.rule.day-cap", before.dayCap(), rule.dayCap())
                        .changed("people.rule.month-flag", before.monthFlag(), rule.monthFlag())
                        .changed("people.rule.speed-flag", before.speedFlag(), rule.speedFlag())
                        .changed("people.rule.close-after", before.closeAfter(), rule.closeAfter())
                        .changed("people.rule.points", before.points(), rule.points())
                        .changed("people.rule.point-hours", before.pointHours(), rule.pointHours()));
        return true;
    }
}
