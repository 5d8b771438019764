package org.kepu.ledger;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.TargetCard;
import org.kepu.ledger.Ledger.TaskLine;
import org.kepu.ledger.round.RoundTexts;
import org.kepu.plan.MeasureLinks;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.region.Region;

/**
 * The measure page.
 *
 * @param tasks those within the reader's reach
 * @param movable those of them that the reader may move on
 * @param cards how far its targets have come, those that an indicator reads
 * @param texts what was said of it in rounds, the latest first
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
        Set<TaskId> movable,
        List<TargetCard> cards,
        List<RoundTexts.Said> texts,
        List<String> clause,
        List<MeasureLinks.Linked> upper,
        List<MeasureLinks.Linked> lower) {}
