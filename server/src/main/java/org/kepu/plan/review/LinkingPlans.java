package org.kepu.plan.review;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
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
    private final Drafts drafts;
    private final Regions regions;
    private final JdbcTemplate database;
    private final PlanComparer comparer = new PlanComparer();

    LinkingPlans(Plans plans, Drafts drafts, Regions regions, JdbcTemplate database) {
        this.plans = plans;
        this.drafts = drafts;
        this.regions = regions;
        this.database = database;
    }

    void link(PlanId id) {
        var plan = plans.find(id).orElseThrow();
        var others = plans.all().stream()
                .map(PlanSummary::plan)
                .filter(other -> !other.id().equals(id) && overlap(plan, other))
                .toList();
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

    private static boolean overlap(Plan one, Plan other) {
        return one.periodFrom() <= other.periodTo() && other.periodFrom() <= one.periodTo();
    }

    /** The plan of the nearest level above that has one. */
    private Optional<Plan> above(Plan plan, List<Plan> others) {
        return regions.pathTo(plan.region()).reversed().stream()
                .map(Region::code)
                .filter(code -> !code.equals(plan.region()))
                .flatMap(code -> others.stream().filter(other -> other.region().equals(code)))
                .findFirst();
    }

    /** A plan that was linked past a level which had none lets go once that level has one. */
    private void unlink(PlanId lower) {
        database.update("""
                delete from plan.link using plan.measure
                 where measure.id = link.lower_measure and measure.plan_id = ?
                """, lower.value());
    }

    private void compare(PlanId upper, PlanId lower) {
        var comparison = comparer.compare(drafts.confirmed(upper), drafts.confirmed(lower));
        var above = measures(upper);
        var below = measures(lower);
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
    }

    /** Measures by their place as the comparison names it, as in {@code ACTION/1/2}. */
    private Map<String, UUID> measures(PlanId plan) {
        return plans.structure(plan).programmes().stream()
                .flatMap(programme -> programme.measures().stream()
                        .map(measure -> Map.entry(
                                programme.kind() + "/" + programme.ordinal() + "/" + measure.ordinal(),
                                measure.id().value())))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
