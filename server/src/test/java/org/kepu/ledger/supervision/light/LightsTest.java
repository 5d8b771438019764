package org.kepu.ledger.supervision.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;

/** What makes a light burn, with the rules that are shipped. */
class LightsTest extends RunningSite {

    private static final String LECTURES = "办好讲座";
    private static final String SHOWS = "办好展览";
    private static final String LEAD = "旗科协";
    private static final String OTHER_BODY = "旗教育局";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MessageSource words;

    private GivenLights given;

    @BeforeEach
    void plant() {
        given = new GivenLights(context);
    }

    @Test
    void all_is_green_as_long_as_nothing_speaks_against_it() {
        assertThat(given.board("2026-06-01").tasks())
                .hasSize(5)
                .extracting(of -> of.lit().light())
                .containsOnly(Light.GREEN);
    }

    @Test
    void a_cumulative_target_lights_its_lead_yellow_and_far_behind_red_with_the_figure() {
        given.target(LECTURES, "lectures", 1000);
        given.lecture(LECTURES, LEAD, "2026-03-05", 90);
        var yellow = given.board("2026-07-01");
        assertThat(said(given.light(yellow, LECTURES, LEAD))).isEqualTo("黄灯：目标“科普讲座场次”至今应达到 100场，实际 90场，为应达到数的 90%");
        assertThat(given.light(yellow, LECTURES, LEAD).reasons().getFirst().path())
                .isEqualTo("/desk/indicators/lectures?region=152524&from=2026-01-01&to=2026-07-01");
        assertThat(given.light(yellow, LECTURES, OTHER_BODY))
                .as("who takes part is not measured by the lead's target")
                .isEqualTo(Lit.GREEN);
        assertThat(given.light(given.board("2026-12-20"), LECTURES, LEAD).light())
                .isEqualTo(Light.RED);
        assertThat(given.light(given.board("2026-03-31"), LECTURES, LEAD)).isEqualTo(Lit.GREEN);
        assertThat(given.light(given.board("2031-01-05"), LECTURES, LEAD).light())
                .as("another year's pace is not this year's")
                .isNotEqualTo(Light.YELLOW);
    }

    @Test
    void without_data_the_light_is_off_and_says_so() {
        given.target(LECTURES, "science-literacy-ratio", 12);
        var lit = given.light(given.board("2026-07-01"), LECTURES, LEAD);
        assertThat(lit.light()).isEqualTo(Light.OFF);
        assertThat(said(lit)).startsWith("不亮灯：目标").endsWith("还没有数据");
    }

    @Test
    void a_late_sheet_lights_all_tasks_of_its_body_from_the_next_working_day_on() {
        given.round("2026-01-01", "2026-03-31", "2026-04-14");
        given.sql("update ledger.task set created_at = '2026-04-20'");
        assertThat(given.light(given.board("2026-04-14"), SHOWS, LEAD)).isEqualTo(Lit.GREEN);
        var yellow = given.light(given.board("2026-04-15"), SHOWS, LEAD);
        assertThat(said(yellow)).isEqualTo("黄灯：“2026-01-01调度”的填报表应于2026年4月14日前提交，尚未提交");
        assertThat(yellow.reasons().getFirst().path()).matches("/desk/rounds/[0-9a-f-]{36}/sheets/[0-9a-f-]{36}");
        assertThat(given.light(given.board("2026-04-20"), SHOWS, LEAD).light()).isEqualTo(Light.YELLOW);
        assertThat(given.light(given.board("2026-04-21"), SHOWS, LEAD).light()).isEqualTo(Light.RED);
    }

    @Test
    void no_progress_since_the_last_round_is_yellow_since_the_last_two_red() {
        var first = given.round("2026-01-01", "2026-03-31", "2026-04-14");
        var second = given.round("2026-04-01", "2026-06-30", "2026-07-14");
        given.submitted(first, "2026-04-10", "NOTHING");
        given.submitted(second, "2026-07-10", "NOTHING");
        assertThat(said(given.light(given.board("2026-07-15"), SHOWS, LEAD)))
                .isEqualTo("红灯：“2026-01-01调度”的调度期（2026年1月1日起）以来没有进展记录");
        assertThat(given.light(given.board("2026-04-20"), SHOWS, LEAD).light()).isEqualTo(Light.YELLOW);
        given.lecture(SHOWS, LEAD, "2026-02-10", 1);
        assertThat(said(given.light(given.board("2026-07-15"), SHOWS, LEAD)))
                .isEqualTo("黄灯：最近一次进展是2026年2月10日，早于“2026-04-01调度”的调度期（2026年4月1日起）");
        given.submitted(second, "2026-07-10", "PROGRESS");
        assertThat(given.light(given.board("2026-07-15"), SHOWS, LEAD)).isEqualTo(Lit.GREEN);
    }

    @Test
    void a_task_opened_after_a_round_is_not_asked_what_moved_in_it() {
        var round = given.round("2026-01-01", "2026-03-31", "2026-04-14");
        given.submitted(round, "2026-04-10", "NOTHING");
        given.sql("update ledger.task set created_at = '2026-05-05'");
        assertThat(given.light(given.board("2026-06-01"), SHOWS, LEAD)).isEqualTo(Lit.GREEN);
    }

