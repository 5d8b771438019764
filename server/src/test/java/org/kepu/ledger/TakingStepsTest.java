package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kepu.page.RunningSite;
import org.kepu.plan.MeasureId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class TakingStepsTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ledger ledger;

    private GivenPlans given;
    private MeasureId measure;
    private List<Ledger.TaskLine> tasks;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        PlanId plan =
                given.inForce(given.uploaded(planOf("办好讲座。（牵头单位：旗科协；责任单位：旗教育局）", "办好展览。（牵头单位：旗教育局；责任单位：旗科协）")), 2026);
        measure = given.measure(plan, "办好讲座");
        tasks = ledger.tasks(may(Right.READ_LEDGER), measure, 2026);
    }

    @Test
    void a_task_goes_its_way_and_each_step_is_written_down() {
        var clerk = clerk();
        clerk.get(page());
        for (var step : List.of("TAKE_UP", "BEGIN", "FINISH", "REOPEN", "FINISH")) {
            assertThat(clerk.post(path(step), "year", "2026").location()).isEqualTo(page());
            assertThat(clerk.get(page()).body()).contains(said(step));
        }
        assertThat(given.strings("select by || ' ' || kind || ' ' || task_id from ledger.task_event order by id"))
                .containsExactlyElementsOf(List.of("TAKE_UP", "BEGIN", "FINISH", "REOPEN", "FINISH").stream()
                        .map(step ->
                                "OFFICE_CLERK " + step + " " + tasks.getFirst().id())
                        .toList());
        assertThat(given.strings("select distinct state from ledger.task where id <> '"
                        + tasks.getFirst().id() + "'"))
                .containsExactly("ASSIGNED");
        assertThat(ledger.tasks(may(Right.READ_LEDGER), measure, 2026))
                .extracting(Ledger.TaskLine::state)
                .containsExactly(Task.State.DONE, Task.State.ASSIGNED);
    }

    @Test
    void of_twenty_who_take_up_a_task_at_once_one_is_written_down_and_all_are_answered() {
        var clerk = clerk();
        clerk.get(page());
        var answers = together(20, i -> clerk.post(path("TAKE_UP"), "year", "2026"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo(page());
        });
        assertThat(given.strings("select kind from ledger.task_event")).containsExactly("TAKE_UP");
        assertThat(given.strings("select state || version from ledger.task where id = '"
                        + tasks.getFirst().id() + "'"))
                .containsExactly("TAKEN_UP2");
    }

    @Test
    void who_comes_second_is_told_in_words() {
        var first = clerk();
        first.get(page());
        first.post(path("TAKE_UP"), "year", "2026");
        var second = first;
        second.get(page());
        second.post(path("TAKE_UP"), "year", "2026");
        assertThat(second.get(page()).body()).contains("这项任务刚被别人推进了一步，请看最新状态");
        assertThat(given.rows("ledger.task_event")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Task.Step.class,
            names = {"BEGIN", "FINISH", "REOPEN"})
    void a_step_is_not_taken_from_elsewhere(Task.Step step) {
        var clerk = clerk();
        clerk.get(page());
        clerk.post(path(step.name()), "year", "2026");
        assertThat(given.rows("ledger.task_event")).isZero();
        assertThat(ledger.tasks(may(Right.READ_LEDGER), measure, 2026)).isEqualTo(tasks);
    }

    @Test
    void a_task_is_taken_on_its_own_page_only() {
        var clerk = clerk();
        clerk.get(page());
        var other = given.strings("select id::text from plan.measure where title = '办好展览'")
                .getFirst();
        assertThat(clerk.post(
                                "/desk/measures/" + other + "/tasks/"
                                        + tasks.getFirst().id() + "/TAKE_UP",
                                "year",
                                "2026")
                        .status())
                .isEqualTo(404);
        assertThat(clerk.post(
                                "/desk/measures/" + measure + "/tasks/00000000-0000-0000-0000-000000000001/TAKE_UP",
                                "year",
                                "2026")
                        .status())
                .isEqualTo(404);
        assertThat(given.rows("ledger.task_event")).isZero();
    }

    @Test
    void the_measure_page_shows_clause_bodies_and_tasks() {
        var body = clerk().get(page()).body();
        assertThat(body).contains("办好讲座", "旗科协", "旗教育局", "待签收", "2026 年任务");
        assertThat(clerk().get("/desk/measures/00000000-0000-0000-0000-000000000001")
                        .status())
                .isEqualTo(404);
    }

    private static String said(String step) {
        return switch (step) {
            case "TAKE_UP" -> "已签收。";
            case "BEGIN" -> "已开展。";
            case "FINISH" -> "已办结。";
            default -> "已重新办理。";
        };
    }

    private String page() {
        return "/desk/measures/" + measure + "?year=2026";
    }

    private String path(String step) {
        return "/desk/measures/" + measure + "/tasks/" + tasks.getFirst().id() + "/" + step;
    }
}
