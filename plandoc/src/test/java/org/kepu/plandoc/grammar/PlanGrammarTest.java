package org.kepu.plandoc.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.Measure.AssignedBy;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Phase;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Reading;

class PlanGrammarTest {
    private static final String HEAD = """
            青山县人民政府
            关于印发《青山县全民科学素质行动规划纲要实施方案
            （2021-2025年）》的通知
            青政发[2022]8号
            各乡镇人民政府：
            现将《青山县全民科学素质行动规划纲要实施方案（2021-2025年）》印发给你们。
            青山县人民政府
            二〇二二年三月一日
            青山县全民科学素质行动规划纲要实施方案
            （2021-2025年）
            为落实国发〔2021〕9号文件，制定本方案。原方案（青政发〔2016〕3号）同时废止。
            一、工作目标
            到2025年，全县公民具备科学素质的比例达到13%。
            """;

    @Test
    void the_head_tells_title_number_issuer_date_period_and_basis() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）实施青少年科学素质提升行动。激发好奇心。
                1.办好科学课。每校每学期实验不少于4次。
                """);

        assertThat(plan.title()).isEqualTo("青山县全民科学素质行动规划纲要实施方案（2021—2025年）");
        assertThat(plan.documentNumber()).isEqualTo("青政发〔2022〕8号");
        assertThat(plan.issuer()).isEqualTo("青山县人民政府");
        assertThat(plan.signedOn()).isEqualTo(LocalDate.of(2022, 3, 1));
        assertThat(plan.periodFrom()).isEqualTo(2021);
        assertThat(plan.periodTo()).isEqualTo(2025);
        assertThat(plan.basis()).isEqualTo(List.of("国发〔2021〕9号"));
        assertThat(plan.goals())
                .singleElement()
                .satisfies(goal -> assertThat(goal.quote()).endsWith("达到13%"));
    }

    @Test
    void points_below_the_task_are_no_measures_and_the_list_below_all_is_for_all() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）实施农民科学素质行动
                任务：
                ——着力培养新型农民。
                措施：
                ——加强技术培训。办好田间学校。
                ——建设科技小院。选派专家驻点。
                分工：由县农业农村局牵头，县科协、县妇联等单位参加。
                （二）实施科普信息化工程
                任务：
                ——提升水平。
                措施：
                ——建好平台。推送权威内容。
                分工：由县科协牵头，县委宣传部参加。
                """);

        assertThat(titles(plan.programmes().getFirst())).isEqualTo(List.of("加强技术培训", "建设科技小院"));
        assertThat(plan.programmes().getFirst().leads()).isEqualTo(List.of("县农业农村局"));
        assertThat(plan.programmes().getFirst().measures())
                .allSatisfy(measure -> assertThat(measure.assignedBy()).isEqualTo(AssignedBy.SECTION));
        assertThat(plan.programmes().getLast().kind()).isEqualTo(Programme.Kind.PROJECT);
    }

    @Test
    void a_list_below_each_measure_is_that_measures_own() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）职工科学素质提升行动
                1.开展竞赛。每年3场次。
                牵头单位：县总工会
                2.建好工作室。带动创新。
                牵头单位：县人社局
                """);

        assertThat(measures(plan).stream().map(Measure::leads)).isEqualTo(List.of(List.of("县总工会"), List.of("县人社局")));
        assertThat(measures(plan).getFirst().assignedBy()).isEqualTo(AssignedBy.INLINE);
    }

    @Test
    void a_measure_called_an_action_is_no_programme() {
        var plan = parsed(HEAD + """
                二、提升行动
                （一）老年人科学素质提升行动
                1.实施智慧助老行动。开设课堂。
                2.实施银龄科普行动。组建队伍。
                三、重点工程
                （一）科普阵地建设工程
                1.建设场馆。向公众开放。
                （二）基层科普能力提升
                1.壮大队伍。吸收专家。
                """);

        assertThat(plan.programmes().stream()
                        .map(programme -> programme.kind() + " " + programme.ordinal() + " " + programme.title()))
                .isEqualTo(List.of("ACTION 1 老年人科学素质提升行动", "PROJECT 1 科普阵地建设工程", "PROJECT 2 基层科普能力提升"));
    }

    @Test
    void sections_of_programmes_may_stand_a_level_above_them() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）实施重点人群科学素质提升行动
                1.青少年科学素质提升行动
                （1）办好科学课。补充器材。
                2.妇女科学素质提升行动
                （1）办好讲座。走进社区。
                （二）实施科普重点工程
                3.科普信息化工程
                （1）建好平台。及时更新。
                """);

        assertThat(plan.programmes().stream().map(Programme::title))
                .isEqualTo(List.of("青少年科学素质提升行动", "妇女科学素质提升行动", "科普信息化工程"));
    }

    @Test
    void points_in_one_paragraph_are_measures() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）青少年科学素质提升行动。
                一是办好科学课。补充器材。（责任单位：县教育局）二是开展夏令营。每年2期。（责任单位：团县委）
                """);

        assertThat(titles(plan.programmes().getFirst())).isEqualTo(List.of("办好科学课", "开展夏令营"));
        assertThat(measures(plan).getLast().participants()).isEqualTo(List.of("团县委"));
    }

    @Test
    void bold_paragraphs_without_numbers_are_measures() {
        var plan = parsed("""
                **青山县全民科学素质行动实施方案（2021—2025年）**
                **一、重点行动**
                **（一）青少年科学素质提升行动**
                **加强师资配备**
                每校配备1名科学副校长。
                **办好科技活动**
                每年办科技节1次。
                """);

        assertThat(titles(plan.programmes().getFirst())).isEqualTo(List.of("加强师资配备", "办好科技活动"));
    }

    @Test
    void lines_broken_at_a_page_width_are_joined() {
        var plan = parsed("""
                青山县全民科学素质行动规划纲要实施方案（2021—2025年）

                一、重点行动

                （一）青少年科学素质提升行动

                1.提升科学教育水平。推进科学教育课程改革，实施中小学科学

                教师素质提升工程，每年轮训教师不少于600人次，到2025年中小

                — 1 —

                学校科学副校长配备率达到100%。鼓励学校建设科学实验室和科

                普园地，组织学生走进科普场馆参加实践活动，把学到的知识用到

                生活里。推动家长参加亲子科学活动，形成学校社会家庭协同育人

                格局。
                """);

        assertThat(measures(plan)).singleElement().satisfies(measure -> {
            assertThat(measure.text()).endsWith("形成学校社会家庭协同育人格局。").doesNotContain("— 1 —");
            assertThat(measure.targets()).hasSize(2);
        });
    }

    private static final String TABLE = "序号\t行动工程\t主要任务\t具体措施\t牵头部门\t责任单位\n"
            + "1\t青少年科学素质提升行动\t1.办好科学课\t每校每学期实验不少于4次\t县教育局\t县科协\n"
            + "2\t\t2.开展夏令营\t每年2期\t\t团县委、县教育局\n";

    @Test
    void a_row_of_the_table_and_a_point_of_the_text_are_one_measure() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）青少年科学素质提升行动
                1.办好科学课程。补充器材。
                2.开展夏令营。走进大自然。
                三、组织实施
                （一）加强领导。各单位负责。
                责任清单
                """ + TABLE);

        assertThat(titles(plan.programmes().getFirst())).isEqualTo(List.of("办好科学课程", "开展夏令营"));
        var first = measures(plan).getFirst();
        assertThat(first.text()).isEqualTo("办好科学课程。补充器材。");
        assertThat(first.leads()).isEqualTo(List.of("县教育局"));
        assertThat(first.assignedBy()).isEqualTo(AssignedBy.ROW);
        assertThat(first.targets())
                .singleElement()
                .satisfies(target -> assertThat(target.value()).isEqualByComparingTo("4"));
        assertThat(codes(plan)).contains(Code.TITLE_DIFFERS);
    }

    @Test
    void a_blank_lead_cell_is_filled_from_the_row_above() {
        var plan = parsed(HEAD + "二、任务分工\n见下表。\n" + TABLE);

        var second = measures(plan).getLast();
        assertThat(second.leads()).isEqualTo(List.of("县教育局"));
        assertThat(second.participants()).isEqualTo(List.of("团县委"));
        assertThat(second.assignedBy()).isEqualTo(AssignedBy.ROW_ABOVE);
        assertThat(codes(plan)).contains(Code.FILLED_FROM_ABOVE, Code.LEAD_ALSO_PARTICIPANT);
    }

    @Test
    void phases_and_points_of_organisation_are_read() {
        var plan = parsed(HEAD + """
                二、重点任务
                （一）青少年科学素质提升行动
                1.办好科学课。补充器材。
                三、进度安排
                （一）启动实施。2021年至2022年，动员部署。
                （二）总结评估。2025年，全面总结。
                四、组织实施
                （一）加强领导。各单位负责。
                """);

        assertThat(plan.phases().stream().map(Phase::title)).isEqualTo(List.of("启动实施", "总结评估"));
        assertThat(plan.phases().getFirst().to()).isEqualTo(2022);
        assertThat(plan.organisation())
                .singleElement()
                .satisfies(point -> assertThat(point.text()).isEqualTo("加强领导。各单位负责。"));
    }

    @Test
    void every_place_points_into_the_source() {
        var source = TextSource.of(HEAD + "二、重点任务\n（一）青少年科学素质提升行动\n1.办好科学课。每年实验20场。\n");
        var plan = ((Reading.Parsed) new PlanGrammar().read(source)).plan();

        var measure = measures(plan).getFirst();
        assertThat(source.of(measure.at().getFirst())).isEqualTo("办好科学课。每年实验20场。");
        assertThat(source.of(measure.targets().getFirst().at())).isEqualTo("每年实验20场");
        assertThat(source.of(plan.programmes().getFirst().at())).isEqualTo("青少年科学素质提升行动");
    }

    @Test
    void a_stated_count_that_is_not_met_is_a_finding() {
        var plan = parsed(HEAD + "二、提升行动\n实施5项提升行动。\n（一）青少年科学素质提升行动\n1.办好科学课。补充器材。\n");

        assertThat(codes(plan)).contains(Code.COUNT_MISMATCH);
    }

    @Test
    void a_plan_cut_off_before_its_first_action_is_none() {
        assertThat(read(HEAD)).isInstanceOf(Reading.NotAPlan.class);
    }

    @Test
    void a_drafting_note_is_no_plan_though_it_names_actions() {
        assertThat(read("""
                关于《青山县全民科学素质行动实施方案》的起草说明
                一、起草背景
                为落实上级要求。
                二、主要内容
                （一）青少年科学素质提升行动。包括一是办好科学课；二是开展夏令营。
                """)).isInstanceOf(Reading.NotAPlan.class);
    }

    @Test
    void a_plan_for_another_end_is_none() {
        assertThat(read("""
                青山县道路交通安全行动方案
                二、重点任务
                （一）路面整治行动
                1.严查超载。每月不少于4次。
                （二）隐患治理工程
                1.改造路口。完成20处。
                """)).isInstanceOf(Reading.NotAPlan.class);
    }

    @Test
    void nothing_is_no_plan() {
        assertThat(read("")).isInstanceOf(Reading.NotAPlan.class);
    }

    private static Reading read(String text) {
        return new PlanGrammar().read(TextSource.of(text));
    }

    private static ParsedPlan parsed(String text) {
        return ((Reading.Parsed) read(text)).plan();
    }

    private static List<Measure> measures(ParsedPlan plan) {
        return plan.programmes().stream()
                .flatMap(programme -> programme.measures().stream())
                .toList();
    }

    private static List<String> titles(Programme programme) {
        return programme.measures().stream().map(Measure::title).toList();
    }

    private static List<Code> codes(ParsedPlan plan) {
        return plan.findings().stream().map(Finding::code).toList();
    }
}
