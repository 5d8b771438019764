package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.guard.HumanQuestion;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The flow by clicking: the office opens, the public speaks, the office answers, closes and publishes. */
class ConsultationPortalTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Clock clock;

    private GivenPlans given;
    private String draft;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        draft = given.uploaded(planOf("办好讲座。每年举办讲座4场。（牵头单位：旗科协；责任单位：旗教育局）", "办好展览。（牵头单位：旗教育局）"))
                .toString();
    }

    @Test
    void a_citizen_speaks_without_sign_in_and_finds_the_answer_on_the_portal() {
        var clerk = clerk();
        assertThat(clerk.get("/desk/plans/" + draft + "/consultations/new").body())
                .contains("征求意见说明", "name=\"openToPublic\" value=\"true\" checked");
        var opened = clerk.post(
                "/desk/plans/" + draft + "/consultations",
                "request",
                "请重点看指标",
                "closesOn",
                LocalDate.now(clock).plusDays(30).toString(),
                "openToPublic",
                "true");
        var desk = opened.location();
        assertThat(desk).startsWith("/desk/consultations/");
        var id = desk.substring(desk.lastIndexOf('/') + 1);
        var portal = "/plans/consultations/" + id;

        var citizen = visitor();
        assertThat(citizen.get("/plans/consultations").body()).contains(portal, "正在征求意见");
        assertThat(citizen.get("/").body()).contains(portal);
        assertThat(citizen.get(portal).body()).contains("请重点看指标", "办好展览", "联系方式");
        var sent = citizen.post(
                portal + "/opinions",
                "node",
                "ACTION/1/2",
                "words",
                "<b>展览</b>请到苏木来",
                HumanQuestion.TOKEN,
                forms.token(ConsultationPortal.FORM));
        assertThat(sent.location()).isEqualTo(portal);
        assertThat(citizen.get(portal).body()).contains("谢谢，意见已收到");
        assertThat(given.strings("select node || words from plan.opinion")).containsExactly("ACTION/1/2<b>展览</b>请到苏木来");

        var page = clerk.get(desk).body();
        assertThat(page).contains("&lt;b&gt;展览&lt;/b&gt;请到苏木来", "公众", "未答复");
        var opinion = given.strings("select id::text from plan.opinion").getFirst();
        clerk.post(desk + "/opinions/" + opinion, "outcome", "PARTLY", "reason", "", "seen", "0");
        assertThat(clerk.get(desk).body()).contains("请写明理由");
        clerk.post(desk + "/opinions/" + opinion, "outcome", "PARTLY", "reason", "每年到三个苏木", "seen", "0");
        clerk.post(desk + "/opinions/" + opinion, "outcome", "ADOPTED", "reason", "", "seen", "0");
        assertThat(clerk.get(desk).body()).contains("别的同事先答复了", "每年到三个苏木");

        clerk.post(desk + "/close");
        assertThat(clerk.get(desk).body()).contains("还不能办结");
        given.database()
                .sql("update plan.consultation set opens_on = '2026-01-01', closes_on = '2026-01-31'")
                .update();
        assertThat(clerk.get("/desk").body()).contains("征求意见期已满");
        clerk.post(desk + "/close");
        clerk.post(desk + "/publish");
        assertThat(citizen.get(portal).body())
                .contains("征求意见已经结束", "部分采纳", "每年到三个苏木")
                .doesNotContain("<textarea");
        assertThat(clerk.get(desk + "/summary/csv").body())
                .isEqualTo("\uFEFF\"序号\",\"条文\",\"意见内容\",\"提出方\",\"采纳情况\",\"理由\"\r\n"
                        + "\"1\",\"办好展览\",\"<b>展览</b>请到苏木来\",\"公众\",\"部分采纳\",\"每年到三个苏木\"\r\n");
    }

    @Test
    void a_consultation_that_is_not_for_the_public_is_not_on_the_portal() {
        given.database().sql("""
                insert into plan.consultation (id, draft_id, region_code, title, structure, request, opens_on, closes_on,
                                               open_to_public, state, opened_at, opened_by)
                select gen_random_uuid(), id, region_code, title, structure, '', current_date - 1, current_date + 30, false,
                       'OPEN', now(), id
                  from plan.draft
                """).update();
        var id = given.strings("select id::text from plan.consultation").getFirst();
        assertThat(visitor().get("/plans/consultations").body()).doesNotContain(id);
        assertThat(visitor().get("/plans/consultations/" + id).status()).isEqualTo(404);
    }

    @Test
    void a_form_that_a_program_sends_is_shown_again_with_what_was_typed() {
        given.database().sql("""
                insert into plan.consultation (id, draft_id, region_code, title, structure, request, opens_on, closes_on,
                                               open_to_public, state, opened_at, opened_by)
                select gen_random_uuid(), id, region_code, title, structure, '', current_date - 1, current_date + 30, true,
                       'OPEN', now(), id
                  from plan.draft
                """).update();
        var portal = "/plans/consultations/"
                + given.strings("select id::text from plan.consultation").getFirst();
        var program = visitor();
        program.get(portal);
        var answer = program.post(portal + "/opinions", "node", "", "words", "自动发送的意见");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("自动发送的意见");
        var empty = program.post(portal + "/opinions", "node", "", "words", " ");
        assertThat(empty.body()).contains("请写下意见");
        assertThat(given.rows("plan.opinion")).isZero();
    }
}
