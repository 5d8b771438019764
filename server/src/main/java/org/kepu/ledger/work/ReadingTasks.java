package org.kepu.ledger.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.PersonNames;
import org.kepu.body.Liaisons;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.figure.Window;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A task with all that is known of it, for those within whose reach it is. */
@Service
@Transactional(readOnly = true)
class ReadingTasks {

    private static final int LATEST = 5;

    private final TasksInReach tasks;
    private final Plans plans;
    private final Regions regions;
    private final Parts parts;
    private final Liaisons liaisons;
    private final GivingEvidence evidence;
    private final NamingOwnPlans ownPlans;
    private final CarryingOver carrying;
    private final MeasureFacts facts;
    private final TaskHistory history;
    private final PersonNames names;
    private final Clock clock;

    ReadingTasks(
            TasksInReach tasks,
            Plans plans,
            Regions regions,
            Parts parts,
            Liaisons liaisons,
            GivingEvidence evidence,
            NamingOwnPlans ownPlans,
            CarryingOver carrying,
            MeasureFacts facts,
            TaskHistory history,
            PersonNames names,
            Clock clock) {
        this.tasks = tasks;
        this.plans = plans;
        this.regions = regions;
        this.parts = parts;
        this.liaisons = liaisons;
        this.evidence = evidence;
        this.ownPlans = ownPlans;
        this.carrying = carrying;
        this.facts = facts;
        this.history = history;
        this.names = names;
        this.clock = clock;
    }

    /**
     * One task.
     *
     * @param scope of reading the ledger
     * @throws NotFound if there is none such within reach
     */
    TaskView read(Scope scope, Desk desk, TaskId id) {
        var task = tasks.find(scope, Right.READ_LEDGER, id).orElseThrow(NotFound::new);
        var plan = plans.find(task.plan()).orElseThrow(NotFound::new);
        var body = task.body();
        var figures = desk.scope(Right.READ_FIGURES);
        var year = Window.ofYear(task.year());
        var events = history.of(id);
        return new TaskView(
                task,
                plan,
                regions.find(plan.region()).orElse(null),
                plans.structure(plan.id())
                        .measures()
                        .filter(one -> one.id().equals(task.measure()))
                        .findFirst()
                        .orElseThrow(NotFound::new),
                parts.of(id),
                body == null ? List.of() : liaisons.of(body),
                body == null ? List.of() : facts.kinds(figures, task.measure(), body, year),
                body == null ? List.of() : facts.lines(figures, task.measure(), body, year, null, 0, LATEST),
                evidence.of(id),
                ownPlans.of(id).orElse(null),
                body == null ? List.of() : ownPlans.namedBy(body),
                events,
                names.of(events.stream()
                        .map(TaskHistory.Event::represented)
                        .filter(Objects::nonNull)
                        .toList()),
                carrying.refusal(task, plan),
                tasks.find(desk.scope(Right.DO_TASKS), Right.DO_TASKS, id).isPresent(),
                LocalDate.now(clock));
    }

    /** The facts of a task, of one kind or of all, from a place in the list on. */
    FactsOfTask facts(Scope scope, Desk desk, TaskId id, @Nullable String kind, int from, int most) {
        var view = read(scope, desk, id);
        var body = Optional.ofNullable(view.task().body()).orElseThrow(NotFound::new);
        var lines = facts.lines(
                desk.scope(Right.READ_FIGURES),
                view.task().measure(),
                body,
                Window.ofYear(view.task().year()),
                kind,
                from,
                most + 1);
        return new FactsOfTask(view, kind, from, lines.stream().limit(most).toList(), lines.size() > most);
    }
}
