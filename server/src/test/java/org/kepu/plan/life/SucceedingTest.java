package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;
import static org.kepu.plan.review.GivenPlans.planOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class SucceedingTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final String LECTURES = "组织科学家精神宣讲进校园。邀请草原站、气象站科技人员走进课堂，每年举办科普讲座40场以上。（牵头单位：旗教育局）";
    private static final String DRILLS = "编印防雪灾明白卡。把白灾、沙尘暴、草原火灾防范知识送到每个牧户手中。（牵头单位：旗应急局）";
    private static final String DIGITAL = "开设智能手机小班课堂。教老年人手机挂号、缴费，防范电信诈骗和谣言。（牵头单位：旗科协）";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Succeeding succeeding;

    @Autowired
    private Succession succession;

    private GivenPlans given;
    private PlanId earlier;
    private PlanId later;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        earlier = inForce(before(planOf(LECTURES, DRILLS)), 2024);
        later = inForce(planOf(LECTURES, DIGITAL), 2026);
    }

    @Test
    void a_successor_shows_what_goes_on_what_is_new_and_what_ended() {
        succeeding.name(may(Right.REVIEW_PLANS), later, earlier);
        assertThat(succession.lines(later))
                .extracting(
                        line -> line.earlier().map(Succession.Side::title).orElse("-"),
                        line -> line.later().map(Succession.Side::title).orElse("-"))
                .containsExactly(
                        tuple("组织科学家精神宣讲进校园", "组织科学家精神宣讲进校园"), tuple("-", "开设智能手机小班课堂"), tuple("编印防雪灾明白卡", "-"));
        assertThat(succession.earlier(later))
                .get()
                .extracting(plan -> plan.id())
                .isEqualTo(earlier);
        assertThat(succession.later(earlier))
                .get()
                .extracting(plan -> plan.id())
                .isEqualTo(later);
        assertThat(given.strings("select distinct plan_id::text from ledger.task where year = 2024"))
                .as("tasks stay with their own plan")
                .containsExactly(earlier.toString());
    }

    @Test
    void said_twice_it_is_named_once() {
        succeeding.name(may(Right.REVIEW_PLANS), later, earlier);
        succeeding.name(may(Right.REVIEW_PLANS), later, earlier);
        assertThat(given.rows("plan.succession")).isEqualTo(1);
        assertThat(given.rows("plan.continuation")).isEqualTo(1);
    }

    @Test
    void a_plan_continues_only_an_earlier_one_of_its_own_division_and_within_reach() {
        var neighbours = inForce(before(planOf(LECTURES)).replace("苏尼特右旗", "昆都仑区"), 2024);
        assertThatThrownBy(() -> succeeding.name(may(Right.REVIEW_PLANS), later, neighbours))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> succeeding.name(may(Right.REVIEW_PLANS), earlier, later))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> succeeding.name(may(OTHER, Right.REVIEW_PLANS, BAOTOU), later, earlier))
                .isInstanceOf(NotFound.class);
        assertThat(given.rows("plan.succession")).isZero();
    }

    @Test
    void what_the_earlier_measure_had_above_it_is_proposed_through_the_upper_plans_successor() {
        var upperEarlier = inForce(league(before(planOf(LECTURES, DRILLS))), 2024);
        var upperLater = inForce(league(planOf(LECTURES, DIGITAL)), 2026);
        given.database().sql("delete from plan.link").update();
        given.database().sql("delete from plan.target_change").update();
        given.database()
                .sql("""
                insert into plan.link (upper_measure, lower_measure, kind, score, state)
                values (:upper, :lower, 'SAME', 1, 'CONFIRMED')
                """)
                .param("upper", given.measure(upperEarlier, "组织科学家精神宣讲进校园").value())
                .param("lower", given.measure(earlier, "组织科学家精神宣讲进校园").value())
                .update();
        assertThat(succeeding.name(may(Right.REVIEW_PLANS), later, earlier))
                .as("the upper plan of then is over")
                .isZero();
        assertThat(succeeding.name(may(Right.REVIEW_PLANS), upperLater, upperEarlier))
                .isEqualTo(1);
        assertThat(given.strings(
                        "select origin || ' ' || state from plan.link where upper_measure = ? and lower_measure = ?",
                        given.measure(upperLater, "组织科学家精神宣讲进校园").value(),
                        given.measure(later, "组织科学家精神宣讲进校园").value()))
                .containsExactly("INHERITED PROPOSED");
        assertThat(given.strings(
                        "select verdict from plan.target_change where upper_plan = ? and lower_plan = ?",
                        upperLater.value(),
                        later.value()))
                .as("the targets are compared by the links that were inherited")
                .isNotEmpty();
    }

    @Test
    void the_office_names_the_earlier_plan_on_screen() {
        var clerk = clerk();
        var at = "/desk/plans/" + later + "/successor";
        assertThat(clerk.get(at).body()).contains("指明本方案接续哪一个方案", earlier.toString());
        assertThat(clerk.post(at, "earlier", earlier.toString()).location()).isEqualTo(at);
        assertThat(clerk.get(at).body()).contains("已比对", "接续", "新增", "结束");
        assertThat(clerk.get("/desk/plans/" + earlier).body()).contains("后续方案");
    }

    private PlanId inForce(String text, int year) {
        return given.confirmed(given.uploaded(text), year);
    }

    private static String before(String text) {
        return text.replace("2026—2030年", "2021—2025年").replace("〔2026〕", "〔2021〕");
    }

    private static String league(String text) {
        return text.replace("苏尼特右旗人民政府", "锡林郭勒盟行政公署").replace("苏尼特右旗", "锡林郭勒盟");
    }
}
