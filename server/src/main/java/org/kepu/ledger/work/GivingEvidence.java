package org.kepu.ledger.work;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.file.Keeping;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskHistory.Kind;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds evidence to tasks. What was said stays; a later word takes its place. */
@Service
class GivingEvidence {

    private final TasksInReach tasks;
    private final TaskHistory history;
    private final TaskFiles files;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Trail trail;
    private final Clock clock;

    GivingEvidence(
            TasksInReach tasks,
            TaskHistory history,
            TaskFiles files,
            JdbcClient database,
            TransactionTemplate transaction,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.history = history;
        this.files = files;
        this.database = database;
        this.transaction = transaction;
        this.trail = trail;
        this.clock = clock;
    }

    /** The evidence of a task that was found within reach, the latest day first, with what was superseded. */
    List<Evidence> of(TaskId task) {
        return database.sql("""
                select one.id, one.said, one.day, one.file, one.supersedes, later.id is not null as superseded
                  from ledger.task_evidence one left join ledger.task_evidence later on later.supersedes = one.id
                 where one.task_id = :task order by one.day desc, one.added_at desc, one.id
                """)
                .param("task", task.value())
                .query((row, i) -> new Evidence(
                        row.getObject("id", UUID.class),
                        row.getString("said"),
                        row.getObject("day", LocalDate.class),
                        files.find(row.getObject("file", UUID.class)),
                        row.getObject("supersedes", UUID.class),
                        row.getBoolean("superseded")))
                .list();
    }

    /** Adds what a body has to say. The same form sent twice adds it once; of two that supersede the same, one does. */
    Given add(Scope scope, TaskId id, EvidenceForm form) {
        var task = tasks.toWorkOn(scope, id);
        var there = of(id);
        if (there.stream().anyMatch(one -> one.id().equals(form.id()))) {
            return new Given.Answered(Answer.ALREADY);
        }
        var supersedes = form.supersedes();
        if (supersedes != null && there.stream().noneMatch(one -> one.id().equals(supersedes))) {
            throw new NotFound();
        }
        return switch (files.keep(scope.actor(), form.file()).orElse(null)) {
            case null -> written(scope, task, form, null);
            case Keeping.Kept kept ->
                written(scope, task, form, kept.file().id().value());
            case Keeping.Refused refused -> new Given.NotKept(refused);
        };
    }

    /** After the upload, which no transaction waits for. */
    private Given written(Scope scope, TaskHead task, EvidenceForm form, @Nullable UUID file) {
        return new Given.Answered(requireNonNull(transaction.execute(begun -> add(scope, task, form, file))));
    }

    private Answer add(Scope scope, TaskHead task, EvidenceForm form, @Nullable UUID file) {
        var id = task.id();
        var supersedes = form.supersedes();
        var added = database.sql("""
                insert into ledger.task_evidence (id, task_id, said, day, file, supersedes, added_at)
                values (:id, :task, :said, :day, :file::uuid, :supersedes::uuid, :now) on conflict do nothing
                """)
                .param("id", form.id())
                .param("task", id.value())
                .param("said", form.said())
                .param("day", form.day())
                .param("file", file)
                .param("supersedes", supersedes)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            return supersedes == null ? Answer.ALREADY : Answer.OVERTAKEN;
        }
        var kind = supersedes == null ? Kind.EVIDENCE_ADDED : Kind.EVIDENCE_SUPERSEDED;
        history.add(scope.actor(), id, kind, form.said(), "");
        trail.record(
                scope.actor(),
                Act.of("work.act.evidence-added", "task", id, task.written())
                        .in(task.region())
                        .changed("work.evidence.said", null, form.said())
                        .changed("work.evidence.day", null, form.day()));
        return Answer.SAVED;
    }
}
