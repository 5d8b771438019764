package org.kepu.ledger;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.plan.MeasureId;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves a task one step on, and writes down who did so and when. */
@Service
class TakingSteps {

    private final Tasks tasks;
    private final Regions regions;
    private final TaskHistory history;
    private final JdbcClient database;
    private final Trail trail;

    TakingSteps(Tasks tasks, Regions regions, TaskHistory history, JdbcClient database, Trail trail) {
        this.tasks = tasks;
        this.regions = regions;
        this.history = history;
        this.database = database;
        this.trail = trail;
    }

    /** What came of it. */
    enum Outcome {
        TAKEN,
        /** Someone else has moved the task in the meantime. */
        NOT_FROM_HERE
    }

    /** @throws NotFound if the measure has no such task within reach */
    @Transactional
    Outcome take(Scope scope, MeasureId measure, TaskId id, Task.Step step) {
        scope.demands(Right.DO_TASKS);
        var task = tasks.findById(id.value())
                .filter(found -> found.measureId().equals(measure.value()))
                .filter(found -> reaches(scope, found))
                .orElseThrow(NotFound::new);
        if (!step.isAtOnce() || !task.allows(step)) {
            return Outcome.NOT_FROM_HERE;
        }
        tasks.save(task.after(step));
        history.add(scope.actor(), id, TaskHistory.Kind.of(step), "", "");
        trail.record(
                scope.actor(),
                Act.of("ledger.act.step", "task", id, task.written())
                        .in(new RegionCode(task.regionCode()))
                        .changed("ledger.state", task.state(), step.to));
        return Outcome.TAKEN;
    }

    /** Those tasks of a measure in a year that this scope lets one move on. */
    @Transactional(readOnly = true)
    Set<TaskId> within(Scope scope, MeasureId measure, int year) {
        scope.demands(Right.DO_TASKS);
        return database
                .sql("""
                select id from ledger.task
                 where measure_id = :measure and year = :year
                   and (region_code in (select region.reach(:scopeRegions, :scopeDay))
                        or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                """)
                .param("measure", measure.value())
                .param("year", year)
                .params(scope.parameters())
                .query(UUID.class)
                .list()
                .stream()
                .map(TaskId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean reaches(Scope scope, Task task) {
        var body = task.bodyId();
        return body != null && scope.bodies().contains(new BodyId(body))
                || scope.plans().contains(new PlanId(task.planId()))
                || regions.reaches(scope, new RegionCode(task.regionCode()));
    }
}
