package org.kepu.plandoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plandoc.PlanComparison.Link.Kind.CHANGED;
import static org.kepu.plandoc.PlanComparison.Link.Kind.PART;
import static org.kepu.plandoc.PlanComparison.Link.Kind.SAME;
import static org.kepu.plandoc.PlanComparison.TargetChange.Verdict.DROPPED;
import static org.kepu.plandoc.PlanComparison.TargetChange.Verdict.EQUAL;
import static org.kepu.plandoc.PlanComparison.TargetChange.Verdict.LOWERED;
import static org.kepu.plandoc.PlanComparison.TargetChange.Verdict.NEW;
import static org.kepu.plandoc.PlanComparison.TargetChange.Verdict.RAISED;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.plandoc.PlanComparison.TargetChange;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;

class PlanComparerTest {
    private static final Span AT = new Span(0, 0);
    private static final String LECTURES = "组织院士专家进校园。邀请院士、工程师到中小学作报告，讲述科研故事，引导学生动手实验，激发探索未知的兴趣。";
    private static final String TEACHERS = "培养科学教师。举办暑期研修班，更新实验教学方法，完善教师考核办法，鼓励师范院校增设科学教育专业。";
    private static final String VIDEOS = "扶持短视频创作。设立创作基金，征集优秀剧本和动漫作品，组织评选，推动作品在电视台和网络平台播出。";
    private static final String CARAVAN = "用好大篷车。安排大篷车和流动展品巡回牧区集市，配齐讲解员，延长停留时间，方便牧民就近参观。";

    private final PlanComparer comparer = new PlanComparer();

    private static Measure measure(int ordinal, String text, Target... targets) {
        var title = text.substring(0, text.indexOf('。'));
        return new Measure(
                ordinal, title, text, List.of(), List.of(), Measure.AssignedBy.NONE, List.of(targets), List.of(AT));
    }

    private static Programme programme(Programme.Kind kind, int ordinal, String title, Measure... measures) {
        return new Programme(kind, ordinal, title, List.of(), List.of(), List.of(measures), AT);
    }

    private static ParsedPlan plan(List<Target> goals, Programme... programmes) {
        return new ParsedPlan(
                "方案",
                null,
                null,
                null,
                null,
                null,
                List.of(),
                goals,
                List.of(programmes),
                List.of(),
                List.of(),
                List.of());
    }

    private static Target target(String quote, Operator operator, int value, String unit, Window window) {
        return new Target(quote, operator, BigDecimal.valueOf(value), unit, window, AT);
    }

    private static List<String> links(PlanComparison comparison) {
        return comparison.links().stream()
                .map(link -> link.upper() + " " + link.lower() + " " + link.kind())
                .toList();
    }

    @Test
    void a_plan_is_the_same_as_itself() {
        var plan = plan(
                List.of(),
                programme(Programme.Kind.ACTION, 1, "青少年行动", measure(1, LECTURES), measure(2, TEACHERS)),
                programme(Programme.Kind.PROJECT, 1, "信息化工程", measure(1, VIDEOS)));
        var comparison = comparer.compare(plan, plan);
        assertThat(links(comparison))
                .containsExactly(
                        "ACTION/1/1 ACTION/1/1 " + SAME,
                        "ACTION/1/2 ACTION/1/2 " + SAME,
                        "PROJECT/1/1 PROJECT/1/1 " + SAME);
        assertThat(comparison.links()).extracting(PlanComparison.Link::score).containsOnly(1.0);
        assertThat(comparison.onlyUpper()).isEmpty();
        assertThat(comparison.onlyLower()).isEmpty();
    }

