package org.kepu.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Ledger.TaskLine;
import org.kepu.plan.MeasureLinks;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.region.Region;

/**
 * The measure page.
 *
 * @param clause the measure's words in the original, first the running text, then its row of the table
 * @param upper the upper measures that it takes up
 * @param lower the lower measures that take it up
 */
public record MeasureView(
        Plan plan,
        @Nullable Region region,
        Programme programme,
        PlanStructure.Measure measure,
        int year,
        List<Integer> years,
        List<TaskLine> tasks,
        List<String> clause,
        List<MeasureLinks.Linked> upper,
        List<MeasureLinks.Linked> lower) {}
