package org.kepu.ledger.supervision.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor.Attachment;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whether each government has the work in its overall plan, its yearly plan and its assessment of targets (G11-05). */
class YearlyFactsTest extends RunningSite {

    private static final RegionCode BANNER = new RegionCode("152524");
    private static final RegionCode LEAGUE = new RegionCode("152500");
    private static final RegionCode NEIGHBOUR = new RegionCode("150203");
    private static final int YEAR = 2026;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private YearlyFacts facts;

    @Autowired
    private StatingFacts stating;

    @BeforeEach
    void plant() {
        GivenPlans.onCleanGround(context);
    }

    @Test
    void what_was_said_stays_and_a_later_word_takes_its_place() {
        assertThat(state(form(Kind.YEARLY_PLAN, false, "", null))).isEqualTo(new Stated.Saved());
        var first = standing().getFirst();
        assertThat(state(form(Kind.YEARLY_PLAN, true, "2026 年政府工作要点", first.id())))
                .isEqualTo(new Stated.Saved());
        assertThat(standing())
                .extracting(YearlyFact::given, YearlyFact::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(true, "2026 年政府工作要点"));
        assertThat(facts.said(may(Right.READ_LEDGER), BANNER, YEAR))
                .extracting(YearlyFact::given, YearlyFact::standing)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(true, true),
                        org.assertj.core.groups.Tuple.tuple(false, false));
    }

    @Test
    void of_two_who_state_the_same_one_does_and_the_other_is_told() {
        var outcomes = together(2, person -> state(form(Kind.OVERALL_PLAN, true, "规划" + person, null)));
        assertThat(outcomes).containsExactlyInAnyOrder(new Stated.Saved(), new Stated.Overtaken());
        var seen = standing().getFirst().id();
        assertThat(together(2, person -> state(form(Kind.OVERALL_PLAN, true, "更正" + person, seen))))
                .containsExactlyInAnyOrder(new Stated.Saved(), new Stated.Overtaken());
        assertThat(standing()).hasSize(1);
    }

    @Test
    void sent_twice_it_was_said_once() {
        var form = form(Kind.TARGET_ASSESSMENT, true, "考核办法", null);
        assertThat(state(form)).isEqualTo(new Stated.Saved());
        assertThat(state(form)).isEqualTo(new Stated.Already());
        assertThat(facts.said(may(Right.READ_LEDGER), BANNER, YEAR)).hasSize(1);
    }

    @Test
    void a_league_sees_those_below_and_a_neighbour_nothing() {
        state(form(Kind.YEARLY_PLAN, true, "工作要点", null));
        var league = may(OTHER, Right.READ_LEDGER, LEAGUE);
        assertThat(facts.standing(league, List.of(LEAGUE, BANNER), YEAR))
                .extracting(YearlyFact::region)
                .containsExactly(BANNER);
        var neighbour = may(OTHER, Right.READ_LEDGER, NEIGHBOUR);
        assertThat(facts.standing(neighbour, List.of(BANNER, NEIGHBOUR), YEAR)).isEmpty();
        assertThat(facts.standing(Scope.nothing(OTHER, Right.READ_LEDGER), List.of(BANNER), YEAR))
                .isEmpty();
        assertThatThrownBy(() -> stating.state(
                        may(OTHER, Right.RUN_LEDGER, NEIGHBOUR),
                        BANNER,
                        YEAR,
                        form(Kind.OVERALL_PLAN, true, "规划", null)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_office_states_it_with_its_document_and_the_league_opens_it() {
        var office = signedIn(accounts.with(Role.OFFICE_CLERK, BANNER));
        int year = LocalDate.now(java.time.Clock.system(java.time.ZoneId.of("Asia/Shanghai")))
                .getYear();
        var path = "/desk/supervision/yearly-facts";
        assertThat(office.get(path).body()).contains("苏尼特右旗 " + year + " 年", "纳入本地区总体规划", "未填写");
        var form = path + "/152524/" + year + "/YEARLY_PLAN";
        var id = office.get(form).body().replaceAll("(?s).*name=\"id\" value=\"([^\"]+)\".*", "$1");
        var lacking = office.post(form, "id", id, "given", "true", "title", "");
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.body()).contains("已做到的，请写文件名称");
        var stated = office.postWithFile(
                form,
                "file",
                new Attachment("要点.txt", "列入要点".getBytes(StandardCharsets.UTF_8)),
                "id",
                id,
                "given",
                "true",
                "title",
                "政府工作要点",
                "number",
                "苏右政发〔2026〕1号",
                "signedOn",
                "2026-01-20");
        assertThat(office.get(stated.location()).body()).contains("已保存。", "政府工作要点（苏右政发〔2026〕1号）");

        var league = signedIn(accounts.with(Role.LEADER, LEAGUE));
        var overview = league.get(path + "?year=" + year).body();
        assertThat(overview).contains("列入年度工作计划：1 个，共 ", "政府工作要点").doesNotContain("/YEARLY_PLAN\"");
        var document = overview.replaceAll("(?s).*href=\"(/desk/supervision/yearly-facts/documents/[^\"]+)\".*", "$1");
        assertThat(league.get(document).body()).isEqualTo("列入要点");
        var neighbour = signedIn(accounts.with(Role.OFFICE_CLERK, NEIGHBOUR));
        assertThat(neighbour.get(document).status()).isEqualTo(404);
        assertThat(neighbour.get(path + "?region=152524").status()).isEqualTo(404);
        assertThat(neighbour.get(form).status()).isEqualTo(404);
    }

    private Stated state(YearlyFactForm form) {
        return stating.state(may(CLERK, Right.RUN_LEDGER, BANNER), BANNER, YEAR, form);
    }

    private List<YearlyFact> standing() {
        return facts.standing(may(Right.READ_LEDGER), List.of(BANNER), YEAR);
    }

    private static YearlyFactForm form(Kind kind, boolean given, String title, @Nullable UUID supersedes) {
        return new YearlyFactForm(UUID.randomUUID(), kind, given, title, "", null, supersedes, null);
    }
}
