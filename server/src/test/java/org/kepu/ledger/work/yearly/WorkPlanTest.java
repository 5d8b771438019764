package org.kepu.ledger.work.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** The yearly work plan: made from the ledger, edited by several, issued once, and then as it is. */
class WorkPlanTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final String NUMBER = "苏右纲要办〔2026〕3号";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private WorkPlans workPlans;

    @Autowired
    private DraftingWorkPlans drafting;

    @Autowired
    private IssuingWorkPlans issuing;

    @Autowired
    private ReadingWorkPlans reading;

    private GivenTasks given;

    @BeforeEach
    void plant() {
        given = GivenTasks.of(context);
        given.plans()
                .database()
                .sql("""
                        insert into ledger.task_part (id, task_id, what, due, state)
                        values (gen_random_uuid(), :task, '排出讲座计划', '2026-03-31', 'OPEN')
                        """)
                .param("task", given.task("办好讲座", "旗科协").value())
                .update();
    }

    @Test
    void a_draft_says_by_programme_and_measure_who_does_what_by_when_and_how_much() {
        var draft = begun();
        assertThat(workPlans.sections(draft))
                .extracting(Section::heading)
                .containsExactly("总体安排", "青少年科学素质提升行动", "工作要求");
        assertThat(workPlans.sections(draft).get(1).text())
                .contains(
                        "1.办好讲座。牵头单位：旗科协；责任单位：旗教育局、旗气象局。",
                        "年度目标：",
                        "20场",
                        "分工：排出讲座计划（旗科协，3月31日前）。",
                        "2.办好展览。牵头单位：旗教育局；责任单位：旗科协。");
        assertThat(content(draft).rows())
                .extracting(Content.Row::measure, Content.Row::leads, Content.Row::parts)
                .containsExactly(tuple("办好讲座", "旗科协", "排出讲座计划（旗科协，3月31日前）"), tuple("办好展览", "旗教育局", ""));
    }

    @Test
    void of_twenty_who_begin_at_once_all_find_the_same_draft() {
        var scope = may(Right.RUN_LEDGER);
        var answers = together(20, i -> drafting.begin(scope, given.plan(), 2026, null));
        assertThat(answers.stream().map(one -> ((Writing.Draft) one).id()).distinct())
                .hasSize(1);
        assertThat(answers.stream().filter(one -> ((Writing.Draft) one).fresh()))
                .hasSize(1);
        assertThat(given.plans().rows("ledger.work_plan_section")).isEqualTo(3);
    }

    @Test
    void a_body_plans_its_own_tasks_only() {
        var scope = given.scope("旗气象局", Right.DO_TASKS);
        var draft = ((Writing.Draft) drafting.begin(scope, given.plan(), 2026, given.body("旗气象局"))).id();
        assertThat(content(draft).rows()).extracting(Content.Row::measure).containsExactly("办好讲座");
        assertThat(drafting.begin(may(Right.RUN_LEDGER), given.plan(), 2029, null))
                .isEqualTo(new Writing.NothingAsked());
    }

    @Test
    void of_two_who_edit_a_section_the_second_loses_nothing() {
        var draft = begun();
        var one = clerk();
        var path = "/desk/work-plans/" + draft;
        one.get(path);
        one.post(path + "/sections/2", "version", "1", "heading", "工作要求", "text", "各单位按季度更新进展。");
        var second = one.post(path + "/sections/2", "version", "1", "heading", "工作要求", "text", "十二月底前总结。");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body())
                .contains(
                        "各单位按季度更新进展。", "十二月底前总结。</textarea>", "OFFICE_CLERK在", "先改过了", "name=\"version\" value=\"2\"");
        one.post(path + "/sections/2", "version", "2", "heading", "工作要求", "text", "各单位按季度更新进展。\n十二月底前总结。");
        assertThat(workPlans.sections(draft).get(2)).isEqualTo(new Section(2, "工作要求", "各单位按季度更新进展。\n十二月底前总结。", 3));
        assertThat(one.post(path + "/sections/9", "version", "1", "heading", "没有", "text", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_section_typed_while_the_plan_was_issued_is_shown_to_be_kept_elsewhere() {
        var draft = begun();
        var late = clerk();
        var path = "/desk/work-plans/" + draft;
        late.get(path);
        issue(clerk(), draft, NUMBER, "3");
        var answer = late.post(path + "/sections/2", "version", "1", "heading", "工作要求", "text", "按季度更新进展。");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("这份计划刚刚印发", "按季度更新进展。");
    }

    @Test
    void what_is_issued_is_frozen_and_both_documents_say_it() throws IOException, InterruptedException {
        var draft = begun();
        var clerk = clerk();
        issue(clerk, draft, NUMBER, "3");
        var page = clerk.get("/desk/work-plans/" + draft).body();
        assertThat(page).contains("已印发", NUMBER, "内容未变").doesNotContain("<textarea");
        var before = reading.content(may(Right.READ_LEDGER), draft);
        given.plans().database().sql("update ledger.task_part set what = '改了'").update();
        assertThat(reading.content(may(Right.READ_LEDGER), draft)).isEqualTo(before);
        for (var change : List.of(
                "update ledger.work_plan set title = '改了'",
                "update ledger.work_plan set state = 'DRAFT', number = null, issued_on = null, content = null, checksum = null",
                "delete from ledger.work_plan where id = '" + draft + "'")) {
            assertThatThrownBy(() -> given.plans().database().sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class);
        }
        var word = text(bytes(clerk, draft, "word"));
        var pdf = pdfText(bytes(clerk, draft, "pdf"));
        assertThat(word).contains("2026年全民科学素质工作计划", NUMBER, "排出讲座计划（旗科协，3月31日前）", "牵头单位：旗科协", "2026年1月20日");
        assertThat(pdf.replaceAll("\\s", ""))
                .contains("2026年全民科学素质工作计划", NUMBER, "排出讲座计划（旗科协，3月31日前）", "牵头单位：旗科协", "2026年1月20日");
        assertThat(drafting.edit(may(Right.RUN_LEDGER), draft, 0, new SectionForm(1, "总体安排", "改了")))
                .isEqualTo(new Writing.Closed());
        assertThat(drafting.discard(may(Right.RUN_LEDGER), draft)).isFalse();
    }

    @Test
    void a_changed_byte_is_seen_by_the_checksum() {
        var draft = begun();
        issue(clerk(), draft, NUMBER, "3");
        OnPostgres.Server.superuser(given.plans().database())
                .sql("update ledger.work_plan set content = jsonb_set(content, '{title}', '\"另一份\"')")
                .update();
        assertThat(clerk().get("/desk/work-plans/" + draft).body()).contains("内容与校验码不符");
    }

    @Test
    void a_later_one_takes_the_place_of_the_one_before() {
        var first = begun();
        var clerk = clerk();
        issue(clerk, first, NUMBER, "3");
        var second = begun();
        assertThat(second).isNotEqualTo(first);
        var taken = issue(clerk, second, NUMBER, "3");
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("这个文号已经用过");
        issue(clerk, second, "苏右纲要办〔2026〕9号", "3");
        assertThat(given.plans().strings("select number || ' ' || state from ledger.work_plan order by number"))
                .containsExactly(NUMBER + " SUPERSEDED", "苏右纲要办〔2026〕9号 ISSUED");
        assertThat(clerk.get("/desk/work-plans/" + second).body()).contains("/desk/work-plans/" + first, "替代：");
        assertThat(workPlans.issuedIn(may(Right.READ_LEDGER), GivenTasks.BANNER, 2026))
                .extracting(WorkPlan::id)
                .containsExactly(second);
    }

    @Test
    void of_ten_who_issue_at_once_one_does_and_a_draft_that_changed_is_seen_first() {
        var draft = begun();
        var scope = may(Right.RUN_LEDGER);
        drafting.edit(scope, draft, 2, new SectionForm(1, "工作要求", "按季度更新进展。"));
        assertThat(issuing.issue(scope, draft, form(3, NUMBER))).isEqualTo(new Issue.Changed());
        var answers = together(10, i -> issuing.issue(scope, draft, form(4, NUMBER)));
        assertThat(answers.stream().filter(Issue.Issued.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Issue.Already.class::isInstance)).hasSize(9);
    }

    @Test
    void of_ten_who_throw_a_draft_away_at_once_one_does() {
        var draft = begun();
        var answers = together(10, i -> {
            try {
                return drafting.discard(may(Right.RUN_LEDGER), draft);
            } catch (NotFound gone) {
                return false;
            }
        });
        assertThat(answers).containsOnlyOnce(true);
        assertThat(given.plans().rows("ledger.work_plan_section")).isZero();
    }

    @Test
    void of_two_drafts_that_are_issued_at_once_one_bears_the_number() {
        given = GivenTasks.of(context, 2026, 2027, 2028, 2029);
        var scope = may(Right.RUN_LEDGER);
        var drafts = together(4, i -> ((Writing.Draft) drafting.begin(scope, given.plan(), 2026 + i, null)).id());
        var answers = together(4, i -> issuing.issue(scope, drafts.get(i), form(3, NUMBER)));
        assertThat(answers.stream().filter(Issue.Issued.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(Issue.NumberTaken.class::isInstance)).hasSize(3);
    }

    @Test
    void a_draft_is_not_there_for_a_neighbour_and_what_the_office_issued_is_for_those_it_asks() {
        var draft = begun();
        var neighbour = may(OTHER, Right.READ_LEDGER, BAOTOU);
        var asked = given.scope("旗教育局", Right.READ_LEDGER);
        assertThat(workPlans.find(neighbour, draft)).isEmpty();
        assertThat(workPlans.find(asked, draft)).isEmpty();
        assertThat(workPlans.of(neighbour, given.plan(), 2026)).isEmpty();
        assertThatThrownBy(() -> drafting.begin(may(OTHER, Right.RUN_LEDGER, BAOTOU), given.plan(), 2026, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        drafting.begin(given.scope("旗科协", Right.DO_TASKS), given.plan(), 2026, given.body("旗教育局")))
                .isInstanceOf(NotFound.class);
        for (var scope : List.of(
                may(OTHER, Right.RUN_LEDGER, BAOTOU),
                given.scope("旗科协", Right.DO_TASKS),
                Scope.nothing(OTHER, Right.RUN_LEDGER))) {
            assertThatThrownBy(() -> drafting.edit(scope, draft, 0, new SectionForm(1, "总体安排", "别人写的")))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> issuing.issue(scope, draft, form(3, NUMBER)))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> drafting.discard(scope, draft)).isInstanceOf(NotFound.class);
        }
        var department = signedIn(given.clerkOf("旗教育局"));
        assertThat(department.get("/desk/work-plans/" + draft).status()).isEqualTo(404);
        assertThat(department.get("/desk/work-plans/" + draft + "/word").status())
                .isEqualTo(404);
        assertThat(department
                        .post("/desk/work-plans", "plan", given.plan().toString(), "year", "2026")
                        .status())
                .isEqualTo(404);
        issuing.issue(may(Right.RUN_LEDGER), draft, form(3, NUMBER));
        assertThat(workPlans.find(asked, draft)).isPresent();
        assertThat(workPlans.find(neighbour, draft)).isEmpty();
        assertThat(department.get("/desk/work-plans/" + draft).status()).isEqualTo(200);
    }

    private UUID begun() {
        return ((Writing.Draft) drafting.begin(may(Right.RUN_LEDGER), given.plan(), 2026, null)).id();
    }

    private Content content(UUID id) {
        return reading.content(may(Right.READ_LEDGER), id);
    }

    private static IssueForm form(long seen, String number) {
        return new IssueForm(seen, "2026年全民科学素质工作计划", "旗纲要办", number, LocalDate.of(2026, 1, 20));
    }

    private static Visitor.Answer issue(Visitor clerk, UUID draft, String number, String seen) {
        clerk.get("/desk/work-plans/" + draft);
        return clerk.post(
                "/desk/work-plans/" + draft + "/issue",
                "seen",
                seen,
                "title",
                "2026年全民科学素质工作计划",
                "issuer",
                "旗纲要办",
                "number",
                number,
                "day",
                "2026-01-20");
    }

    private byte[] bytes(Visitor clerk, UUID id, String kind) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address() + "/desk/work-plans/" + id + "/" + kind))
                                .header("Cookie", "kepu=" + clerk.session())
                                .build(),
                        BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String text(byte[] word) throws IOException {
        try (var document = new XWPFDocument(new ByteArrayInputStream(word));
                var words = new XWPFWordExtractor(document)) {
            return words.getText();
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
