package org.kepu.ledger.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Liaisons.Liaison;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskHistory;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.region.Region;

/**
 * The task page.
 *
 * @param region of the plan
 * @param measure what is asked
 * @param parts those that wait first
 * @param persons who of the body can be put down for a part
 * @param kinds the facts of the year by kind
 * @param latest the latest facts of the year
 * @param evidence the latest first, with what was superseded
 * @param ownPlan the body's own plan, if it was named
 * @param ownPlans those that the body has named before
 * @param history the latest first
 * @param represented the names of those in whose place something was done
 * @param carrying what would come of carrying it over now
 * @param mine whether the reader may work on it
 */
public record TaskView(
        TaskHead task,
        Plan plan,
        @Nullable Region region,
        PlanStructure.Measure measure,
        List<Part> parts,
        List<Liaison> persons,
        List<MeasureFacts.OfKind> kinds,
        List<MeasureFacts.Line> latest,
        List<Evidence> evidence,
        OwnPlan.@Nullable Place ownPlan,
        List<OwnPlan> ownPlans,
        List<TaskHistory.Event> history,
        Map<UUID, String> represented,
        Answer carrying,
        boolean mine,
        LocalDate today) {

    /** The steps that the reader can take with one press. */
    public List<Task.Step> steps() {
        return mine ? Task.Step.atOnceFrom(task.state()) : List.of();
    }

    /** Whether parts can be added and changed. */
    public boolean isBeingWorkedOn() {
        return mine && task.state().isOpen() && task.state() != Task.State.ASSIGNED;
    }

    /** Whether the reader can carry it over. */
    public boolean canBeCarriedOver() {
        return mine && carrying == Answer.SAVED;
    }

    /** Whether its year lies before the plan was signed: what is entered late for it is not late. */
    public boolean isBackDated() {
        return Alarm.isBackDated(plan, task.year());
    }

    public boolean isLate(Part part) {
        return !isBackDated() && part.isLate(today);
    }

    /** How many facts the body was credited with. */
    public long facts() {
        return kinds.stream().mapToLong(MeasureFacts.OfKind::facts).sum();
    }

    public long partsDone() {
        return parts.stream().filter(part -> part.state() == Part.State.DONE).count();
    }

    /** Those that are to be done or are done. */
    public long partsKept() {
        return parts.stream().filter(part -> part.state() != Part.State.DROPPED).count();
    }

    public List<Evidence> standing() {
        return evidence.stream().filter(one -> !one.superseded()).toList();
    }

    public List<Evidence> superseded() {
        return evidence.stream().filter(Evidence::superseded).toList();
    }

    /** In whose place something was done; empty where in nobody's, or nobody knows any more. */
    public String inPlaceOf(TaskHistory.Event event) {
        var who = event.represented();
        return who == null ? "" : represented.getOrDefault(who, "");
    }
}
