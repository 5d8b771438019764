package org.kepu.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import org.kepu.page.NotFound;
import org.kepu.plan.MeasureId;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a task one step on, and writes down who did so and when. */
@Service
class TakingSteps {

    private final Tasks tasks;
    private final JdbcClient database;
    private final Clock clock;

    TakingSteps(Tasks tasks, JdbcClient database, Clock clock) {
        this.tasks = tasks;
        this.database = database;
        this.clock = clock;
    }

    /** What came of it. */
    enum Outcome {
        TAKEN,
        /** Someone else has moved the task in the meantime. */
        NOT_FROM_HERE
    }

    @Transactional
    Outcome take(MeasureId measure, TaskId id, Task.Step step, Actor by) {
        var task = tasks.findById(id.value())
                .filter(found -> found.measureId().equals(measure.value()))
                .orElseThrow(NotFound::new);
        if (!task.allows(step)) {
            return Outcome.NOT_FROM_HERE;
        }
        tasks.save(task.after(step));
        database.sql("insert into ledger.task_event (task_id, at, by, kind) values (:task, :at, :by, :kind)")
                .param("task", id.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.name())
                .param("kind", step.name())
                .update();
        return Outcome.TAKEN;
    }
}
