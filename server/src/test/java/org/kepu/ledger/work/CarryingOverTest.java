package org.kepu.ledger.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.audit.Trail;
import org.kepu.ledger.OpeningLedger;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.TaskId;
import org.kepu.page.RunningSite;
import org.kepu.plan.Plans;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is not finished within its year goes on in the next, once, and says so on both sides. */
class CarryingOverTest extends RunningSite {

    private static final Reason WHY = new Reason("经费年底才到位");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private CarryingOver carrying;

    @Autowired
    private TakingUp takingUp;

    @Autowired
    private OpeningLedger opening;

    @Autowired
    private TransactionTemplate transaction;

    private GivenTasks given;
    private TaskId task;
    private Scope ours;

    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
        task = given.task("办好讲座", "旗科协");
        ours = given.scope("旗科协", Right.DO_TASKS);
    }

    @Test
    void an_unfinished_task_goes_on_next_year_and_both_say_so() {
        takingUp.all(ours, List.of(task));
        var clerk = signedIn(given.clerkOf("旗科协"));
        clerk.get("/desk/tasks/" + task);
        clerk.post("/desk/tasks/" + task + "/carry-over", "reason", WHY.words());
        var later = given.task("办好讲座", "旗科协", 2027);
        assertThat(clerk.get("/desk/tasks/" + task).body())
                .contains("已结转", "已结转为 2027 年的任务", "/desk/tasks/" + later, "原因：经费年底才到位");
        assertThat(clerk.get("/desk/tasks/" + later).body())
                .contains("承接 2026 年结转的任务", "/desk/tasks/" + task, "从上一年结转来这项任务", "已签收");
        assertThat(clerk.get("/desk/measures/" + given.plans().measure(given.plan(), "办好讲座") + "?year=2026")
                        .body())
                .contains("已结转");
        assertThat(given.plans()
                        .strings("select act || ' ' || reason from audit.entry where object = '" + task
                                + "' and act = 'work.act.carried-over'"))
                .containsExactly("work.act.carried-over 经费年底才到位");
    }

    @Test
    void of_twenty_who_carry_it_over_at_once_one_does_and_there_is_one_task() {
        var answers = together(20, i -> carrying.carry(ours, task, WHY));
        assertThat(answers).containsOnlyOnce(Answer.SAVED).containsOnly(Answer.SAVED, Answer.ALREADY);
        assertThat(given.plans()
                        .strings(
                                "select year || ' ' || state || ' ' || (continues is not null) from ledger.task where written = '旗科协'"
                                        + " and measure_id = '" + given.plans().measure(given.plan(), "办好讲座")
                                        + "' order by year"))
                .containsExactly("2026 CARRIED_OVER false", "2027 ASSIGNED true");
        assertThat(given.plans().strings("select kind from ledger.task_event order by id"))
                .containsExactly("CARRY_OVER", "CONTINUE");
    }

    @Test
    void where_the_next_years_ledger_is_open_its_task_is_the_one_and_opening_it_later_adds_the_rest() {
        opening.open(may(Right.RUN_LEDGER), given.plan(), 2027);
        var there = given.task("办好讲座", "旗科协", 2027);
        var before = given.plans().rows("ledger.task");
        assertThat(carrying.carry(ours, task, WHY)).isEqualTo(Answer.SAVED);
        assertThat(given.plans().rows("ledger.task")).isEqualTo(before);
        assertThat(given.plans().strings("select continues::text from ledger.task where id = '" + there + "'"))
                .containsExactly(task.toString());

        given = GivenTasks.of(context);
        task = given.task("办好讲座", "旗科协");
        carrying.carry(given.scope("旗科协", Right.DO_TASKS), task, WHY);
        var office = clerk();
        assertThat(office.get("/desk/ledger?plan=" + given.plan() + "&year=2026")
                        .body())
                .contains("<option>2027</option>");
        office.post("/desk/ledger/years", "plan", given.plan().toString(), "year", "2027");
        assertThat(given.plans().strings("select count(*)::text from ledger.task group by year order by year"))
                .containsExactly("5", "5");
        assertThat(office.get("/desk/ledger?plan=" + given.plan() + "&year=2026")
                        .body())
                .doesNotContain("<option>2027</option>");
    }

    @Test
    void who_has_taken_it_up_is_not_asked_again_where_the_next_years_ledger_is_open() {
        opening.open(may(Right.RUN_LEDGER), given.plan(), 2027);
        takingUp.all(ours, List.of(task));
        carrying.all(ours, List.of(task, given.task("办好展览", "旗科协")), WHY);
        assertThat(given.plans().strings("select state from ledger.task where continues is not null order by state"))
                .containsExactly("ASSIGNED", "TAKEN_UP");
    }

    @Test
    void at_the_years_edge_a_task_is_carried_over_on_the_last_day_and_on_the_first_and_not_before_its_year() {
        assertThat(on("2025-12-31T23:59:59", task)).isEqualTo(Answer.NOT_YET);
        assertThat(on("2026-12-31T23:59:59", task)).isEqualTo(Answer.SAVED);
        assertThat(on("2027-01-01T00:00:00", given.task("办好展览", "旗科协"))).isEqualTo(Answer.SAVED);
        assertThat(on("2026-12-31T23:59:59", given.task("办好讲座", "旗科协", 2027))).isEqualTo(Answer.NOT_YET);
        assertThat(on("2027-01-01T00:00:00", given.task("办好讲座", "旗科协", 2027))).isEqualTo(Answer.SAVED);
        assertThat(on("2027-01-01T00:00:00", task)).isEqualTo(Answer.ALREADY);
    }

    @Test
    void nothing_is_carried_beyond_the_plans_period() {
        given.plans().database().sql("update ledger.task set year = 2030").update();
        assertThat(on("2030-12-31T12:00:00", task)).isEqualTo(Answer.PERIOD_OVER);
        assertThat(given.plans().strings("select distinct state from ledger.task"))
                .containsExactly("ASSIGNED");
    }

    @Test
    void what_is_done_is_not_carried_over() {
        given.plans().database().sql("update ledger.task set state = 'DONE'").update();
        assertThat(carrying.carry(ours, task, WHY)).isEqualTo(Answer.CLOSED);
        assertThat(given.plans().rows("ledger.task_event")).isZero();
    }

    @Test
    void a_reason_is_asked_and_what_cannot_be_is_not_offered() {
        var clerk = signedIn(given.clerkOf("旗科协"));
        clerk.get("/desk/tasks/" + task);
        var answer = clerk.post("/desk/tasks/" + task + "/carry-over", "reason", " ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(clerk.post(
                                "/desk/measures/" + given.plans().measure(given.plan(), "办好讲座") + "/tasks/" + task
                                        + "/CARRY_OVER",
                                "year",
                                "2026")
                        .status())
                .isEqualTo(302);
        assertThat(given.plans().strings("select distinct state from ledger.task"))
                .containsExactly("ASSIGNED");
    }

    @Test
    void all_unfinished_ones_of_a_year_are_carried_over_at_once_and_what_others_did_meanwhile_is_told() {
        var done = given.task("办好展览", "旗科协");
        var clerk = signedIn(given.clerkOf("旗科协"));
        var shown = clerk.get("/desk/tasks/carry-over?plan=" + given.plan() + "&year=2026");
        assertThat(shown.body())
                .contains("办好讲座", "办好展览", task.toString(), done.toString())
                .doesNotContain(given.task("办好讲座", "旗教育局").toString());
        given.plans()
                .database()
                .sql("update ledger.task set state = 'DONE' where id = :id")
                .param("id", done.value())
                .update();
        clerk.post(
                "/desk/tasks/carry-over",
                "plan",
                given.plan().toString(),
                "year",
                "2026",
                "task",
                task.toString(),
                "task",
                done.toString(),
                "reason",
                WHY.words());
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .contains("已结转 1 项，另有 1 项没有结转");
        assertThat(carrying.all(may(Right.DO_TASKS), List.of(task, done, given.task("办好讲座", "旗教育局")), WHY))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(entry(Answer.SAVED, 1), entry(Answer.ALREADY, 1), entry(Answer.CLOSED, 1)));
    }

    @Test
    void a_choice_that_comes_back_for_want_of_a_reason_is_the_same_choice() {
        var clerk = signedIn(given.clerkOf("旗科协"));
        clerk.get("/desk/tasks/carry-over?plan=" + given.plan() + "&year=2026");
        var back = clerk.post(
                "/desk/tasks/carry-over",
                "plan",
                given.plan().toString(),
                "year",
                "2026",
                "task",
                task.toString(),
                "reason",
                " ");
        assertThat(back.status()).isEqualTo(422);
        assertThat(back.body())
                .contains("value=\"" + task + "\" checked>", "value=\"" + given.task("办好展览", "旗科协") + "\">");
        clerk.post("/desk/tasks/carry-over", "plan", given.plan().toString(), "year", "2026", "reason", WHY.words());
        assertThat(clerk.get("/desk/tasks?plan=" + given.plan() + "&year=2026").body())
                .contains("没有勾选任务");
    }

    /** Carries it over at this moment of Asia/Shanghai. */
    private Answer on(String moment, TaskId id) {
        var zone = ZoneId.of("Asia/Shanghai");
        var clock = Clock.fixed(LocalDateTime.parse(moment).atZone(zone).toInstant(), zone);
        var then = new CarryingOver(
                context.getBean(TasksInReach.class),
                context.getBean(Plans.class),
                context.getBean(TaskHistory.class),
                context.getBean(JdbcClient.class),
                context.getBean(Trail.class),
                clock);
        return transaction.execute(begun -> then.carry(ours, id, WHY));
    }
}
