package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Phase;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Reading;
import org.kepu.plandoc.Target;

/** The shapes in which plans come, one rule each. */
class PlanShapesTest {
    private static final String HEAD = """
            东河市人民政府关于印发东河市全民科学素质行动实施方案（2026—2030年）的通知
            东政发〔2026〕15号
            东河市人民政府
            2026年11月2日
            东河市全民科学素质行动实施方案（2026—2030年）
            """;

    private static final String ACTIONS = """
            二、提升行动
            （一）青少年科学素质提升行动
            1.办好科学课。配强教师。
            2.举办竞赛。每年举办大赛2场。
            （二）农民科学素质提升行动
            1.培训农民。每年培训2000人次。
            """;

    @Test
    void goals_stand_in_the_requirements_where_no_section_is_called_so() {
        var plan = parsed(HEAD + """
                一、总体要求
                2025年全市公民具备科学素质的比例为14%，建设网络100个。到2030年达到20%以上。
                """ + ACTIONS);

        assertThat(plan.goals()).extracting(Target::quote).isEqualTo(List.of("到2030年达到20%以上"));
    }

    @Test
    void the_goal_of_one_programme_is_no_goal_of_the_plan() {
        var plan = parsed(HEAD + """
                一、工作目标
                到2030年，全市公民具备科学素质的比例达到20%。
                二、提升行动
                （一）青少年科学素质提升行动
                1.工作目标。培养科学教师500名。
                2.主要措施。
                （1）办好科学课。配强教师。
                （2）举办竞赛。丰富活动。
                （二）农民科学素质提升行动
                1.工作目标。培训3000人次。
                2.主要措施。
                （1）培训农民。办好班次。
                """);

        assertThat(plan.goals()).hasSize(1);
        assertThat(titles(plan, 0)).isEqualTo(List.of("办好科学课", "举办竞赛"));
    }

    @Test
    void a_section_of_actions_makes_its_points_actions_whatever_they_are_called() {
        var plan = parsed(HEAD + """
                一、五大提升行动
                （一）提升青少年科学素质
                1.办好科学课。配强教师。
                （二）提升农民科学素质
                1.培训农民。办好班次。
                二、重点工程
                （一）科普基础设施
                1.建设科技馆。面积5000平方米。
                （二）基层科普能力
                1.建强队伍。招募1000人。
                """);

        assertThat(plan.programmes())
                .extracting(programme -> programme.kind() + " " + programme.title())
                .isEqualTo(List.of("ACTION 提升青少年科学素质", "ACTION 提升农民科学素质", "PROJECT 科普基础设施", "PROJECT 基层科普能力"));
    }

    @Test
    void sections_stand_below_chapters() {
        var plan = parsed(HEAD + """
                第一章 总体要求
                第二章 重点任务
                第一节 青少年科学素质提升行动
                一、办好科学课。配强教师。
                第二节 农民科学素质提升行动
                一、培训农民。办好班次。
                第三章 重点工程
                第一节 科普基础设施工程
                一、建设科技馆。面积5000平方米。
                """);

        assertThat(plan.programmes()).extracting(Programme::title).hasSize(3);
    }

    @Test
    void a_group_of_actions_is_none_itself() {
        var plan = parsed(HEAD + """
                一、重点任务
                （一）开展两大人群科学素质提升行动
                1.青少年科学素质提升行动
                （1）办好科学课。配强教师。
                2.农民科学素质提升行动
                （1）培训农民。办好班次。
                （二）推进两项科普基础工程
                1.科普资源建设工程
                （1）开发课程。编写教材。
                2.基层科普服务工程
                （1）配备科普员。每村2名。
                """);

        assertThat(plan.programmes())
                .extracting(Programme::title)
                .isEqualTo(List.of("青少年科学素质提升行动", "农民科学素质提升行动", "科普资源建设工程", "基层科普服务工程"));
    }

    @Test
    void the_only_measure_of_a_programme_may_be_a_plain_paragraph_where_others_are() {
        var plan = parsed(HEAD + """
                一、提升行动
                （一）青少年科学素质提升行动
                办好科学课。配强教师，完善评价，推动科学教育提质增效。
                举办竞赛。丰富活动，办好大赛，激发青少年的科学兴趣。
                （二）农民科学素质提升行动
                培训农民。办好班次，每年培训2000人次，送科技下乡。
                """);

        assertThat(titles(plan, 1)).isEqualTo(List.of("培训农民"));
    }

    @Test
    void a_list_within_a_plain_measure_makes_no_measures() {
        var plan = parsed(HEAD + """
                一、提升行动
                （一）青少年科学素质提升行动
                办好科学课。配强教师，完善评价，推动科学教育提质增效。
                弘扬科学家精神。开展宣讲，建设教育基地。
                （1）组织宣讲团；（2）建设展厅；（3）拍摄短片。
                （二）农民科学素质提升行动
                培训农民。办好班次，每年培训2000人次，送科技下乡。
                推广技术。建设示范田，选派专家驻点服务。
                """);

        assertThat(titles(plan, 0)).isEqualTo(List.of("办好科学课", "弘扬科学家精神"));
    }

