package org.kepu.ledger.work;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.file.Keeping;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskHistory.Kind;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.shared.BodyId;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Names, for each task, the document of the body's own into which it was taken. */
@Service
class NamingOwnPlans {

    private static final int MOST_OFFERED = 20;

    private final TasksInReach tasks;
    private final TaskHistory history;
    private final TaskFiles files;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Trail trail;

    NamingOwnPlans(
            TasksInReach tasks,
            TaskHistory history,
            TaskFiles files,
            JdbcClient database,
            TransactionTemplate transaction,
            Trail trail) {
        this.tasks = tasks;
        this.history = history;
        this.files = files;
        this.database = database;
        this.transaction = transaction;
        this.trail = trail;
    }

    /** Where a task that was found within reach stands in the body's own plan. */
    Optional<OwnPlan.Place> of(TaskId task) {
        return database.sql("""
                select own_plan.*, item from ledger.task_own_plan join ledger.own_plan on own_plan.id = own_plan_id
                 where task_id = :task
                """)
                .param("task", task.value())
                .query((row, i) -> new OwnPlan.Place(plan(row), row.getString("item")))
                .optional();
    }

    /** What a body has named before, the latest first. */
    List<OwnPlan> namedBy(BodyId body) {
        return database.sql("""
                select id, title, number, signed_on, file from ledger.own_plan
                 where body_id = :body order by signed_on desc, title limit :most
                """)
                .param("body", body.value())
                .param("most", MOST_OFFERED)
                .query((row, i) -> plan(row))
                .list();
    }

    /** Names the document for a task; another one takes the place of the one before. */
    Given name(Scope scope, TaskId id, OwnPlanForm form) {
        var task = tasks.toWorkOn(scope, id);
        var body = Optional.ofNullable(task.body()).orElseThrow(NotFound::new);
        if (form.chosen() != null) {
            chosen(body, form.chosen());
        }
        return switch (files.keep(scope.actor(), form.document()).orElse(null)) {
            case null -> written(() -> name(scope, task, body, form, null));
            case Keeping.Kept kept ->
                written(() -> name(scope, task, body, form, kept.file().id().value()));
            case Keeping.Refused refused -> new Given.NotKept(refused);
        };
    }

    /** After the upload, which no transaction waits for. */
    private Given written(Supplier<Answer> writing) {
        return new Given.Answered(requireNonNull(transaction.execute(begun -> writing.get())));
    }

    private Answer name(Scope scope, TaskHead task, BodyId body, OwnPlanForm form, @Nullable UUID file) {
        var chosen = form.chosen();
        var entered = chosen == null ? enter(body, form, file) : file(chosen, file);
        var plan = chosen == null ? named(body, form) : chosen(body, chosen);
        var item = form.item();
        var linked = database.sql("""
                insert into ledger.task_own_plan (task_id, own_plan_id, item) values (:task, :plan, :item)
                on conflict (task_id) do update set own_plan_id = excluded.own_plan_id, item = excluded.item
                 where (task_own_plan.own_plan_id, task_own_plan.item) is distinct from (excluded.own_plan_id, excluded.item)
                """)
                .param("task", task.id().value())
                .param("plan", plan.id())
                .param("item", item)
                .update();
        if (linked == 0 && !entered) {
            return Answer.ALREADY;
        }
        history.add(scope.actor(), task.id(), Kind.PLAN_NAMED, plan.title(), "");
        trail.record(
                scope.actor(),
                Act.of("work.act.own-plan-named", "task", task.id(), task.written())
                        .in(task.region())
                        .changed("work.own-plan", null, plan.title())
                        .changed("work.own-plan.item", null, item));
        return Answer.SAVED;
    }

    /** A document of this title and number is entered once, whoever names it; the file may come later, and stays. */
    private boolean enter(BodyId body, OwnPlanForm form, @Nullable UUID file) {
        return database.sql("""
                insert into ledger.own_plan (id, body_id, title, number, signed_on, file)
                values (gen_random_uuid(), :body, :title, :number, :signed, :file::uuid)
                on conflict (body_id, title, number) do update set file = excluded.file
                 where own_plan.file is null and excluded.file is not null
                """)
                        .param("body", body.value())
                        .param("title", form.title())
                        .param("number", form.number())
                        .param("signed", form.signedOn())
                        .param("file", file)
                        .update()
                == 1;
    }

    /** Adds the file to a document that was named without it. */
    private boolean file(UUID plan, @Nullable UUID file) {
        return file != null
                && database.sql("update ledger.own_plan set file = :file where id = :plan and file is null")
                                .param("plan", plan)
                                .param("file", file)
                                .update()
                        == 1;
    }

    private OwnPlan named(BodyId body, OwnPlanForm form) {
        return database.sql("""
                select id, title, number, signed_on, file from ledger.own_plan
                 where body_id = :body and title = :title and number = :number
                """)
                .param("body", body.value())
                .param("title", form.title())
                .param("number", form.number())
                .query((row, i) -> plan(row))
                .single();
    }

    private OwnPlan chosen(BodyId body, UUID plan) {
        return database.sql("""
                select id, title, number, signed_on, file from ledger.own_plan where body_id = :body and id = :plan
                """)
                .param("body", body.value())
                .param("plan", plan)
                .query((row, i) -> plan(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private OwnPlan plan(ResultSet row) throws SQLException {
        return new OwnPlan(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("number"),
                row.getObject("signed_on", LocalDate.class),
                files.find(row.getObject("file", UUID.class)));
    }
}
