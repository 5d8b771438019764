package org.kepu.ledger.work;

import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskHistory.Kind;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.shared.PlanId;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries unfinished tasks over into the next year (结转). The next year's task of the same measure and body is there
 * afterwards, whether its ledger is open or not, and names the one it continues. Whoever had taken it up need not do so again.
 */
@Service
class CarryingOver {

    private final TasksInReach tasks;
    private final Plans plans;
    private final TaskHistory history;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    CarryingOver(TasksInReach tasks, Plans plans, TaskHistory history, JdbcClient database, Trail trail, Clock clock) {
        this.tasks = tasks;
        this.plans = plans;
        this.history = history;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    private record Continued(UUID id, UUID continues) {}

    /** Carries one task over. */
    @Transactional
    Answer carry(Scope scope, TaskId id, Reason why) {
        tasks.toWorkOn(scope, id);
        return all(scope, List.of(id), why).entrySet().iterator().next().getKey();
    }

    /** Carries over those of the tasks that can be; says how many met which answer. */
    @Transactional
    Map<Answer, Integer> all(Scope scope, Collection<TaskId> ids, Reason why) {
        var found = tasks.all(scope, Right.DO_TASKS, ids);
        var answers = new EnumMap<Answer, Integer>(Answer.class);
        var fit = new ArrayList<TaskHead>();
        var known = new HashMap<PlanId, Plan>();
        for (var task : found) {
            var refused = refusal(task, known.computeIfAbsent(task.plan(), this::plan));
            if (refused == Answer.SAVED) {
                fit.add(task);
            } else {
                answers.merge(refused, 1, Integer::sum);
            }
        }
        var carried = carried(fit);
        carried.forEach(task -> record(scope, task, why));
        continued(scope, carried, why);
        if (!carried.isEmpty()) {
            answers.put(Answer.SAVED, carried.size());
        }
        if (carried.size() < fit.size()) {
            answers.merge(Answer.OVERTAKEN, fit.size() - carried.size(), Integer::sum);
        }
        return answers;
    }

    /** Whether a task may be carried over now; {@link Answer#SAVED} if nothing is against it. */
    Answer refusal(TaskHead task, Plan plan) {
        if (!task.state().isOpen()) {
            return task.state() == Task.State.CARRIED_OVER ? Answer.ALREADY : Answer.CLOSED;
        }
        if (task.year() > Year.now(clock).getValue()) {
            return Answer.NOT_YET;
        }
        return plan.covers(task.year() + 1) ? Answer.SAVED : Answer.PERIOD_OVER;
    }

    private Plan plan(PlanId id) {
        return plans.find(id).orElseThrow(NotFound::new);
    }

    /** Those that nobody carried over meanwhile. The next year's task is made where there is none. */
    private List<TaskHead> carried(List<TaskHead> fit) {
        var won = database.sql("""
                with carried as (
                    update ledger.task set state = 'CARRIED_OVER', version = version + 1
                     where id = any (:ids) and state in ('ASSIGNED', 'TAKEN_UP', 'IN_PROGRESS')
                    returning *
                ), before as (
                    select id, state from ledger.task where id = any (:ids)
                ), made as (
                    insert into ledger.task (id, plan_id, measure_id, region_code, year, role, position, written, body_id,
                                             body_group, state, version, created_at)
                    select gen_random_uuid(), plan_id, measure_id, region_code, year + 1, role, position, written, body_id,
                           body_group, case before.state when 'ASSIGNED' then 'ASSIGNED' else 'TAKEN_UP' end, 1, :now
                      from carried join before using (id)
                    on conflict do nothing
                )
                select id from carried
                """)
                .param("ids", ids(fit.stream()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .set();
        return fit.stream().filter(task -> won.contains(task.id().value())).toList();
    }

    private void record(Scope scope, TaskHead task, Reason why) {
        history.add(scope.actor(), task.id(), Kind.CARRY_OVER, "", why.words());
        trail.record(
                scope.actor(),
                Act.of("work.act.carried-over", "task", task.id(), task.written())
                        .in(task.region())
                        .changed("ledger.state", task.state(), Task.State.CARRIED_OVER)
                        .because(why.words()));
    }

    /** The next year's tasks say what they continue: of the same body, or where none is decided, of the same name. */
    private void continued(Scope scope, List<TaskHead> carried, Reason why) {
        var later = database.sql("""
                update ledger.task later
                   set continues = old.id, version = later.version + 1,
                       state = case when later.state = 'ASSIGNED' and old.id = any (:known) then 'TAKEN_UP' else later.state end
                  from ledger.task old
                 where old.id = any (:ids) and later.continues is null
                   and later.id = (select one.id from ledger.task one
                                    where one.measure_id = old.measure_id and one.year = old.year + 1
                                      and (one.body_id = old.body_id or one.written = old.written)
                                    order by one.body_id is not distinct from old.body_id desc limit 1)
                returning later.id, later.continues
                """)
                .param("ids", ids(carried.stream()))
                .param("known", ids(carried.stream().filter(task -> task.state() != Task.State.ASSIGNED)))
                .query(Continued.class)
                .list();
        history.addAll(
                scope.actor(),
                later.stream().map(one -> new TaskId(one.id())).toList(),
                Kind.CONTINUE,
                "",
                why.words());
    }

    private static UUID[] ids(Stream<TaskHead> tasks) {
        return tasks.map(task -> task.id().value()).toArray(UUID[]::new);
    }
}