    @Test
    void a_bracket_that_never_closes_still_numbers_a_heading() {
        var plan = parsed(HEAD + """
                一、提升行动
                （一）青少年科学素质提升行动
                ①办好科学课。配强教师。
                （二农民科学素质提升行动
                ①培训农民。办好班次。
                （三）老年人科学素质提升行动
                ①智慧助老。开设课程。
                """);

        assertThat(plan.programmes()).hasSize(3);
        assertThat(plan.findings()).extracting(finding -> finding.message()).contains("序号的括号没有合上");
    }

    @Test
    void a_comma_behind_a_number_does_for_a_dot() {
        var plan = parsed(HEAD + """
                一.提升行动
                (一)青少年科学素质提升行动
                1,办好科学课.配强教师.(牵头单位:市教育局;责任单位:市科协)
                2,举办竞赛.每年举办2场.(牵头单位:市科协;责任单位:市教育局)
                (二)农民科学素质提升行动
                1,培训农民.每年培训2,000人次.(牵头单位:市农业农村局)
                """);

        assertThat(titles(plan, 0)).isEqualTo(List.of("办好科学课", "举办竞赛"));
    }

    @Test
    void phases_and_points_of_organisation_may_stand_in_one_paragraph() {
        var plan = parsed(HEAD + ACTIONS + """
                三、进度安排
                1.启动阶段（2026年）。印发方案。2.实施阶段（2027—2029年）。全面推进。3.总结阶段（2030年）。总结评估。
                四、保障措施
                （一）完善机制。健全制度。（二）加强投入。保障经费。
                """);

        assertThat(plan.phases()).extracting(Phase::title).isEqualTo(List.of("启动阶段", "实施阶段", "总结阶段"));
        assertThat(plan.organisation()).extracting(OrganisationPoint::title).isEqualTo(List.of("完善机制", "加强投入"));
    }

    @Test
    void signature_and_date_at_the_end_belong_to_no_measure() {
        var plan = parsed("""
                关于印发《东河市“十五五”全民科学素质行动实施方案》的通知
                东河市“十五五”全民科学素质行动实施方案
                """ + ACTIONS + """
                东河市全民科学素质工作领导小组办公室
                2026年11月2日
                """);

        assertThat(plan.issuer()).isEqualTo("东河市全民科学素质工作领导小组办公室");
        assertThat(plan.programmes().getLast().measures().getLast().text()).isEqualTo("培训农民。每年培训2000人次。");
    }

    @Test
    void the_years_of_a_plan_are_not_those_of_the_document_it_carries_out() {
        var plan = parsed("""
                东河市人民政府关于印发东河市贯彻落实《全民科学素质行动规划纲要（2021—2035年）》实施方案的通知
                东政发〔2026〕15号
                东河市贯彻落实《全民科学素质行动规划纲要（2021—2035年）》实施方案
                结合“十五五”时期工作实际，制定本方案。
                """ + ACTIONS);

        assertThat(plan.title()).isEqualTo("东河市贯彻落实《全民科学素质行动规划纲要（2021—2035年）》实施方案");
        assertThat(plan.periodFrom()).isEqualTo(2026);
        assertThat(plan.periodTo()).isEqualTo(2030);
    }

    @Test
    void a_row_for_a_whole_programme_speaks_for_all_its_measures() {
        var plan = parsed(HEAD + ACTIONS + """
                附件

                \t序号
                \t工作任务
                \t牵头单位
                \t责任单位

                \t1
                \t青少年科学素质提升行动
                \t市教育局
                \t市科协

                \t2
                \t农民科学素质提升行动
                \t市农业农村局
                \t市科协
                """);

        assertThat(plan.programmes())
                .extracting(Programme::leads)
                .isEqualTo(List.of(List.of("市教育局"), List.of("市农业农村局")));
        assertThat(plan.programmes().getFirst().measures())
                .extracting(Measure::leads)
                .containsOnly(List.of("市教育局"));
        assertThat(plan.findings()).isEmpty();
    }

    @Test
    void a_target_runs_on_over_a_page_break() {
        var plan = parsed(HEAD + """
                一、提升行动
                （一）青少年科学素质提升行动
                1.办好科学课。配强教师，每年培训教师不少于3

                — 2 —

                00人次。
                2.举办竞赛。丰富活动。
                （二）农民科学素质提升行动
                1.培训农民。办好班次。
                """);

        assertThat(plan.programmes().getFirst().measures().getFirst().targets())
                .singleElement()
                .satisfies(target -> assertThat(target.value().intValue()).isEqualTo(300));
    }

    private static List<String> titles(ParsedPlan plan, int programme) {
        return plan.programmes().get(programme).measures().stream()
                .map(Measure::title)
                .toList();
    }

    private static ParsedPlan parsed(String text) {
        return ((Reading.Parsed) new PlanGrammar().read(TextSource.of(text))).plan();
    }
}
