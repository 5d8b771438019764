package org.kepu.plan.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.may;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.page.Visitor.Answer;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class ReviewPagesTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    private GivenPlans given;
    private PlanId plan;
    private Visitor clerk;

    @BeforeEach
    void plant() {
        given = GivenPlans.onCleanGround(context);
        plan = given.uploadedDemo(BANNER_PLAN);
        clerk = clerk();
        clerk.get("/desk/plans/upload");
    }

    @Test
    void the_page_shows_the_original_beside_all_that_was_read() {
        var page = clerk.get(review()).body();
        assertThat(nodes(page)).containsExactlyElementsOf(new java.util.ArrayList<>(List.of("head", "goals")) {
            {
                for (var p : structure().programmes()) {
                    add(p.kind() + "-" + p.ordinal());
                    p.measures().forEach(m -> add(p.kind() + "-" + p.ordinal() + "-" + m.ordinal()));
                }
                addAll(List.of("phases", "organisation"));
            }
        });
        assertThat(page).contains("苏右政发〔2026〕903号", "看原文", "需要留意");
    }

    @Test
    void every_measure_target_phase_and_arrangement_has_its_place_in_the_original() {
        var page = clerk.get(review()).body();
        for (var node :
                Pattern.compile("data-at=\"([^\"]+)\"").matcher(page).results().toList()) {
            assertThat(page).contains("id=\"src-" + node.group(1) + "\"");
            assertThat(clerk.get(review() + "?at=" + node.group(1)).body()).contains("src-marked");
        }
    }

    @Test
    void the_head_can_be_corrected() {
        var answer = save(
                "head",
                0,
                "title",
                "  新的标题  ",
                "region",
                "152500",
                "documentNumber",
                "",
                "issuer",
                "锡林郭勒盟行政公署",
                "signedOn",
                "2026-01-31",
                "periodFrom",
                "2027",
                "periodTo",
                "2031",
                "basis",
                "国发〔2021〕9号\r\n\r\n 内政发〔2026〕901号 \r\n国发〔2021〕9号");
        assertThat(answer.location()).isEqualTo(review() + "#node-head");
        var before = structure();
        var draft = given.draft(plan);
        assertThat(draft.region()).isEqualTo(new RegionCode("152500"));
        assertThat(draft.version()).isEqualTo(1);
        assertThat(draft.changedBy()).isEqualTo("OFFICE_CLERK");
        assertThat(draft.structure())
                .isEqualTo(new ParsedPlan(
                        "新的标题",
                        null,
                        "锡林郭勒盟行政公署",
                        LocalDate.of(2026, 1, 31),
                        2027,
                        2031,
                        List.of("国发〔2021〕9号", "内政发〔2026〕901号"),
                        before.goals(),
                        before.programmes(),
                        before.phases(),
                        before.organisation(),
                        before.findings()));
        assertThat(given.bean(Drafts.class).open(may(Right.REVIEW_PLANS)))
                .extracting(Drafts.Line::title, Drafts.Line::region, Drafts.Line::periodFrom, Drafts.Line::periodTo)
                .containsExactly(org.assertj.core.api.Assertions.tuple("新的标题", new RegionCode("152500"), 2027, 2031));
    }

    @Test
    void the_goals_can_be_corrected_and_what_stays_keeps_its_place() {
        var kept = structure().goals().getFirst();
        save(
                "goals",
                0,
                targets(
                        kept.quote(),
                        "MORE_THAN",
                        "１４.５",
                        "%",
                        "BY_DATE",
                        "新的目标",
                        "AT_LEAST",
                        "2000",
                        "名",
                        "YEAR",
                        "",
                        "AT_LEAST",
                        "",
                        "",
                        "NONE"));
        assertThat(structure().goals())
                .containsExactly(
                        new Target(
                                kept.quote(),
                                Operator.MORE_THAN,
                                new BigDecimal("14.5"),
                                "%",
                                Window.BY_DATE,
                                kept.at()),
                        new Target(
                                "新的目标", Operator.AT_LEAST, new BigDecimal("2000"), "名", Window.YEAR, new Span(0, 0)));
        assertThat(kept.at().isEmpty()).isFalse();
        save("goals", 1, targets("", "AT_LEAST", "", "", "NONE"));
        assertThat(structure().goals()).isEmpty();
    }

    @Test
    void a_programme_can_be_renamed() {
        save("PROJECT-2", 0, "title", "数字化工程");
        assertThat(titles())
                .containsExactly(
                        "青少年科学素质提升行动",
                        "农牧民科学素质提升行动",
                        "产业工人科学素质提升行动",
                        "老年人科学素质提升行动",
                        "领导干部和公务员科学素质提升行动",
                        "科技资源科普化工程",
                        "数字化工程",
                        "科普基础设施提质工程",
                        "基层科普能力提升工程",
                        "科普队伍建设工程");
    }

    @Test
    void a_measure_can_be_corrected_with_its_bodies_and_targets() {
        var before = measure("ACTION", 1, 3);
        save(
                "ACTION-1-3",
                0,
                and(
                        targets("学校每学期举办科普讲座不少于5次", "AT_LEAST", "6", "次", "SEMESTER"),
                        "title",
                        "丰富活动",
                        "text",
                        "办好\r\n校园科技节",
                        "leads",
                        "旗教育局\n旗科协",
                        "participants",
                        "团旗委"));
        assertThat(measure("ACTION", 1, 3))
                .isEqualTo(new Measure(
                        3,
                        "丰富活动",
                        "办好\n校园科技节",
                        List.of("旗教育局", "旗科协"),
                        List.of("团旗委"),
                        before.assignedBy(),
                        List.of(new Target(
                                "学校每学期举办科普讲座不少于5次",
                                Operator.AT_LEAST,
                                new BigDecimal("6"),
                                "次",
                                Window.SEMESTER,
                                before.targets().stream()
                                        .filter(t -> t.quote().equals("学校每学期举办科普讲座不少于5次"))
                                        .map(Target::at)
                                        .findFirst()
                                        .orElse(new Span(0, 0)))),
                        before.at()));
    }

    @Test
    void phases_can_be_corrected_and_what_stays_keeps_its_place() {
        var kept = structure().phases().get(1);
        save(
                "phases",
                0,
                "title",
                kept.title(),
                "from",
                "2027",
                "to",
                "2028",
                "title",
                "收尾",
                "from",
                "2029",
                "to",
                "2030",
                "title",
                "",
                "from",
                "",
                "to",
                "");
        assertThat(structure().phases())
                .containsExactly(
                        new org.kepu.plandoc.Phase(kept.title(), 2027, 2028, kept.at()),
                        new org.kepu.plandoc.Phase("收尾", 2029, 2030, new Span(0, 0)));
        assertThat(kept.at().isEmpty()).isFalse();
    }

    @Test
    void arrangements_can_be_corrected_and_what_stays_keeps_its_place() {
        var kept = structure().organisation().get(2);
        save("organisation", 0, "title", "新的一条", "text", "全文", "title", kept.title(), "text", "改过");
        assertThat(structure().organisation())
                .containsExactly(
                        new org.kepu.plandoc.OrganisationPoint("新的一条", "全文", new Span(0, 0)),
                        new org.kepu.plandoc.OrganisationPoint(kept.title(), "改过", kept.at()));
        assertThat(kept.at().isEmpty()).isFalse();
    }

    @Test
    void programmes_and_measures_are_added_raised_and_removed_and_keep_their_count() {
        act("add-action", 0, "title", "新的行动");
        act("add-measure", 1, "node", "ACTION-1", "title", "新的措施");
        act("raise-measure", 2, "node", "ACTION-1-6");
        act("raise-measure", 3, "node", "ACTION-1-5");
        act("remove-measure", 4, "node", "ACTION-1-2");
        act("remove-programme", 5, "node", "PROJECT-1");
        act("add-project", 6, "title", "新的工程");
        act("raise-measure", 7, "node", "ACTION-1-1");
        assertThat(titles())
                .containsExactly(
                        "青少年科学素质提升行动",
                        "农牧民科学素质提升行动",
                        "产业工人科学素质提升行动",
                        "老年人科学素质提升行动",
                        "领导干部和公务员科学素质提升行动",
                        "科普数字化提升工程",
                        "科普基础设施提质工程",
                        "基层科普能力提升工程",
                        "科普队伍建设工程",
                        "新的行动",
                        "新的工程");
        assertThat(structure().programmes().getFirst().measures())
                .extracting(Measure::title)
                .containsExactly("弘扬科学精神和科学家精神", "丰富学校科普活动", "新的措施", "开展草原研学实践", "加强科学教师培训");
        assertEachIsNumberedInOrder(structure());
        assertThat(given.draft(plan).version()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add-action", "add-project", "add-measure"})
    void what_is_added_needs_a_title(String act) {
        var answer = act(act, 0, "node", act.equals("add-measure") ? "ACTION-1" : "", "title", " \t ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("请填写标题");
        assertThat(given.draft(plan).version()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "acts/remove-measure, ACTION-9-9",
        "acts/remove-measure, ACTION-1",
        "acts/remove-programme, ACTION-1-1",
        "acts/remove-programme, 外星",
        "acts/add-measure, ACTION-77",
        "acts/raise-measure, PROJECT-1-99",
        "acts/explode, ACTION-1",
        "parts/ACTION-9-9, ''",
        "parts/ACTION-99, ''",
        "parts/nothing, ''"
    })
    void what_is_not_in_the_plan_cannot_be_changed(String path, String node) {
        var answer = clerk.post(review() + "/" + path, "version", "0", "node", node, "title", "新", "text", "新");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(given.draft(plan).version()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "head | title | '' | 请填写标题",
                "head | signedOn | 2026年3月5日 | 日期应为",
                "head | signedOn | 2026-02-30 | 日期应为",
                "head | periodFrom | 二〇二六 | 请填写四位年份",
                "head | periodFrom | 1026 | 请填写四位年份",
                "head | periodFrom | 1950 | 请填写四位年份",
                "head | periodTo | 2020 | 结束年早于起始年",
                "ACTION-1 | title | '' | 请填写标题",
                "ACTION-1-1 | title | '' | 请填写标题",
                "ACTION-1-1 | text | '' | 请填写全文",
                "ACTION-1-1 | participants | 旗教育局 | 不能既牵头又参与",
                "ACTION-1-1 | value | 很多 | 数值应为",
                "ACTION-1-1 | value | -3 | 数值应为",
                "ACTION-1-1 | value | 1e2147483647 | 数值应为",
                "ACTION-1-1 | value | 1.12345678 | 数值应为",
                "ACTION-1-1 | value | 12345678901234567890 | 数值应为",
                "ACTION-1-1 | unit | '' | 请填写单位",
                "ACTION-1-1 | quote | '' | 请填写指标的原文",
                "ACTION-1-1 | operator | WISH | 请选定要求",
                "ACTION-1-1 | window | EVER | 请选定计算期",
                "goals | value | 十 | 数值应为",
                "phases | title | '' | 请填写标题",
                "phases | from | 26 | 请填写四位年份",
                "phases | to | 2001 | 请填写四位年份",
                "organisation | title | '' | 请填写标题"
            })
    void wrong_input_comes_back_with_a_sentence_at_the_field_and_what_was_typed(
            String part, String field, String value, String sentence) {
        var fields = right(part);
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equals(field)) {
                fields[i + 1] = value;
                break;
            }
        }
        var answer = save(part, 0, fields);
        assertThat(answer.status()).isEqualTo(422);
        var node = node(answer.body(), part);
        assertThat(node).contains(sentence);
        assertThat(node).contains("aria-invalid=\"true\"");
        for (int i = 0; i < fields.length; i += 2) {
            if (!List.of("operator", "window").contains(fields[i])) {
                assertThat(node).contains(escaped(fields[i + 1]));
            }
        }
        assertThat(given.draft(plan).version()).isZero();
    }

    @Test
    void a_chosen_region_is_kept_while_another_field_is_wrong() {
        var answer = save("head", 0, "title", "", "region", "150200", "periodFrom", "2026", "periodTo", "2030");
        assertThat(node(answer.body(), "head")).contains("value=\"150200\" selected");
    }

    @Test
    void a_second_save_over_an_older_version_loses_nothing() {
        byOther(p -> Editing.changeMeasure(p, NodePath.of("ACTION-1-1"), m -> retitled(m, "同事改的标题")));
        var fields = right("ACTION-1-1");
        fields[1] = "我改的标题";
        var answer = save("ACTION-1-1", 0, fields);
        assertThat(answer.status()).isEqualTo(409);
        var node = node(answer.body(), "ACTION-1-1");
        assertThat(node).contains("王同事", "同事改的标题", "value=\"我改的标题\"", "name=\"version\" value=\"1\"");
        assertThat(measure("ACTION", 1, 1).title()).isEqualTo("同事改的标题");
        assertThat(save("ACTION-1-1", 1, fields).status()).isEqualTo(302);
        assertThat(measure("ACTION", 1, 1).title()).isEqualTo("我改的标题");
    }

    @ParameterizedTest
    @ValueSource(strings = {"head", "goals", "phases", "organisation", "ACTION-2", "PROJECT-5-2"})
    void every_part_tells_who_saved_and_keeps_what_was_typed(String part) {
        byOther(p -> Editing.changeMeasure(p, NodePath.of("ACTION-1-1"), m -> retitled(m, "同事改的标题")));
        var fields = right(part);
        var answer = save(part, 0, fields);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(node(answer.body(), part)).contains("王同事", "name=\"version\" value=\"1\"");
        for (int i = 0; i < fields.length; i += 2) {
            assertThat(node(answer.body(), part)).contains(escaped(fields[i + 1]));
        }
        assertThat(save(part, 1, fields).status()).isEqualTo(302);
    }

    @Test
    void wrong_input_over_an_older_version_does_not_pass_for_the_newer() {
        byOther(p -> Editing.changeMeasure(p, NodePath.of("ACTION-1-1"), m -> retitled(m, "同事改的标题")));
        var fields = right("ACTION-1-1");
        fields[1] = "";
        var answer = save("ACTION-1-1", 0, fields);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(node(answer.body(), "ACTION-1-1")).contains("王同事", "同事改的标题", "请填写标题");
    }

    @Test
    void a_form_follows_its_measure_when_another_removes_the_one_before() {
        byOther(p -> Editing.removeMeasure(p, NodePath.of("ACTION-1-2")));
        var fields = and(right("ACTION-1-3"), "of", key("ACTION-1-2", 1));
        fields[1] = "我改的标题";
        var answer = save("ACTION-1-3", 0, fields);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(node(answer.body(), "ACTION-1-2")).contains("value=\"我改的标题\"", "王同事");
        assertThat(node(answer.body(), "ACTION-1-3")).doesNotContain("我改的标题");
        assertThat(answer.header("HX-Retarget")).isEqualTo("#content");
    }

    @Test
    void what_was_typed_for_a_measure_that_another_removed_is_shown() {
        var key = key("ACTION-1-2", 0);
        byOther(p -> Editing.removeMeasure(p, NodePath.of("ACTION-1-2")));
        var fields = and(right("ACTION-1-2"), "of", key);
        fields[1] = "我改的标题";
        var answer = save("ACTION-1-2", 0, fields);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("我改的标题", "王同事").doesNotContain("value=\"我改的标题\"");
        assertThat(measure("ACTION", 1, 2).title()).isEqualTo("丰富学校科普活动");
    }

    @Test
    void a_title_typed_for_something_new_is_not_lost_either() {
        byOther(p -> Editing.removeMeasure(p, NodePath.of("ACTION-1-2")));
        var answer = act("add-measure", 0, "node", "ACTION-1", "title", "我想添的措施");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("我想添的措施", "王同事");
        assertThat(structure().programmes().getFirst().measures()).hasSize(4);
    }

    @Test
    void of_ten_editors_at_once_exactly_one_wins() {
        var clerks = clerk;
        var answers = together(
                10,
                i -> clerks.post(review() + "/parts/ACTION-2", "version", "0", "title", "第" + i + "人的标题")
                        .status());
        assertThat(answers.stream().filter(status -> status == 302)).hasSize(1);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(9);
        assertThat(given.draft(plan).version()).isEqualTo(1);
    }

    @Test
    void after_confirmation_the_review_is_closed() {
        given.inForce(plan, 2026);
        var before = given.strings("select structure::text || version || changed_at from plan.draft");
        var meanings = given.strings("select meaning::text from body.meaning order by 1");
        assertThat(clerk.get(review()).location()).isEqualTo("/desk/plans/" + plan);
        for (var fields : List.of(new String[] {"title", "晚到的标题"}, new String[] {"title", ""})) {
            assertThat(save("ACTION-1", 0, fields).location()).isEqualTo("/desk/plans/" + plan);
        }
        for (var path : List.of("/acts/add-action", "/bodies", "/confirm")) {
            assertThat(clerk.post(
                                    review() + path,
                                    "version",
                                    "0",
                                    "title",
                                    "",
                                    "years",
                                    "2026",
                                    "written",
                                    "旗教育局",
                                    "meaning",
                                    "")
                            .location())
                    .as(path)
                    .isEqualTo("/desk/plans/" + plan);
        }
        clerk.post(review() + "/discard", "version", "0");
        assertThat(given.strings("select structure::text || version || changed_at from plan.draft"))
                .isEqualTo(before);
        assertThat(given.strings("select meaning::text from body.meaning order by 1"))
                .isEqualTo(meanings)
                .isNotEmpty();
    }

    @Test
    void nothing_typed_is_taken_for_markup() {
        var evil = "<script>alert('x')</script><img src=x onerror=\"y\">\u0001\ud800";
        save(
                "head",
                0,
                "title",
                evil,
                "issuer",
                evil,
                "documentNumber",
                evil,
                "basis",
                evil,
                "periodFrom",
                "2026",
                "periodTo",
                "2030");
        save("goals", 1, targets(evil, "AT_LEAST", "1", evil, "YEAR"));
        save("ACTION-1", 2, "title", evil);
        save(
                "ACTION-1-1",
                3,
                and(
                        targets(evil, "AT_LEAST", "1", evil, "YEAR"),
                        "title",
                        evil,
                        "text",
                        evil,
                        "leads",
                        evil,
                        "participants",
                        evil + "二"));
        save("phases", 4, "title", evil, "from", "2026", "to", "2027");
        save("organisation", 5, "title", evil, "text", evil);
        act("add-project", 6, "title", evil);
        assertThat(given.draft(plan).version()).isEqualTo(7);
        var pages = new java.util.ArrayList<String>();
        for (var edit : List.of("", "head", "goals", "ACTION-1", "ACTION-1-1", "phases", "organisation")) {
            pages.add(review() + "?edit=" + edit);
        }
        pages.add("/desk/plans");
        pages.forEach(page -> assertMarkupIsNotOurs(clerk.get(page)));
        given.inForce(plan, 2026);
        var measure = given.structure(plan).measures().findFirst().orElseThrow().id();
        for (var page : List.of(
                "/desk/plans",
                "/desk/plans/" + plan,
                "/desk/ledger",
                "/desk/measures/" + measure,
                "/plans",
                "/plans/" + plan,
                "/",
                "/search?q=onerror")) {
            assertMarkupIsNotOurs(clerk.get(page));
        }
    }

    private static void assertMarkupIsNotOurs(Answer page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("onerror").doesNotContain("<script>alert", "<img src=x");
    }

    private static void assertEachIsNumberedInOrder(ParsedPlan structure) {
        for (var kind : Programme.Kind.values()) {
            var ordinals = structure.programmes().stream()
                    .filter(p -> p.kind() == kind)
                    .map(Programme::ordinal)
                    .toList();
            assertThat(ordinals).isEqualTo(upTo(ordinals.size()));
        }
        for (var programme : structure.programmes()) {
            var ordinals = programme.measures().stream().map(Measure::ordinal).toList();
            assertThat(ordinals).isEqualTo(upTo(ordinals.size()));
        }
    }

    private static List<Integer> upTo(int last) {
        return java.util.stream.IntStream.rangeClosed(1, last).boxed().toList();
    }

    /** Fields of a part that could be saved as they are; the first measure keeps 旗教育局 as its lead. */
    private static String[] right(String part) {
        return switch (part) {
            case "head" ->
                new String[] {
                    "title",
                    "标题甲",
                    "documentNumber",
                    "文号乙",
                    "issuer",
                    "机关丙",
                    "signedOn",
                    "2026-03-05",
                    "periodFrom",
                    "2026",
                    "periodTo",
                    "2030",
                    "basis",
                    "依据丁"
                };
            case "goals" -> targets("目标甲", "AT_LEAST", "13", "单位乙", "BY_DATE");
            case "phases" -> new String[] {"title", "阶段甲", "from", "2026", "to", "2028"};
            case "organisation" -> new String[] {"title", "第一条甲", "text", "全文乙"};
            default ->
                part.chars().filter(c -> c == '-').count() == 1
                        ? new String[] {"title", "名称甲"}
                        : and(
                                new String[] {"title", "标题甲", "text", "全文乙", "leads", "旗教育局", "participants", "旗科协"},
                                targets("指标丙", "AT_LEAST", "31", "单位丁", "YEAR"));
        };
    }

    private static String[] targets(String... rows) {
        var names = List.of("quote", "operator", "value", "unit", "window");
        var fields = new String[rows.length * 2];
        for (int i = 0; i < rows.length; i++) {
            fields[2 * i] = names.get(i % 5);
            fields[2 * i + 1] = rows[i];
        }
        return fields;
    }

    private static String[] and(String[] fields, String... more) {
        var all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }

    private static Measure retitled(Measure m, String title) {
        return new Measure(
                m.ordinal(), title, m.text(), m.leads(), m.participants(), m.assignedBy(), m.targets(), m.at());
    }

    private void byOther(UnaryOperator<ParsedPlan> change) {
        assertThat(given.bean(Reviewing.class)
                        .correct(
                                may(GivenPlans.OTHER, Right.REVIEW_PLANS, GivenPlans.TOP),
                                plan,
                                given.draft(plan).version(),
                                change))
                .isInstanceOf(Reviewing.Correction.Saved.class);
    }

    private String key(String measure, int version) {
        assertThat(given.draft(plan).version()).isEqualTo(version);
        var found = Editing.measure(structure(), NodePath.of(measure)).orElseThrow();
        return EditForm.key(found.at(), found.title());
    }

    private Answer save(String part, int version, String... fields) {
        return clerk.post(review() + "/parts/" + part, and(new String[] {"version", "" + version}, fields));
    }

    private Answer act(String act, int version, String... fields) {
        return clerk.post(review() + "/acts/" + act, and(new String[] {"version", "" + version}, fields));
    }

    private String review() {
        return "/desk/plans/" + plan + "/review";
    }

    private ParsedPlan structure() {
        return given.draft(plan).structure();
    }

    private List<String> titles() {
        return structure().programmes().stream().map(Programme::title).toList();
    }

    private Measure measure(String kind, int programme, int measure) {
        return Editing.measure(structure(), NodePath.of(kind + "-" + programme + "-" + measure))
                .orElseThrow();
    }

    private static List<String> nodes(String page) {
        return Pattern.compile("<article class=\"node[^\"]*\" id=\"node-([^\"]+)\"")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static String node(String page, String part) {
        var from = page.indexOf(" id=\"node-" + part + "\"");
        assertThat(from).as("no node " + part).isPositive();
        return page.substring(from, page.indexOf("</article>", from));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
