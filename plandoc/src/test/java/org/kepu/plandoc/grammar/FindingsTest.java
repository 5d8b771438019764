package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.Reading;

/** Each thing a clerk is told to look at, and that nothing is said of a plan in order. */
class FindingsTest {
    private static final String HEAD = """
            东河市人民政府关于印发东河市全民科学素质行动实施方案（2026—2030年）的通知
            东政发〔2026〕15号
            东河市人民政府
            2026年11月2日
            东河市全民科学素质行动实施方案（2026—2030年）
            一、工作目标
            到2030年，全市公民具备科学素质的比例达到20%。
            """;
    private static final String ACTIONS = """
            二、提升行动
            （一）青少年科学素质提升行动
            1.办好科学课。配强教师。（牵头单位：市教育局；责任单位：市科协）
            2.举办竞赛。丰富活动。（牵头单位：市科协；责任单位：市教育局）
            （二）农民科学素质提升行动
            1.培训农民。办好班次。（牵头单位：市农业农村局；责任单位：市科协）
            """;
    private static final String ROWS = """

            \t序号
            \t工作任务
            \t牵头单位
            \t责任单位

            \t1
            \t%s
            \t%s
            \t市科协

            \t2
            \t举办竞赛
            \t市科协
            \t市教育局

            \t3
            \t培训农民
            \t市农业农村局
            \t市科协
            """;

    @Test
    void a_plan_in_order_raises_nothing() {
        assertThat(findings(HEAD + ACTIONS)).isEmpty();
        assertThat(findings(HEAD + ACTIONS + ROWS.formatted("办好科学课", "市教育局"))).isEmpty();
    }

    @Test
    void text_and_table_may_name_different_leads() {
        assertThat(findings(HEAD + ACTIONS + ROWS.formatted("办好科学课", "市科技局")))
                .isEqualTo(List.of("LEAD_DIFFERS 正文写由市教育局牵头，责任清单写由市科技局牵头 办好科学课"));
    }

    @Test
    void text_and_table_may_name_a_measure_differently() {
        assertThat(findings(HEAD + ACTIONS + ROWS.formatted("办好科学课程", "市教育局")))
                .isEqualTo(List.of("TITLE_DIFFERS 责任清单中的名称不同：办好科学课程 办好科学课"));
    }

    @Test
    void a_measure_may_stand_in_the_text_alone() {
        assertThat(findings(HEAD + ACTIONS.replace("2.举办竞赛。", "2.建设实验室。") + ROWS.formatted("办好科学课", "市教育局")))
                .isEqualTo(List.of("ONE_SIDED 正文的这项措施在责任清单中没有对应的行 建设实验室"));
    }

    @Test
    void a_measure_may_have_no_body() {
        assertThat(findings(HEAD + ACTIONS.replace("（牵头单位：市农业农村局；责任单位：市科协）", "")))
                .isEqualTo(List.of("NO_BODY 这项措施没有写明任何部门 培训农民"));
    }

    @Test
    void what_stands_among_bodies_may_be_none() {
        assertThat(findings(HEAD + ACTIONS.replace("责任单位：市教育局", "责任单位：开展各类活动")))
                .isEqualTo(List.of("BODY_UNCLEAR 不像一个部门的名称：开展各类活动 举办竞赛"));
    }

    @Test
    void a_lead_may_be_named_again_among_the_others() {
        assertThat(findings(HEAD + ACTIONS.replace("责任单位：市教育局", "责任单位：市科协、市教育局")))
                .isEqualTo(List.of("LEAD_ALSO_PARTICIPANT 牵头单位同时列为责任单位：市科协 举办竞赛"));
    }

    @Test
    void a_target_may_lack_its_unit() {
        assertThat(findings(HEAD + ACTIONS.replace("丰富活动。", "线上用户突破20万。")))
                .isEqualTo(List.of("TARGET_UNCLEAR 数字没有写单位，按“人”理解，请核对 线上用户突破20万"));
    }

    @Test
    void a_phase_may_lie_outside_the_years_of_the_title() {
        assertThat(findings(HEAD + ACTIONS + """
                三、进度安排
                （一）启动阶段（2025年）。印发方案。
                """)).isEqualTo(List.of("YEARS_DIFFER 阶段的年份不在方案期内 启动阶段"));
    }

    @Test
    void a_number_may_be_left_out() {
        assertThat(findings(HEAD + ACTIONS.replace("2.举办竞赛", "3.举办竞赛")))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("NUMBERING_BROKEN 序号不连续：此处应为2"));
    }

    @Test
    void a_bracket_may_lack_its_other_half() {
        assertThat(findings(HEAD + ACTIONS.replace("市科协；责任单位：市教育局）", "市科协；责任单位：市教育局")))
                .singleElement()
                .satisfies(finding -> assertThat(finding).startsWith("TYPING_SLIP 括号不成对"));
    }

    @Test
    void a_stated_count_may_not_be_met() {
        assertThat(findings(HEAD + ACTIONS.replace("二、提升行动\n", "二、提升行动\n实施五项提升行动。\n")))
                .isEqualTo(List.of("COUNT_MISMATCH 文中写有5项行动，实际找到2项 实施五项提升行动"));
    }

    @Test
    void number_issuer_and_date_may_be_missing() {
        assertThat(codes("东河市全民科学素质行动实施方案（2026—2030年）\n" + ACTIONS))
                .isEqualTo(List.of(Code.META_MISSING, Code.META_MISSING, Code.META_MISSING));
    }

    private static List<Code> codes(String text) {
        return all(text).stream().map(Finding::code).toList();
    }

    private static List<String> findings(String text) {
        return all(text).stream()
                .map(finding -> finding.code() + " " + finding.message() + " " + finding.quote())
                .toList();
    }

    private static List<Finding> all(String text) {
        return ((Reading.Parsed) new PlanGrammar().read(TextSource.of(text)))
                .plan()
                .findings();
    }
}
