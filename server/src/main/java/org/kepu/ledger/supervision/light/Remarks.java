package org.kepu.ledger.supervision.light;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.supervision.Concerned;
import org.kepu.ledger.supervision.ConcernedTasks;
import org.kepu.page.NotFound;
import org.kepu.page.Typed;
import org.kepu.plan.Plans;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remarks on lights: a person may say something of a light, and cannot change it. */
@Service
public class Remarks {

    private final ConcernedTasks tasks;
    private final Lights lights;
    private final Plans plans;
    private final PersonNames names;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    Remarks(
            ConcernedTasks tasks,
            Lights lights,
            Plans plans,
            PersonNames names,
            JdbcClient database,
            Trail trail,
            Clock clock) {
        this.tasks = tasks;
        this.lights = lights;
        this.plans = plans;
        this.names = names;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    private record Row(UUID task, Light light, String said, OffsetDateTime at, UUID account) {}

    /**
     * Adds a remark to the light of a task.
     *
     * @param scope of those who work on it
     * @param reads and figures: by which the same person sees the light
     * @return the task; nothing is added where nothing was said
     * @throws NotFound if there is no such task within reach
     */
    @Transactional
    public Concerned add(Scope scope, Scope reads, Scope figures, TaskId id, String words) {
        scope.demands(Right.DO_TASKS);
        var task = tasks.find(scope, Right.DO_TASKS, id).orElseThrow(NotFound::new);
        var said = Typed.clean(words);
        if (said.isEmpty()) {
            return task;
        }
        var light = burning(reads, figures, task);
        database.sql("""
                        insert into ledger.light_remark (task_id, light, said, at, account) values (:task, :light, :said, :at, :account)
                        """)
                .param("task", id.value())
                .param("light", light.name())
                .param("said", said.substring(0, Math.min(said.length(), Remark.LONGEST)))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", scope.actor().account())
                .update();
        trail.record(
                scope.actor(),
                Act.of("supervision.act.remark", "task", id, task.written()).in(task.region()));
        return task;
    }

    private Light burning(Scope reads, Scope figures, Concerned task) {
        var plan = plans.find(task.plan()).orElseThrow(NotFound::new);
        var measure = plans.structure(plan.id())
                .measures()
                .filter(one -> one.id().equals(task.measure()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return burning(lights.of(reads, figures, plan, measure, task.year()), task);
    }

    private static Light burning(Board board, Concerned task) {
        return board.tasks().stream()
                .filter(of -> of.task().equals(task.task()))
                .map(of -> of.lit().light())
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** What was said of the lights of tasks that were found within reach, the latest first. */
    public List<Remark> of(Scope scope, Collection<TaskId> found) {
        scope.demands(Right.READ_LEDGER);
        var rows = database.sql("""
                        select task_id as task, light, said, at, account from ledger.light_remark
                        where task_id = any (:tasks) order by id desc
                        """)
                .param("tasks", found.stream().map(TaskId::value).toArray(UUID[]::new))
                .query(Row.class)
                .list();
        var called = names.of(rows.stream().map(Row::account).distinct().toList());
        return rows.stream()
                .map(row -> new Remark(
                        row.task(),
                        row.light(),
                        row.said(),
                        row.at().toInstant(),
                        called.getOrDefault(row.account(), "")))
                .toList();
    }
}
