package org.kepu.ledger.work.yearly;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Body;
import org.kepu.plan.Plan;

/**
 * The work plans of a plan and a year.
 *
 * @param plan {@code null} where there is none within reach
 * @param officeWrites whether the reader may begin the office's
 * @param bodies those whose work plan the reader may begin
 */
public record WorkPlanList(
        List<Plan> plans,
        @Nullable Plan plan,
        List<Integer> years,
        int year,
        List<WorkPlan> workPlans,
        boolean officeWrites,
        List<Body> bodies) {}
