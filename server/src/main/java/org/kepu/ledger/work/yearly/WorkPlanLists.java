package org.kepu.ledger.work.yearly;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.ledger.Ledger;
import org.kepu.plan.Plan;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the work plans of a year, and says whose the reader may begin. */
@Service
@Transactional(readOnly = true)
class WorkPlanLists {

    private final Ledger ledger;
    private final WorkPlans workPlans;
    private final Bodies bodies;
    private final Regions regions;
    private final Clock clock;

    WorkPlanLists(Ledger ledger, WorkPlans workPlans, Bodies bodies, Regions regions, Clock clock) {
        this.ledger = ledger;
        this.workPlans = workPlans;
        this.bodies = bodies;
        this.regions = regions;
        this.clock = clock;
    }

    /** Those of a plan and a year; an absent part is chosen for the reader. */
    WorkPlanList list(Scope scope, Desk desk, @Nullable PlanId asked, @Nullable Integer askedYear) {
        var all = ledger.plans(scope);
        var plan = all.stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElse(asked == null && !all.isEmpty() ? all.getFirst() : null);
        var now = Year.now(clock).getValue();
        if (plan == null) {
            return new WorkPlanList(all, null, List.of(), now, List.of(), false, List.of());
        }
        var years = ledger.years(scope, plan.id());
        var year = askedYear != null && years.contains(askedYear)
                ? askedYear
                : years.contains(now) ? now : years.stream().findFirst().orElse(now);
        return new WorkPlanList(
                all,
                plan,
                years,
                year,
                workPlans.of(scope, plan.id(), year),
                reaches(desk.scope(Right.RUN_LEDGER), plan),
                List.copyOf(bodies.all(desk.scope(Right.DO_TASKS).bodies()).values()));
    }

    private boolean reaches(Scope scope, Plan plan) {
        return scope.plans().contains(plan.id()) || regions.reaches(scope, plan.region());
    }
}
