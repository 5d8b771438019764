package org.kepu.plan.levels;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.plan.MeasureId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets people settle what the comparison proposes: confirm a link, take it away, or make one that it did not see. Whoever
 * keeps the lower plan may, and whoever keeps a division above it.
 */
@Service
class EditingLinks {

    private final JdbcClient database;
    private final ComparingTargets targets;
    private final Trail trail;
    private final Clock clock;

    EditingLinks(JdbcClient database, ComparingTargets targets, Trail trail, Clock clock) {
        this.database = database;
        this.targets = targets;
        this.trail = trail;
        this.clock = clock;
    }

    /** What may be done to a link. */
    enum Deed {
        CONFIRM("levels.act.confirmed"),
        REMOVE("levels.act.removed"),
        ADD("levels.act.added");

        final String act;

        Deed(String act) {
            this.act = act;
        }
    }

    private record Ends(PlanId upperPlan, String upper, PlanId lowerPlan, String lower, RegionCode region) {}

    /**
     * Does it, unless it is done already.
     *
     * @return whether something changed
     * @throws NotFound if the lower measure is not within reach, or the two plans do not stand above each other
     */
    @Transactional
    boolean settle(Scope scope, Deed deed, MeasureId upper, MeasureId lower) {
        scope.demands(Right.REVIEW_PLANS);
        var ends = ends(scope, upper, lower).orElseThrow(NotFound::new);
        var changed = switch (deed) {
            case CONFIRM -> move(scope, upper, lower, "CONFIRMED", "state = 'PROPOSED'");
            case REMOVE -> move(scope, upper, lower, "REMOVED", "state <> 'REMOVED'");
            case ADD -> add(scope, upper, lower);
        };
        if (changed) {
            targets.compare(ends.upperPlan(), ends.lowerPlan());
            trail.record(
                    scope.actor(),
                    Act.of(deed.act, "plan", ends.lowerPlan(), ends.lower())
                            .in(ends.region())
                            .changed("levels.upper", null, ends.upper()));
        }
        return changed;
    }

    private boolean move(Scope scope, MeasureId upper, MeasureId lower, String to, String from) {
        return database.sql("""
                update plan.link set state = :to, settled_at = :at, settled_by = :by
                 where upper_measure = :upper and lower_measure = :lower and %s
                """.formatted(from))
                        .param("to", to)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("by", scope.actor().account())
                        .param("upper", upper.value())
                        .param("lower", lower.value())
                        .update()
                == 1;
    }

    private boolean add(Scope scope, MeasureId upper, MeasureId lower) {
        return database.sql("""
                insert into plan.link (upper_measure, lower_measure, kind, score, state, origin, settled_at, settled_by)
                values (:upper, :lower, 'CHANGED', 1, 'CONFIRMED', 'BY_HAND', :at, :by)
                on conflict (upper_measure, lower_measure) do update
                   set state = 'CONFIRMED', settled_at = excluded.settled_at, settled_by = excluded.settled_by
                 where link.state <> 'CONFIRMED'
                """)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("by", scope.actor().account())
                        .param("upper", upper.value())
                        .param("lower", lower.value())
                        .update()
                == 1;
    }

    private Optional<Ends> ends(Scope scope, MeasureId upper, MeasureId lower) {
        return database.sql("""
                select upper_plan.id as upper_plan, above.title as upper, lower_plan.id as lower_plan, below.title as lower,
                       lower_plan.region_code
                  from plan.measure above join plan.plan upper_plan on upper_plan.id = above.plan_id,
                       plan.measure below join plan.plan lower_plan on lower_plan.id = below.plan_id
                 where above.id = :upper and below.id = :lower
                   and lower_plan.region_code <> upper_plan.region_code
                   and lower_plan.region_code in (select region.reach(array[upper_plan.region_code]::text[], :scopeDay))
                   and (lower_plan.region_code in (select region.reach(:scopeRegions, :scopeDay))
                        or lower_plan.id = any (:scopePlans))
                """)
                .param("upper", upper.value())
                .param("lower", lower.value())
                .params(scope.parameters())
                .query((row, i) -> new Ends(
                        new PlanId(row.getObject("upper_plan", UUID.class)),
                        row.getString("upper"),
                        new PlanId(row.getObject("lower_plan", UUID.class)),
                        row.getString("lower"),
                        new RegionCode(row.getString("region_code"))))
                .optional();
    }
}