    @Test
    void a_measure_that_moved_to_another_programme_is_found_and_a_new_one_is_told() {
        var upper = plan(
                List.of(),
                programme(Programme.Kind.ACTION, 1, "青少年行动", measure(1, LECTURES), measure(2, TEACHERS)),
                programme(Programme.Kind.PROJECT, 1, "信息化工程", measure(1, VIDEOS)));
        var moved = "繁荣作品创作。征集优秀剧本和动漫作品，设立创作基金，推动作品在网络平台播出。";
        var lower = plan(
                List.of(),
                programme(Programme.Kind.ACTION, 1, "青少年行动", measure(1, LECTURES)),
                programme(Programme.Kind.PROJECT, 1, "信息化工程", measure(1, CARAVAN)),
                programme(Programme.Kind.PROJECT, 2, "资源开发工程", measure(1, moved)));
        var comparison = comparer.compare(upper, lower);
        assertThat(links(comparison))
                .containsExactly("ACTION/1/1 ACTION/1/1 " + SAME, "PROJECT/1/1 PROJECT/2/1 " + CHANGED);
        assertThat(comparison.onlyUpper()).containsExactly("ACTION/1/2");
        assertThat(comparison.onlyLower()).containsExactly("PROJECT/1/1");
    }

    @Test
    void two_measures_merged_into_one_are_both_linked() {
        var upper = plan(
                List.of(), programme(Programme.Kind.ACTION, 1, "青少年行动", measure(1, LECTURES), measure(2, TEACHERS)));
        var merged = "办好科学课。邀请院士、工程师到中小学作报告，讲述科研故事，引导学生动手实验，激发探索未知的兴趣。举办暑期研修班，更新实验教学方法，鼓励师范院校增设科学教育专业。";
        var lower = plan(List.of(), programme(Programme.Kind.ACTION, 1, "青少年行动", measure(1, merged)));
        assertThat(links(comparer.compare(upper, lower)))
                .containsExactly("ACTION/1/1 ACTION/1/1 " + CHANGED, "ACTION/1/2 ACTION/1/1 " + PART);
    }

    @Test
    void targets_are_compared_like_with_like() {
        var share = "到2030年，全区公民具备科学素质的比例达到%d%%";
        var upper = plan(
                List.of(target(share.formatted(20), Operator.AT_LEAST, 20, "%", Window.BY_DATE)),
                programme(
                        Programme.Kind.ACTION,
                        1,
                        "青少年行动",
                        measure(1, LECTURES, target("每学期举办科普报告不少于4次", Operator.AT_LEAST, 4, "次", Window.SEMESTER)),
                        measure(
                                2,
                                TEACHERS,
                                target("每年培训科学教师500名", Operator.AT_LEAST, 500, "名", Window.YEAR),
                                target("超过80%的学校配备实验员", Operator.MORE_THAN, 80, "%", Window.NONE))));
        var lower = plan(
                List.of(target(share.formatted(22), Operator.AT_LEAST, 22, "%", Window.BY_DATE)),
                programme(
                        Programme.Kind.ACTION,
                        1,
                        "青少年行动",
                        measure(1, LECTURES, target("每学期举办科普报告不少于4次", Operator.AT_LEAST, 4, "次", Window.SEMESTER)),
                        measure(
                                2,
                                TEACHERS,
                                target("每年培训科学教师600人次", Operator.AT_LEAST, 600, "人次", Window.YEAR),
                                target("80%以上的学校配备实验员", Operator.AT_LEAST, 80, "%", Window.NONE))));
        assertThat(comparer.compare(upper, lower).targets())
                .containsExactly(
                        new TargetChange(share.formatted(20), share.formatted(22), RAISED),
                        new TargetChange("每学期举办科普报告不少于4次", "每学期举办科普报告不少于4次", EQUAL),
                        new TargetChange("每年培训科学教师500名", null, DROPPED),
                        new TargetChange("超过80%的学校配备实验员", "80%以上的学校配备实验员", LOWERED),
                        new TargetChange(null, "每年培训科学教师600人次", NEW));
    }

    @Test
    void empty_plans_have_nothing_in_common() {
        var empty = plan(new ArrayList<>());
        assertThat(comparer.compare(empty, empty))
                .isEqualTo(new PlanComparison(List.of(), List.of(), List.of(), List.of()));
    }
}
