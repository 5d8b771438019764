package org.kepu.ledger.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Standing;
import org.kepu.access.Todo;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.ledger.TaskId;
import org.kepu.page.RunningSite;
import org.kepu.plan.Plans;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many tasks at once, and what the first screen asks of a body's clerk. */
class TaskListsTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TakingUp takingUp;

    @Autowired
    private Parts parts;

    @Autowired
    private Standing standing;

    private GivenTasks given;
    private TaskId lectures;
    private TaskId exhibitions;

    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
        lectures = given.task("办好讲座", "旗科协");
        exhibitions = given.task("办好展览", "旗科协");
    }

    @Test
    void all_tasks_of_a_body_are_taken_up_at_once_after_one_has_seen_which() {
        var clerk = signedIn(given.clerkOf("旗科协"));
        assertThat(clerk.get("/desk").body())
                .contains("旗科协：2026 年有 2 项任务待签收", "/desk/tasks/take-up?plan=" + given.plan());
        var preview = clerk.get("/desk/tasks/take-up?plan=" + given.plan() + "&year=2026")
                .body();
        assertThat(preview)
                .contains("办好讲座", "办好展览", "value=\"" + lectures + "\" checked", "value=\"" + exhibitions + "\" checked")
                .doesNotContain(given.task("办好讲座", "旗教育局").toString());
        clerk.post(
                "/desk/tasks/take-up",
                "plan",
                given.plan().toString(),
                "year",
                "2026",
                "task",
                lectures.toString(),
                "task",
                exhibitions.toString(),
                "task",
                given.task("办好讲座", "旗教育局").toString());
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .contains("已签收 2 项，另有 1 项刚被别人办理");
        assertThat(given.plans().strings("select written from ledger.task where state = 'TAKEN_UP'"))
                .containsExactly("旗科协", "旗科协");
        assertThat(clerk.get("/desk").body()).doesNotContain("待签收");
        assertThat(clerk.get("/desk/tasks/take-up?plan=" + given.plan() + "&year=2026")
                        .body())
                .contains("没有待签收的任务");
    }

    @Test
    void of_many_who_take_up_the_same_at_once_each_task_is_taken_up_once() {
        var scope = given.scope("旗科协", Right.DO_TASKS);
        var taken = together(10, i -> takingUp.all(scope, List.of(lectures, exhibitions)));
        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(given.plans().strings("select task_id::text from ledger.task_event"))
                .containsExactlyInAnyOrder(lectures.toString(), exhibitions.toString());
    }

    @Test
    void an_office_says_whose_tasks_it_takes_up() {
        var office = clerk();
        assertThat(office.get("/desk/tasks/take-up?plan=" + given.plan() + "&year=2026")
                        .body())
                .contains("先选择一个单位", "旗教育局")
                .doesNotContain(lectures.toString());
        assertThat(office.get("/desk/tasks/take-up?plan=" + given.plan() + "&year=2026&body=" + given.body("旗科协"))
                        .body())
                .contains(lectures.toString(), exhibitions.toString())
                .doesNotContain(given.task("办好讲座", "旗教育局").toString());
    }

    @Test
    void parts_that_are_due_within_seven_working_days_are_asked_for_and_done_with_one_tap() {
        var scope = given.scope("旗科协", Right.DO_TASKS);
        takingUp.all(scope, List.of(lectures, exhibitions));
        var late = part(lectures, "报送方案", LocalDate.of(2026, 3, 2));
        part(lectures, "联系专家", LocalDate.of(2026, 3, 13));
        part(lectures, "办讲座", LocalDate.of(2026, 3, 16));
        var asked = asked("2026-03-04T09:00:00+08:00");
        assertThat(asked)
                .extracting(todo -> todo.sentence().arguments())
                .containsExactly(List.of("报送方案"), List.of("联系专家"));
        assertThat(asked)
                .extracting(todo -> todo.due().orElseThrow())
                .containsExactly(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 13));
        assertThat(asked.getFirst().act())
                .isEqualTo(new Todo.Act(
                        "work.todo.part.act", "/desk/tasks/" + lectures + "/parts/" + late + "/FINISH", true));
        var clerk = signedIn(given.clerkOf("旗科协"));
        clerk.get("/desk");
        clerk.post("/desk/tasks/" + lectures + "/parts/" + late + "/FINISH");
        assertThat(asked("2026-03-04T09:00:00+08:00"))
                .extracting(todo -> todo.sentence().arguments())
                .containsExactly(List.of("联系专家"));
    }

    @Test
    void after_the_turn_of_the_year_what_is_not_finished_is_asked_for() {
        takingUp.all(given.scope("旗科协", Right.DO_TASKS), List.of(lectures, exhibitions));
        assertThat(asked("2026-12-31T23:00:00+08:00")).isEmpty();
        assertThat(asked("2027-01-01T00:30:00+08:00"))
                .extracting(
                        todo -> todo.sentence().key(), todo -> todo.sentence().arguments())
                .containsExactly(tuple("work.todo.unfinished", List.of("旗科协", "2026", 2)));
    }

    @Test
    void years_before_the_plan_was_signed_raise_no_alarm() {
        given.plans()
                .database()
                .sql("update plan.plan set signed_on = '2027-11-28'")
                .update();
        var scope = given.scope("旗科协", Right.DO_TASKS);
        takingUp.all(scope, List.of(lectures));
        part(lectures, "报送方案", LocalDate.of(2026, 3, 2));
        assertThat(asked("2026-03-04T09:00:00+08:00")).isEmpty();
        assertThat(asked("2027-01-01T00:30:00+08:00")).isEmpty();
        var clerk = signedIn(given.clerkOf("旗科协"));
        assertThat(clerk.get("/desk/tasks/" + lectures).body())
                .contains("这一年在方案印发以前，可以补录，不计逾期")
                .doesNotContain("逾期</span>");
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .doesNotContain("项逾期");
        given.plans()
                .database()
                .sql("update plan.plan set signed_on = '2026-01-28'")
                .update();
        assertThat(clerk.get("/desk/tasks/" + lectures).body()).contains("逾期</span>");
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .contains("1 项逾期");
    }

    @Test
    void what_is_entered_afterwards_for_earlier_years_hides_nothing_that_is_due() {
        takingUp.all(given.scope("旗科协", Right.DO_TASKS), List.of(lectures, exhibitions));
        part(lectures, "报送方案", LocalDate.of(2026, 3, 2));
        given.plans().database().sql("""
                        insert into ledger.task_part (id, task_id, what, due, state)
                        select gen_random_uuid(), :task, '补录', '2025-06-01', 'OPEN' from generate_series(1, 40)
                        """).param("task", exhibitions.value()).update();
        given.plans()
                .database()
                .sql("update ledger.task set year = 2025 where id = :task")
                .param("task", exhibitions.value())
                .update();
        given.plans()
                .database()
                .sql("update plan.plan set signed_on = '2026-01-28'")
                .update();
        assertThat(asked("2026-03-04T09:00:00+08:00"))
                .extracting(todo -> todo.sentence().arguments())
                .containsExactly(List.of("报送方案"));
    }

    @Test
    void who_is_no_bodys_clerk_is_asked_for_nothing() {
        var office = accounts.office();
        assertThat(todos("2026-03-04T09:00:00+08:00").todosFor(standing.desk(office.actor())))
                .isEmpty();
    }

    private List<Todo> asked(String moment) {
        var clerk = given.clerkOf("旗科协");
        return new ArrayList<>(todos(moment).todosFor(standing.desk(clerk.actor())));
    }

    private WorkTodos todos(String moment) {
        var clock = Clock.fixed(OffsetDateTime.parse(moment).toInstant(), ZoneId.of("Asia/Shanghai"));
        return new WorkTodos(
                context.getBean(Plans.class),
                context.getBean(OfficeCalendar.class),
                context.getBean(JdbcClient.class),
                clock);
    }

    private UUID part(TaskId task, String what, LocalDate due) {
        var form = new PartForm(UUID.randomUUID(), 0, what, null, due);
        assertThat(parts.add(given.scope("旗科协", Right.DO_TASKS), task, form)).isEqualTo(Answer.SAVED);
        return form.id();
    }
}
