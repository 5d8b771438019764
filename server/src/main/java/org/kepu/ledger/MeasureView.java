package org.kepu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.TargetCard;
import org.kepu.ledger.Ledger.TaskLine;
import org.kepu.ledger.round.RoundTexts;
import org.kepu.ledger.supervision.light.Lit;
import org.kepu.ledger.supervision.light.Remark;
import org.kepu.ledger.supervision.note.SupervisionNote;
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
 * @param lights of the tasks, as they burn
 * @param light of the measure; {@code null} where none of its tasks is within reach
 * @param remarks on the lights, the latest first
 * @param notes 督办单 about it, the latest first
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
        Map<TaskId, Lit> lights,
        @Nullable Lit light,
        List<Remark> remarks,
        List<SupervisionNote> notes,
        LocalDate today,
        List<String> clause,
        List<MeasureLinks.Linked> upper,
        List<MeasureLinks.Linked> lower) {

    /** The light of a task. */
    public Optional<Lit> light(Ledger.TaskLine task) {
        return Optional.ofNullable(lights.get(task.id()));
    }

    /** What was said of the light of a task. */
    public List<Remark> remarks(Ledger.TaskLine task) {
        return remarks.stream()
                .filter(remark -> remark.task().equals(task.id().value()))
                .toList();
    }
}
