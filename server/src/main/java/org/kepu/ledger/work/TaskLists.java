package org.kepu.ledger.work;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.ledger.Ledger;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure.Measure;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.plan.Plans;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists tasks: to see how they stand, and to act on many of them at once. */
@Service
@Transactional(readOnly = true)
class TaskLists {

    private final Ledger ledger;
    private final Plans plans;
    private final Bodies bodies;
    private final TasksInReach tasks;
    private final JdbcClient database;
    private final Clock clock;

    TaskLists(Ledger ledger, Plans plans, Bodies bodies, TasksInReach tasks, JdbcClient database, Clock clock) {
        this.ledger = ledger;
        this.plans = plans;
        this.bodies = bodies;
        this.tasks = tasks;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What the list is to show; an absent part is chosen for the reader.
     *
     * @param bodyNeeded whether the tasks of one body are meant, and not those of all
     */
    record Asked(
            @Nullable PlanId plan,
            @Nullable Integer year,
            @Nullable BodyId body,
            boolean bodyNeeded) {}

    private record Counts(UUID task, int partsDone, int parts, int late, int evidence, boolean planned) {}

    private record Place(Programme programme, Measure measure) {}

    /** The tasks within reach of a right that a list is about, in the order of the plan. */
    TaskList list(Scope reading, Scope scope, Right right, Asked asked, Predicate<TaskHead> about) {
        scope.demands(right);
        var all = ledger.plans(reading);
        var plan = all.stream()
                .filter(one -> one.id().equals(asked.plan()))
                .findFirst()
                .orElse(asked.plan() == null && !all.isEmpty() ? all.getFirst() : null);
        var now = Year.now(clock).getValue();
        if (plan == null) {
            return new TaskList(all, null, List.of(), now, List.of(), null, List.of());
        }
        var years = ledger.years(reading, plan.id());
        var year = asked.year() != null && years.contains(asked.year())
                ? asked.year()
                : years.contains(now) ? now : years.stream().findFirst().orElse(now);
        var found = tasks.of(scope, right, plan.id(), year, null).stream()
                .filter(about)
                .toList();
        var choices = choices(found);
        var body = chosen(scope, asked, choices);
        var shown = found.stream()
                .filter(task -> body == null ? !asked.bodyNeeded() : body.equals(task.body()))
                .toList();
        return new TaskList(all, plan, years, year, choices, body, rows(plan, shown));
    }

    private List<Body> choices(List<TaskHead> found) {
        return bodies
                .all(found.stream()
                        .map(TaskHead::body)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .values()
                .stream()
                .sorted(Comparator.comparing(Body::name))
                .toList();
    }

    /** The body that was asked for; otherwise one's own, or the only one. */
    private static @Nullable BodyId chosen(Scope scope, Asked asked, List<Body> choices) {
        var ids = choices.stream().map(Body::id).toList();
        if (asked.body() != null) {
            return ids.contains(asked.body()) ? asked.body() : null;
        }
        var own = ids.stream().filter(scope.bodies()::contains).toList();
        return !own.isEmpty() ? own.getFirst() : asked.bodyNeeded() && ids.size() == 1 ? ids.getFirst() : null;
    }

    private List<TaskRow> rows(Plan plan, List<TaskHead> shown) {
        var counts = counts(
                shown,
                Alarm.isBackDated(plan, shown.isEmpty() ? 0 : shown.getFirst().year()));
        var order = new HashMap<MeasureId, Integer>();
        var places = new HashMap<MeasureId, Place>();
        for (var programme : plans.structure(plan.id()).programmes()) {
            for (var measure : programme.measures()) {
                order.put(measure.id(), order.size());
                places.put(measure.id(), new Place(programme, measure));
            }
        }
        return shown.stream()
                .filter(task -> places.containsKey(task.measure()))
                .sorted(Comparator.comparing(task -> order.getOrDefault(task.measure(), 0)))
                .map(task -> row(task, Objects.requireNonNull(places.get(task.measure())), counts))
                .toList();
    }

    private static TaskRow row(TaskHead task, Place place, Map<UUID, Counts> counts) {
        var count = Objects.requireNonNull(counts.get(task.id().value()));
        return new TaskRow(
                task,
                place.programme().title(),
                place.measure().ordinal(),
                place.measure().title(),
                count.partsDone(),
                count.parts(),
                count.late(),
                count.evidence(),
                count.planned());
    }

    private Map<UUID, Counts> counts(List<TaskHead> shown, boolean backDated) {
        return database
                .sql("""
                select one as task,
                       count(part.id) filter (where part.state = 'DONE')              as parts_done,
                       count(part.id)                                                 as parts,
                       count(part.id) filter (where part.state = 'OPEN' and part.due < :today and not :backDated) as late,
                       (select count(*) from ledger.task_evidence given
                         where given.task_id = one
                           and not exists (select from ledger.task_evidence later where later.supersedes = given.id))
                                                                                      as evidence,
                       exists (select from ledger.task_own_plan where task_id = one)  as planned
                  from unnest(:tasks) as one
                       left join ledger.task_part part on part.task_id = one and part.state <> 'DROPPED'
                 group by one
                """)
                .param("tasks", shown.stream().map(task -> task.id().value()).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .param("backDated", backDated)
                .query(Counts.class)
                .stream()
                .collect(toMap(Counts::task, Function.identity()));
    }
}
