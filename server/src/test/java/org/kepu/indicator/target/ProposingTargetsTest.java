package org.kepu.indicator.target;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.target.ProposingTargets.Outcome;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.plandoc.Target.Operator;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class ProposingTargetsTest {

    private static final Scope READER = GivenPlans.may(Right.READ_FIGURES);
    private static final Scope KEEPER = GivenPlans.may(Right.KEEP_INDICATORS);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private ProposingTargets proposing;

    @Autowired
    private Targets targets;

    private GivenPlans given;

    @BeforeEach
    void clear() {
        given = GivenPlans.onCleanGround(context);
    }

    @ParameterizedTest
    @ValueSource(strings = {GivenPlans.REGION_PLAN, GivenPlans.LEAGUE_PLAN, GivenPlans.BANNER_PLAN})
    void the_targets_of_the_demo_plans_are_proposed_as_in_the_table(String file) {
        var plan = given.demoInForce(file, 2026);
        assertThat(proposing.of(READER, plan).stream().map(ProposingTargetsTest::line))
                .containsExactlyElementsOf(ProposedTable.OF.get(file));
    }

    @Test
    void the_title_of_the_measure_says_what_a_short_sentence_leaves_out() {
        var plan = inForce("加强科学教师培训。每年培训60人次以上，其中牧区学校教师不少于20人次。（牵头单位：旗教育局）");
        assertThat(proposing.of(READER, plan).stream()
                        .map(proposal ->
                                proposal.candidates().getFirst().definition().id()))
                .containsExactly("science-teacher-training", "rural-science-teacher-training");
    }

    @Test
    void nothing_is_bound_without_a_person() {
        var plan = given.demoInForce(GivenPlans.BANNER_PLAN, 2026);
        proposing.of(READER, plan);
        assertThat(targets.of(READER, plan)).isEmpty();
    }

    @Test
    void a_confirmed_target_asks_what_the_plan_asks() {
        var plan = inForce("“十五五”期间培训高素质农牧民1500人次。（牵头单位：旗农牧和科技局）");
        assertThat(decide(plan, 0, "skilled-farmer-training", "")).isEqualTo(new Outcome.Done());
        assertThat(targets.of(READER, plan)).singleElement().satisfies(target -> {
            assertThat(target.operator()).isEqualTo(Operator.AT_LEAST);
            assertThat(target.value()).isEqualByComparingTo("1500");
            assertThat(target.span()).isEqualTo(Span.PERIOD);
            assertThat(target.region()).isEqualTo(new RegionCode("152524"));
            assertThat(target.period().from()).isEqualTo("2026-01-01");
            assertThat(target.period().to()).isEqualTo("2030-12-31");
        });
        assertThat(trail()).containsExactly("target.act.decided");
    }

    @Test
    void what_is_asked_of_each_school_is_asked_of_all() {
        var plan = inForce("学校每学期举办科普讲座不少于4次。（牵头单位：旗教育局）");
        assertThat(decide(plan, 0, "school-lectures", "")).isEqualTo(new Outcome.Done());
        assertThat(targets.of(READER, plan)).singleElement().satisfies(target -> {
            assertThat(target.operator()).isEqualTo(Operator.ALL);
            assertThat(target.value()).isEqualByComparingTo("100");
            assertThat(target.span()).isEqualTo(Span.SEMESTER);
        });
    }

    @Test
    void another_unit_or_threshold_is_refused_with_the_reason() {
        var plan = inForce("每年培训教师60人次以上。（牵头单位：旗教育局）", "学校每学期举办科普讲座不少于5次。（牵头单位：旗教育局）");
        assertThat(decide(plan, 0, "teachers-trained", ""))
                .isEqualTo(new Outcome.Refused(new Fit.Misfit(Fit.Why.UNIT, "人次", "名")));
        assertThat(decide(plan, 0, "science-literacy-ratio", ""))
                .isEqualTo(new Outcome.Refused(new Fit.Misfit(Fit.Why.UNIT, "人次", "%")));
        assertThat(decide(plan, 1, "school-lectures", ""))
                .isEqualTo(new Outcome.Refused(new Fit.Misfit(Fit.Why.THRESHOLD, "5", "4")));
        assertThat(targets.of(READER, plan)).isEmpty();
        assertThat(trail()).isEmpty();
    }

    @Test
    void a_target_that_no_indicator_expresses_is_decided_too() {
        var plan = inForce("每年培训教师60人次以上。（牵头单位：旗教育局）");
        assertThat(decide(plan, 0, ProposingTargets.WITHOUT, "")).isEqualTo(new Outcome.Done());
        assertThat(targets.of(READER, plan)).isEmpty();
        assertThat(proposing.of(READER, plan).getFirst().seen()).isEqualTo(ProposingTargets.WITHOUT);
        assertThat(decide(plan, 0, "science-teacher-training", ProposingTargets.WITHOUT))
                .isEqualTo(new Outcome.Done());
        assertThat(targets.of(READER, plan)).hasSize(1);
        assertThat(trail()).hasSize(2);
    }

    @Test
    void confirming_twice_changes_nothing_the_second_time() {
        var plan = inForce("每年培训教师60人次以上。（牵头单位：旗教育局）");
        decide(plan, 0, "science-teacher-training", "");
        assertThat(decide(plan, 0, "science-teacher-training", "")).isEqualTo(new Outcome.Already());
        assertThat(trail()).hasSize(1);
    }

    @Test
    void of_many_who_confirm_the_same_at_once_one_does_and_of_two_who_differ_one_is_told() {
        var plan = inForce("每年培训教师60人次以上。（牵头单位：旗教育局）", "每年举办科普讲座10场。（牵头单位：旗教育局）");
        assertThat(together(8, person -> decide(plan, 0, "science-teacher-training", "")))
                .containsOnlyOnce(new Outcome.Done())
                .allMatch(outcome -> !(outcome instanceof Outcome.Overtaken));
        assertThat(together(2, person -> decide(plan, 1, person == 0 ? "lectures" : ProposingTargets.WITHOUT, "")))
                .containsExactlyInAnyOrder(new Outcome.Done(), new Outcome.Overtaken());
        assertThat(trail()).hasSize(2);
    }

    @Test
    void a_neighbour_neither_sees_nor_decides() {
        var plan = inForce("每年培训教师60人次以上。（牵头单位：旗教育局）");
        var id = target(plan, 0);
        var neighbour = new RegionCode("150203");
        decide(plan, 0, "science-teacher-training", "");
        assertThatThrownBy(() -> proposing.of(GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, neighbour), plan))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> proposing.decide(
                        GivenPlans.may(GivenPlans.OTHER, Right.KEEP_INDICATORS, neighbour),
                        plan,
                        id,
                        ProposingTargets.WITHOUT,
                        ""))
                .isInstanceOf(NotFound.class);
        assertThat(targets.of(GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, neighbour), plan))
                .isEmpty();
    }

    private PlanId inForce(String... measures) {
        var plan = given.inForce(given.uploaded(GivenPlans.planOf(measures)), 2026);
        before = all().size();
        return plan;
    }

    private int before;

    private List<String> trail() {
        return all().stream().skip(before).toList();
    }

    private List<String> all() {
        return given.strings("select act from audit.entry where act like 'target.%' order by at");
    }

    private UUID target(PlanId plan, int position) {
        return proposing.of(READER, plan).get(position).target().id();
    }

    private Outcome decide(PlanId plan, int position, String indicator, String seen) {
        return proposing.decide(KEEPER, plan, target(plan, position), indicator, seen);
    }

    private static String line(Proposal proposal) {
        var target = proposal.target();
        return target.quote() + " | " + target.window() + " "
                + target.value().stripTrailingZeros().toPlainString() + " " + target.unit() + " | "
                + proposal.candidates().stream()
                        .map(candidate -> candidate.definition().id())
                        .collect(joining(", "))
                + " | "
                + proposal.misfits().stream()
                        .map(near ->
                                near.definition().id() + " " + near.misfit().why())
                        .collect(joining(", "));
    }
}
