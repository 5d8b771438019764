package org.kepu.activity.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.Rows;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ways that divisions have set. The nearest counts; where none is set nothing is asked. */
@Service
@PublicKnowledge("how an office works is no secret")
public class Paths {

    private final JdbcClient database;
    private final Regions regions;
    private final Trail trail;
    private final Clock clock;

    Paths(JdbcClient database, Regions regions, Trail trail, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What this very division has set. */
    public Optional<Path> of(RegionCode region) {
        return nearest(List.of(region));
    }

    /** What counts in a division: its own way or that of the nearest above it. */
    public Optional<Path> holdingIn(RegionCode region) {
        return nearest(
                regions.pathTo(region).reversed().stream().map(Region::code).toList());
    }

    private Optional<Path> nearest(List<RegionCode> way) {
        return database.sql("""
                        select path.region, path.version
                        from unnest(:way::text[]) with ordinality as above (region, place) join activity.approval_path path using (region)
                        order by place limit 1
                        """)
                .param("way", way.stream().map(RegionCode::value).toArray(String[]::new))
                .query((row, number) ->
                        new Path(new RegionCode(row.getString("region")), row.getInt("version"), List.of()))
                .optional()
                .map(path -> new Path(path.region(), path.version(), steps(path.region())));
    }

    private List<Step> steps(RegionCode region) {
        return database.sql(
                        "select level, body from activity.approval_path_step where region = :region order by position")
                .param("region", region.value())
                .query(Paths::step)
                .list();
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        var level = row.getString("level");
        return level == null
                ? Step.body(new BodyId(row.getObject("body", UUID.class)))
                : Step.office(RegionLevel.valueOf(level));
    }

    /**
     * Sets the way of a division; says no if somebody else did meanwhile.
     *
     * @param version of what was read; 0 if nothing was set
     */
    @Transactional
    public boolean set(Scope scope, RegionCode region, int version, List<Step> steps) {
        demand(scope, region);
        int written = version == 0
                ? database.sql("""
                        insert into activity.approval_path (region, version, changed_at, changed_by) values (:region, 1, :now, :by)
                        on conflict do nothing
                        """)
                        .param("region", region.value())
                        .param("now", Rows.at(clock.instant()))
                        .param("by", scope.actor().account())
                        .update()
                : database.sql("""
                        update activity.approval_path set version = version + 1, changed_at = :now, changed_by = :by
                        where region = :region and version = :version
                        """)
                        .param("region", region.value())
                        .param("version", version)
                        .param("now", Rows.at(clock.instant()))
                        .param("by", scope.actor().account())
                        .update();
        if (written == 0) {
            return false;
        }
        clear(region);
        for (int i = 0; i < steps.size(); i++) {
            var level = steps.get(i).level();
            var body = steps.get(i).body();
            database.sql("""
                            insert into activity.approval_path_step (region, position, level, body)
                            values (:region, :position, :level::text, :body::uuid)
                            """)
                    .param("region", region.value())
                    .param("position", i + 1)
                    .param("level", level == null ? null : level.name())
                    .param("body", body == null ? null : body.value())
                    .update();
        }
        record(scope, region, "planning.act.path-set", steps.size());
        return true;
    }

    /** From now on what is set above counts here. What is asked already goes the way on which it was sent. */
    @Transactional
    public boolean drop(Scope scope, RegionCode region, int version) {
        demand(scope, region);
        int dropped = database.sql("delete from activity.approval_path where region = :region and version = :version")
                .param("region", region.value())
                .param("version", version)
                .update();
        if (dropped == 1) {
            record(scope, region, "planning.act.path-dropped", 0);
        }
        return dropped == 1 || of(region).isEmpty();
    }

    private void clear(RegionCode region) {
        database.sql("delete from activity.approval_path_step where region = :region")
                .param("region", region.value())
                .update();
    }

    private void demand(Scope scope, RegionCode region) {
        if (!regions.reaches(scope.demands(Right.RUN_LEDGER), region)) {
            throw new NotFound();
        }
    }

    private void record(Scope scope, RegionCode region, String key, int steps) {
        trail.record(
                scope.actor(),
                Act.of(key, "approval-path", region, region.value())
                        .in(region)
                        .changed("planning.path.steps", null, steps));
    }
}
