package org.kepu.ledger.work;

import java.util.Collection;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskHistory.Kind;
import org.kepu.ledger.TaskId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes up many tasks at once (批量签收). */
@Service
class TakingUp {

    private final TasksInReach tasks;
    private final TaskHistory history;
    private final JdbcClient database;
    private final Trail trail;

    TakingUp(TasksInReach tasks, TaskHistory history, JdbcClient database, Trail trail) {
        this.tasks = tasks;
        this.history = history;
        this.database = database;
        this.trail = trail;
    }

    /** Takes up those of the tasks that wait for it, and says how many they were. */
    @Transactional
    int all(Scope scope, Collection<TaskId> ids) {
        var found = tasks.all(scope, Right.DO_TASKS, ids);
        var won = database.sql("""
                update ledger.task set state = 'TAKEN_UP', version = version + 1
                 where id = any (:ids) and state = 'ASSIGNED' returning id
                """)
                .param("ids", found.stream().map(task -> task.id().value()).toArray(UUID[]::new))
                .query(UUID.class)
                .set();
        var taken =
                found.stream().filter(task -> won.contains(task.id().value())).toList();
        history.addAll(scope.actor(), taken.stream().map(TaskHead::id).toList(), Kind.TAKE_UP, "", "");
        taken.forEach(task -> trail.record(
                scope.actor(),
                Act.of("ledger.act.step", "task", task.id(), task.written())
                        .in(task.region())
                        .changed("ledger.state", Task.State.ASSIGNED, Task.State.TAKEN_UP)));
        return taken.size();
    }
}
