package org.kepu.order;

import java.util.List;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How orders go in each division: as the nearest division above says that says anything, or as usual. */
@Service
public class Rules {

    private final JdbcClient database;
    private final Regions regions;
    private final Trail trail;

    Rules(JdbcClient database, Regions regions, Trail trail) {
        this.database = database;
        this.regions = regions;
        this.trail = trail;
    }

    /** What holds in a division. */
    public Rule in(RegionCode region) {
        return along(regions.pathTo(region).stream().map(Region::code).toList());
    }

    /** What holds in a division, for its clerks. */
    public Rule in(Scope scope, RegionCode region) {
        scope.demands(Right.DISPATCH_ORDERS);
        return in(region);
    }

    /** What holds at the end of a way from the top down. */
    Rule along(List<RegionCode> way) {
        return database.sql("""
                        select rule.* from unnest(:way::text[]) with ordinality as step (code, depth)
                             join orders.rule on rule.region = step.code
                        order by depth desc limit 1
                        """)
                .param("way", way.stream().map(RegionCode::value).toArray(String[]::new))
                .query((row, number) -> new Rule(
                        new RegionCode(row.getString("region")),
                        row.getBoolean("claims"),
                        new Rule.Days(
                                row.getInt("accept_days"),
                                row.getInt("dispatch_days"),
                                row.getInt("claim_days"),
                                row.getInt("take_days"),
                                row.getInt("schedule_days"),
                                row.getInt("serve_days"),
                                row.getInt("confirm_days"),
                                row.getInt("close_days")),
                        new Rule.Weights(
                                row.getInt("subject_weight"),
                                row.getInt("near_weight"),
                                row.getInt("load_weight"),
                                row.getInt("rating_weight"),
                                row.getInt("turn_weight")),
                        row.getInt("version")))
                .optional()
                .orElse(Rule.USUAL);
    }

    /**
     * Sets it for a division and those below that have none of their own; says no if somebody else has set it meanwhile.
     *
     * @param rule with the version that was read: 0 if the division had none
     * @throws NotFound if the division is not within reach
     */
    @Transactional
    public boolean set(Scope scope, RegionCode region, Rule rule) {
        scope.demands(Right.DISPATCH_ORDERS);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        if (!write(region, rule)) {
            return false;
        }
        trail.record(
                scope.actor(),
                Act.of(
                                "order.act.rule-set",
                                "order-rule",
                                region,
                                regions.get(region).name())
                        .in(region)
                        .changed("order.rule.claims", null, rule.claims())
                        .changed("order.rule.days", null, rule.days())
                        .changed("order.rule.weights", null, rule.weights()));
        return true;
    }

    private boolean write(RegionCode region, Rule rule) {
        var days = rule.days();
        var weights = rule.weights();
        return database.sql(rule.version() == 0 ? """
                            insert into orders.rule values (:region, :claims, :accept, :dispatch, :claim, :take, :schedule, :serve,
                                :confirm, :close, :subject, :near, :load, :rating, :turn, 1)
                            on conflict do nothing
                            """ : """
                            update orders.rule set claims = :claims, accept_days = :accept, dispatch_days = :dispatch, claim_days = :claim,
                                take_days = :take, schedule_days = :schedule, serve_days = :serve,
                                confirm_days = :confirm, close_days = :close, subject_weight = :subject, near_weight = :near, load_weight = :load, rating_weight = :rating, turn_weight = :turn,
                                version = version + 1
                            where region = :region and version = :version
                            """)
                        .param("region", region.value())
                        .param("claims", rule.claims())
                        .param("accept", days.accept())
                        .param("dispatch", days.dispatch())
                        .param("claim", days.claim())
                        .param("take", days.take())
                        .param("schedule", days.schedule())
                        .param("serve", days.serve())
                        .param("confirm", days.confirm())
                        .param("close", days.close())
                        .param("subject", weights.subject())
                        .param("near", weights.near())
                        .param("load", weights.load())
                        .param("rating", weights.rating())
                        .param("turn", weights.turn())
                        .param("version", rule.version())
                        .update()
                == 1;
    }
}
