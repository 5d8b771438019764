package org.kepu.ledger.work;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Liaisons;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskHistory.Kind;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Breaks tasks down into parts, and follows the parts until they are done. */
@Service
class Parts {

    private final TasksInReach tasks;
    private final Liaisons liaisons;
    private final TaskHistory history;
    private final JdbcClient database;
    private final Trail trail;

    Parts(TasksInReach tasks, Liaisons liaisons, TaskHistory history, JdbcClient database, Trail trail) {
        this.tasks = tasks;
        this.liaisons = liaisons;
        this.history = history;
        this.database = database;
        this.trail = trail;
    }

    private record Row(
            UUID id,
            String what,
            @Nullable UUID delegate,
            LocalDate due,
            Part.State state,
            @Nullable LocalDate doneOn,
            int version) {}

    /** The parts of a task that was found within reach, those that wait first, by their last day. */
    List<Part> of(TaskId task) {
        var rows =
                database.sql("""
                        select id, what, delegate, due, state, done_on, version from ledger.task_part
                         where task_id = :task order by state <> 'OPEN', due, id
                        """).param("task", task.value()).query(Row.class).list();
        var persons = liaisons.all(
                rows.stream().map(Row::delegate).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> new Part(
                        row.id(),
                        row.what(),
                        row.delegate() == null ? null : persons.get(row.delegate()),
                        row.due(),
                        row.state(),
                        row.doneOn(),
                        row.version()))
                .toList();
    }

    /** Adds a part. The same form sent twice adds one. */
    @Transactional
    Answer add(Scope scope, TaskId id, PartForm form) {
        var task = tasks.toWorkOn(scope, id);
        var refused = refusal(task, form);
        if (refused != null) {
            return refused;
        }
        var added = database.sql("""
                insert into ledger.task_part (id, task_id, what, delegate, due, state)
                values (:id, :task, :what, :delegate::uuid, :due, 'OPEN') on conflict do nothing
                """)
                .param("id", form.id())
                .param("task", id.value())
                .param("what", form.what())
                .param("delegate", form.delegate())
                .param("due", form.due())
                .update();
        if (added == 0) {
            return Answer.ALREADY;
        }
        history.add(scope.actor(), id, Kind.PART_ADDED, form.what(), "");
        trail.record(
                scope.actor(),
                Act.of("work.act.part-added", "task", id, task.written())
                        .in(task.region())
                        .changed("work.part.what", null, form.what())
                        .changed("work.part.due", null, form.due()));
        return Answer.SAVED;
    }

    /** Changes an open part, unless someone else did since it was shown. */
    @Transactional
    Answer change(Scope scope, TaskId id, PartForm form) {
        var task = tasks.toWorkOn(scope, id);
        var before = find(id, form.id());
        var refused = refusal(task, form);
        if (refused != null) {
            return refused;
        }
        var changed = database.sql("""
                update ledger.task_part set what = :what, delegate = :delegate::uuid, due = :due, version = version + 1
                 where id = :id and task_id = :task and version = :version and state = 'OPEN'
                """)
                .param("id", form.id())
                .param("task", id.value())
                .param("what", form.what())
                .param("delegate", form.delegate())
                .param("due", form.due())
                .param("version", form.version())
                .update();
        if (changed == 0) {
            return Answer.OVERTAKEN;
        }
        history.add(scope.actor(), id, Kind.PART_CHANGED, form.what(), "");
        trail.record(
                scope.actor(),
                Act.of("work.act.part-changed", "task", id, task.written())
                        .in(task.region())
                        .changed("work.part.what", before.what(), form.what())
                        .changed("work.part.due", before.due(), form.due()));
        return Answer.SAVED;
    }

    /** Moves a part on; what is done is done on a day. */
    @Transactional
    Answer step(Scope scope, TaskId id, UUID part, Part.Step step, LocalDate day) {
        var task = tasks.toWorkOn(scope, id);
        var before = find(id, part);
        if (!task.state().isOpen()) {
            return Answer.CLOSED;
        }
        var moved = database.sql("""
                update ledger.task_part set state = :to, done_on = :day::date, version = version + 1
                 where id = :id and task_id = :task and state = :from
                """)
                .param("id", part)
                .param("task", id.value())
                .param("from", step.from.name())
                .param("to", step.to.name())
                .param("day", step.to == Part.State.DONE ? day : null)
                .update();
        if (moved == 0) {
            return before.state() == step.to ? Answer.ALREADY : Answer.OVERTAKEN;
        }
        history.add(scope.actor(), id, step.event, before.what(), "");
        trail.record(
                scope.actor(),
                Act.of("work.act.part-moved", "task", id, task.written())
                        .in(task.region())
                        .changed("work.part.state", before.state(), step.to));
        return Answer.SAVED;
    }

    private Part find(TaskId task, UUID part) {
        return of(task).stream()
                .filter(one -> one.id().equals(part))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private @Nullable Answer refusal(TaskHead task, PartForm form) {
        if (!task.state().isOpen()) {
            return Answer.CLOSED;
        }
        if (task.state() == Task.State.ASSIGNED) {
            return Answer.NOT_TAKEN_UP;
        }
        var body = task.body();
        var known = form.delegate() == null
                || body != null
                        && liaisons.of(body).stream().anyMatch(one -> one.id().equals(form.delegate()));
        return known ? null : Answer.NO_SUCH_PERSON;
    }
}
