package org.kepu.ledger.supervision.light;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskId;
import org.kepu.plan.MeasureId;

/**
 * The lights of a plan and a year, as they burn for the tasks within a reader's reach.
 *
 * @param on the day
 * @param tasks the leads first
 * @param plan what burns for the plan as a whole
 */
public record Board(LocalDate on, List<Of> tasks, Optional<Reason> plan) {

    public Board {
        tasks = List.copyOf(tasks);
    }

    /** The light of one task. */
    public record Of(
            UUID task, UUID measure, Task.Role role, String written, boolean decided, Task.State state, Lit lit) {

        public TaskId id() {
            return new TaskId(task);
        }
    }

    /** By measure; where none of its tasks is within reach, a measure has no light. */
    public Map<MeasureId, Lit> measures() {
        return tasks.stream().collect(groupingBy(Of::measure)).entrySet().stream()
                .collect(toMap(one -> new MeasureId(one.getKey()), one -> ofMeasure(one.getValue())));
    }

    /** By task. */
    public Map<TaskId, Lit> byTask() {
        return tasks.stream().collect(toMap(Of::id, Of::lit));
    }

    private static Lit ofMeasure(List<Of> tasks) {
        var leads = tasks.stream().filter(of -> of.role() == Task.Role.LEAD).toList();
        return Lit.ofMeasure(lits(tasks), lits(leads.isEmpty() ? tasks : leads));
    }

    private static List<Lit> lits(List<Of> tasks) {
        return tasks.stream().map(Of::lit).toList();
    }
}