    @Test
    void a_task_without_a_number_lacks_evidence_near_the_end_of_its_year() {
        assertThat(given.light(given.board("2026-11-15"), SHOWS, LEAD)).isEqualTo(Lit.GREEN);
        var yellow = given.light(given.board("2026-11-16"), SHOWS, LEAD);
        assertThat(said(yellow)).isEqualTo("黄灯：2026 年还没有事实和佐证");
        assertThat(given.light(given.board("2026-12-31"), SHOWS, LEAD).light()).isEqualTo(Light.RED);
        assertThat(given.light(given.board("2027-02-01"), SHOWS, LEAD).light()).isEqualTo(Light.RED);
        given.database()
                .sql("""
                        insert into ledger.task_evidence (id, task_id, said, day, added_at)
                        values (gen_random_uuid(), :task, '已办展', '2026-10-10', now())
                        """)
                .param("task", given.tasks.task(SHOWS, LEAD).value())
                .update();
        assertThat(given.light(given.board("2026-12-31"), SHOWS, LEAD)).isEqualTo(Lit.GREEN);
        given.lecture(SHOWS, OTHER_BODY, "2026-02-10", 1);
        assertThat(given.light(given.board("2026-12-31"), SHOWS, OTHER_BODY))
                .as("a fact is evidence")
                .isEqualTo(Lit.GREEN);
    }

    @Test
    void years_before_the_plan_was_signed_and_years_to_come_raise_no_alarm() {
        given.round("2026-01-01", "2026-03-31", "2026-04-14");
        given.sql("update plan.plan set signed_on = '2027-11-28'");
        assertThat(given.board("2027-12-15").tasks())
                .extracting(of -> said(of.lit()))
                .containsOnly("不亮灯：2026 年在方案成文以前，补录不算逾期");
        given.sql("update plan.plan set signed_on = null");
        assertThat(given.board("2025-12-15").tasks())
                .extracting(of -> said(of.lit()))
                .containsOnly("不亮灯：2026 年还没有开始");
        given.sql("update ledger.task set state = 'CARRIED_OVER'");
        assertThat(given.board("2026-12-15").tasks())
                .extracting(of -> of.lit().light())
                .containsOnly(Light.OFF);
    }

    @Test
    void what_is_done_is_asked_for_no_sheet() {
        given.round("2026-01-01", "2026-03-31", "2026-04-14");
        given.sql("update ledger.task set state = 'DONE'");
        assertThat(given.board("2026-06-01").tasks())
                .extracting(of -> of.lit().light())
                .containsOnly(Light.GREEN);
    }

    @Test
    void a_plan_that_was_not_published_in_time_lights_the_plan_and_none_of_its_tasks() {
        given.sql("update plan.plan set signed_on = '2026-01-05', confirmed_at = '2026-01-06'");
        var board = given.board("2026-06-01");
        assertThat(board.plan()).hasValueSatisfying(reason -> {
            assertThat(reason.light()).isEqualTo(Light.YELLOW);
            assertThat(reason.said(words, Locale.SIMPLIFIED_CHINESE)).contains("前公开，还没有登记公开");
        });
        assertThat(board.tasks()).extracting(of -> of.lit().light()).containsOnly(Light.GREEN);
    }

    @Test
    void a_body_sees_the_same_light_as_the_office_but_cannot_open_the_figure() {
        given.target(LECTURES, "lectures", 1000);
        given.lecture(LECTURES, LEAD, "2026-03-05", 90);
        var own = given.board(
                "2026-07-01", given.tasks.scope(LEAD, Right.READ_LEDGER), given.tasks.scope(LEAD, Right.READ_FIGURES));
        assertThat(own.tasks()).extracting(Board.Of::written).containsOnly(LEAD);
        assertThat(own.tasks()).hasSize(2);
        assertThat(said(given.light(own, LECTURES, LEAD)))
                .isEqualTo(said(given.light(given.board("2026-07-01"), LECTURES, LEAD)));
        assertThat(given.light(own, LECTURES, LEAD).reasons().getFirst().path()).isEmpty();
    }

    @Test
    void a_neighbour_sees_no_light() {
        var neighbour = new RegionCode("150203");
        assertThat(given.board(
                                "2026-07-01",
                                may(OTHER, Right.READ_LEDGER, neighbour),
                                may(OTHER, Right.READ_FIGURES, neighbour))
                        .tasks())
                .isEmpty();
        assertThat(given.board(
                                "2026-07-01",
                                Scope.nothing(OTHER, Right.READ_LEDGER),
                                Scope.nothing(OTHER, Right.READ_FIGURES))
                        .tasks())
                .isEmpty();
    }

    @Test
    void a_measure_burns_as_the_brightest_of_its_tasks_that_calls() {
        given.database()
                .sql("""
                        insert into ledger.task_evidence (id, task_id, said, day, added_at)
                        values (gen_random_uuid(), :task, '已办展', '2026-10-10', now())
                        """)
                .param("task", given.tasks.task(SHOWS, LEAD).value())
                .update();
        var measures = given.board("2026-11-20").measures();
        var shows = given.tasks.plans().measure(given.tasks.plan(), SHOWS);
        assertThat(measures.get(shows)).isNotNull().satisfies(lit -> {
            assertThat(lit.light()).isEqualTo(Light.YELLOW);
            assertThat(lit.reasons()).hasSize(1);
        });
        assertThat(measures.keySet())
                .isEqualTo(Set.of(shows, given.tasks.plans().measure(given.tasks.plan(), LECTURES)));
    }

    private String said(Lit lit) {
        return words.getMessage(lit.light().messageKey(), null, Locale.SIMPLIFIED_CHINESE)
                + "："
                + (lit.reasons().isEmpty() ? "" : lit.reasons().getFirst().said(words, Locale.SIMPLIFIED_CHINESE));
    }
}
