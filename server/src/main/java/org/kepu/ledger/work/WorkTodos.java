package org.kepu.ledger.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks a body's clerks to take up the body's tasks, to see to parts that are due within seven working days or late, and at
 * the year's edge to finish or carry over what is left. Years before the plan was signed ask for nothing.
 */
@Component
class WorkTodos implements TodoSource {

    private static final int DAYS_AHEAD = 7;
    private static final int MOST_PARTS = 30;

    private final Plans plans;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    WorkTodos(Plans plans, OfficeCalendar calendar, JdbcClient database, Clock clock) {
        this.plans = plans;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    private record Waiting(PlanId plan, int year, UUID body, String written, int tasks) {}

    private record Due(UUID task, UUID part, String what, LocalDate due, PlanId plan, int year) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.DO_TASKS);
        if (scope.bodies().isEmpty()) {
            return List.of();
        }
        var today = LocalDate.now(clock);
        var known = new HashMap<PlanId, Optional<Plan>>();
        var asked = new ArrayList<Todo>();
        for (var waiting : waiting(scope, today.getYear())) {
            plan(known, waiting.plan())
                    .filter(plan -> !Alarm.isBackDated(plan, waiting.year()))
                    .flatMap(plan -> ask(waiting, plan, today))
                    .ifPresent(asked::add);
        }
        due(scope, lastDay(today)).stream()
                .flatMap(due -> plan(known, due.plan())
                        .filter(plan -> !Alarm.isBackDated(plan, due.year()))
                        .map(plan -> ask(due, plan))
                        .stream())
                .limit(MOST_PARTS)
                .forEach(asked::add);
        return asked;
    }

    /** The end of the next seven working days. */
    private LocalDate lastDay(LocalDate today) {
        return calendar.days().after(today, DAYS_AHEAD);
    }

    private Optional<Plan> plan(Map<PlanId, Optional<Plan>> known, PlanId id) {
        return known.computeIfAbsent(id, plans::find);
    }

    private static Optional<Todo> ask(Waiting waiting, Plan plan, LocalDate today) {
        var query = "?plan=" + waiting.plan() + "&year=" + waiting.year() + "&body=" + waiting.body();
        var arguments = new Object[] {waiting.written(), String.valueOf(waiting.year()), waiting.tasks()};
        if (waiting.year() < today.getYear()) {
            return plan.covers(waiting.year() + 1)
                    ? Optional.of(Todo.open(
                                    Sentence.of("work.todo.unfinished", arguments),
                                    "work.todo.unfinished.act",
                                    "/desk/tasks/carry-over" + query)
                            .hint(Sentence.of("work.todo.plan", plan.title())))
                    : Optional.empty();
        }
        return Optional.of(Todo.open(
                        Sentence.of("work.todo.take-up", arguments),
                        "work.todo.take-up.act",
                        "/desk/tasks/take-up" + query)
                .hint(Sentence.of("work.todo.plan", plan.title())));
    }

    private static Todo ask(Due due, Plan plan) {
        return Todo.atOnce(
                        Sentence.of("work.todo.part", due.what()),
                        "work.todo.part.act",
                        "/desk/tasks/" + due.task() + "/parts/" + due.part() + "/FINISH")
                .hint(Sentence.of("work.todo.part.hint", plan.title(), String.valueOf(due.year())))
                .by(due.due());
    }

    /** Of this year and later those that nobody took up; of last year those that are not finished. */
    private List<Waiting> waiting(Scope scope, int year) {
        return database.sql("""
                select plan_id, year, body_id, min(written) as written, count(*) as tasks
                  from ledger.task
                 where body_id = any (:scopeBodies)
                   and (year >= :year and state = 'ASSIGNED'
                        or year = :year - 1 and state in ('ASSIGNED', 'TAKEN_UP', 'IN_PROGRESS'))
                 group by plan_id, year, body_id
                 order by year, plan_id, body_id
                """)
                .param("year", year)
                .params(scope.parameters())
                .query((row, i) -> waiting(row))
                .list();
    }

    private List<Due> due(Scope scope, LocalDate last) {
        return database.sql("""
                select task.id as task, part.id as part, part.what, part.due, task.plan_id, task.year
                  from ledger.task join ledger.task_part part on part.task_id = task.id
                 where task.body_id = any (:scopeBodies) and task.state in ('TAKEN_UP', 'IN_PROGRESS')
                   and part.state = 'OPEN' and part.due <= :last
                 order by part.due, part.id
                """)
                .param("last", last)
                .params(scope.parameters())
                .query((row, i) -> new Due(
                        row.getObject("task", UUID.class),
                        row.getObject("part", UUID.class),
                        row.getString("what"),
                        row.getObject("due", LocalDate.class),
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getInt("year")))
                .list();
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        return new Waiting(
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getInt("year"),
                row.getObject("body_id", UUID.class),
                row.getString("written"),
                row.getInt("tasks"));
    }
}
