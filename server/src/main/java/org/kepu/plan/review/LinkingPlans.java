package org.kepu.plan.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.plan.levels.ComparingTargets;
import org.kepu.plan.levels.ConfirmedPlans;
import org.kepu.plandoc.PlanComparer;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Compares a plan that has just come into force with its upper plan and its lower plans, and keeps what matches. */
@Service
class LinkingPlans {

    private final Plans plans;
    private final Regions regions;
    private final ConfirmedPlans confirmed;
    private final ComparingTargets targets;
    private final JdbcTemplate database;
    private final Clock clock;
    private final PlanComparer comparer = new PlanComparer();

    LinkingPlans(
            Plans plans,
            Regions regions,
            ConfirmedPlans confirmed,
            ComparingTargets targets,
            JdbcTemplate database,
            Clock clock) {
        this.plans = plans;
        this.regions = regions;
        this.confirmed = confirmed;
        this.targets = targets;
        this.database = database;
        this.clock = clock;
    }

    void link(PlanId id) {
        var plan = plans.find(id).orElseThrow();
        var above = regions.pathTo(plan.region()).stream().map(Region::code).toList();
        var others = plans.aboveAndBelow(plan, above, LocalDate.now(clock));
        above(plan, others).ifPresent(upper -> compare(upper.id(), id));
        for (var other : others) {
            var between =
                    others.stream().filter(p -> !p.id().equals(other.id())).toList();
            if (above(other, plus(between, plan)).filter(p -> p.id().equals(id)).isPresent()) {
                unlink(other.id());
                compare(id, other.id());
            }
        }
    }

    private static List<Plan> plus(List<Plan> plans, Plan plan) {
        return Stream.concat(plans.stream(), Stream.of(plan)).toList();
    }

    /** The plan of the nearest level above that has one. */
    private Optional<Plan> above(Plan plan, List<Plan> others) {
        return regions.pathTo(plan.region()).reversed().stream()
                .map(Region::code)
                .filter(code -> !code.equals(plan.region()))
                .flatMap(code -> others.stream().filter(other -> other.region().equals(code)))
                .findFirst();
    }

    /** A plan that was linked past a level which had none lets go once that level has one; what people have settled stays. */
    private void unlink(PlanId lower) {
        database.update("""
                delete from plan.link using plan.measure
                 where measure.id = link.lower_measure and measure.plan_id = ? and link.state = 'PROPOSED'
                """, lower.value());
        database.update("delete from plan.target_change where lower_plan = ?", lower.value());
    }

    private void compare(PlanId upper, PlanId lower) {
        var comparison = comparer.compare(confirmed.structure(upper), confirmed.structure(lower));
        var above = confirmed.measures(upper);
        var below = confirmed.measures(lower);
        database.batchUpdate(
                """
                insert into plan.link (upper_measure, lower_measure, kind, score) values (?, ?, ?, ?)
                on conflict do nothing
                """,
                comparison.links().stream()
                        .map(link -> new Object[] {
                            above.get(link.upper()),
                            below.get(link.lower()),
                            link.kind().name(),
                            Math.clamp(link.score(), 0, 1)
                        })
                        .toList());
        targets.compare(upper, lower);
    }
}
