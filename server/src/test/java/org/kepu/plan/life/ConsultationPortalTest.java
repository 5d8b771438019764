package org.kepu.plan.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.planOf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
        assertThat(clerk.get(desk).body()).contains("答复已记下", "每年到三个苏木");
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
    void the_summary_can_be_taken_along_as_word_and_as_pdf() throws Exception {
        given.database().sql("""
                insert into plan.consultation (id, draft_id, region_code, title, structure, request, opens_on, closes_on,
                                               open_to_public, state, opened_at, opened_by)
                select gen_random_uuid(), id, region_code, title, structure, '', '2026-01-01', '2026-01-31', true, 'CLOSED',
                       now(), id
                  from plan.draft
                """).update();
        given.database().sql("""
                insert into plan.opinion (id, consultation_id, node, clause, words, sent_at, outcome, reason)
                select gen_random_uuid(), id, 'ACTION/1/2', '办好展览', '展览请到苏木来', now(), 'PARTLY', '每年到三个苏木'
                  from plan.consultation
                """).update();
        var summary = "/desk/consultations/"
                + given.strings("select id::text from plan.consultation").getFirst() + "/summary/";
        var session = clerk().session();
        var word = new StringBuilder();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes(session, summary + "word")))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    word.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", ""));
                }
            }
        }
        assertThat(word).contains("征求意见情况的说明", "展览请到苏木来", "部分采纳", "每年到三个苏木", "2026年1月31日");
        try (var pdf = Loader.loadPDF(bytes(session, summary + "pdf"))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains("征求意见情况的说明", "展览请到苏木来", "部分采纳", "每年到三个苏木");
        }
    }

    private byte[] bytes(String session, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + path))
                                .header("Cookie", "kepu=" + session)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
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
    void of_many_consultations_the_portal_shows_a_page_at_a_time() {
        given.database().sql("""
                insert into plan.consultation (id, draft_id, region_code, title, structure, request, opens_on, closes_on,
                                               open_to_public, state, opened_at, opened_by)
                select gen_random_uuid(), id, region_code, title, structure, '', current_date - 90, current_date - n, true,
                       'PUBLISHED', now(), id
                  from plan.draft, generate_series(1, 31) n
                """).update();
        var oldest = given.strings("select id::text from plan.consultation order by closes_on")
                .getFirst();
        var first = visitor().get("/plans/consultations").body();
        assertThat(consultations(first)).hasSize(30).doesNotContain(oldest);
        assertThat(first).contains("/plans/consultations?page=2");
        assertThat(consultations(visitor().get("/plans/consultations?page=2").body()))
                .containsExactly(oldest);
        assertThat(visitor().get("/plans/consultations?page=-7").status()).isEqualTo(200);
    }

    private static Set<String> consultations(String page) {
        return Pattern.compile("/plans/consultations/([0-9a-f-]{36})")
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
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
