package org.kepu.people.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;
import static org.kepu.people.tour.GivenTours.clerk;
import static org.kepu.people.tour.GivenTours.clerkOf;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.page.NotFound;
import org.kepu.people.GivenService;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A banner is visited by what was told, planned by an open tour, or neither. */
@OnPostgres
class CoverageTest {

    private static final RegionCode SUNITE = new RegionCode("152524");
    private static final RegionCode XILINGOL = new RegionCode("152500");

    @Autowired
    ApplicationContext context;

    @Autowired
    Coverage coverage;

    GivenService given;
    BodyId body;
    CoverageWindow years;
    LocalDate today;

    @BeforeEach
    void plant() {
        given = GivenService.onCleanGround(context);
        body = given.facts().body(TOP, "自治区科协");
        today = GivenService.today();
        years = CoverageWindow.usual(today);
    }

    private List<Coverage.Row> rows(RegionCode region, Programme programme, CoverageWindow window) {
        return coverage.of(clerk(), GivenPlans.may(Right.READ_FIGURES), region, programme, window)
                .rows();
    }

    private Coverage.Row row(RegionCode banner, Programme programme, CoverageWindow window) {
        return rows(banner, programme, window).getFirst();
    }

    private void visit(String kind, LocalDate day, RegionCode where, int attendances) {
        given.facts()
                .record(given.facts().fact(kind, day.toString(), where).with(new Amounts(1, attendances, 0, 0, 0)));
    }

    @Test
    void visits_below_a_banner_are_its_visits_with_the_last_day_and_who_came() {
        visit("EXPERT_VISIT", today.minusDays(9), COMMUNITY, 40);
        visit("EXPERT_VISIT", today.minusDays(2), KUNDULUN, 60);
        visit("EXPERT_VISIT", today.minusDays(1), GACHA, 7);
        visit("REVITALISATION_VISIT", today, QINGSHAN, 99);
        visit("EXPERT_VISIT", LocalDate.of(years.first() - 1, 12, 31), QINGSHAN, 5);
        var row = row(KUNDULUN, Programme.EXPERTS, years);
        assertThat(row.visits()).isEqualTo(2);
        assertThat(row.attendances()).isEqualTo(100);
        assertThat(row.last()).isEqualTo(today.minusDays(2));
        assertThat(row(SUNITE, Programme.EXPERTS, years).attendances()).isEqualTo(7);
        assertThat(row(QINGSHAN, Programme.EXPERTS, years).state()).isEqualTo(Coverage.State.NEITHER);
        assertThat(row(QINGSHAN, Programme.REVITALISATION, years).state()).isEqualTo(Coverage.State.VISITED);
        assertThat(row(QINGSHAN, Programme.EXPERTS, new CoverageWindow(years.first() - 1, years.first() - 1))
                        .visits())
                .isEqualTo(1);
    }

    @Test
    void every_banner_of_the_division_is_there_in_one_of_three_states() {
        visit("EXPERT_VISIT", today, KUNDULUN, 40);
        GivenTours.tour(context, Programme.EXPERTS, body, TOP, QINGSHAN, KUNDULUN);
        GivenTours.tour(context, Programme.REVITALISATION, body, TOP, SUNITE);
        var rows = rows(TOP, Programme.EXPERTS, years);
        assertThat(rows).hasSize(103);
        assertThat(rows.stream()
                        .filter(row -> row.state() != Coverage.State.NEITHER)
                        .map(row -> row.banner().code() + " " + row.state() + " "
                                + row.plans().size()))
                .containsExactly("150203 VISITED 1", "150204 PLANNED 1");
        visit("EXPERT_VISIT", today, BAOTOU, 12);
        assertThat(coverage.of(clerk(), GivenPlans.may(Right.READ_FIGURES), BAOTOU, Programme.EXPERTS, years)
                        .visits())
                .as("also what is told of no banner")
                .isEqualTo(2);
        assertThat(rows(BAOTOU, Programme.EXPERTS, years))
                .extracting(row -> row.banner().parent())
                .containsOnly(BAOTOU);
    }

    @Test
    void what_is_called_off_or_over_is_no_plan() {
        var tour = GivenTours.tour(context, Programme.EXPERTS, body, BAOTOU, KUNDULUN);
        assertThat(row(KUNDULUN, Programme.EXPERTS, years).state()).isEqualTo(Coverage.State.PLANNED);
        given.database()
                .sql("update people.tour set last_day = :day")
                .param("day", today.minusDays(1))
                .update();
        assertThat(row(KUNDULUN, Programme.EXPERTS, years).state()).isEqualTo(Coverage.State.NEITHER);
        given.database()
                .sql("update people.tour set last_day = :day")
                .param("day", today)
                .update();
        assertThat(row(KUNDULUN, Programme.EXPERTS, years).state()).isEqualTo(Coverage.State.PLANNED);
        context.getBean(CancellingTours.class).cancel(clerk(), tour, new Reason("经费没有落实"));
        assertThat(row(KUNDULUN, Programme.EXPERTS, years).state()).isEqualTo(Coverage.State.NEITHER);
    }

    @Test
    void a_clerk_reads_of_the_own_division_alone() {
        visit("EXPERT_VISIT", today, KUNDULUN, 40);
        assertThatThrownBy(() -> coverage.of(
                        clerkOf(XILINGOL), GivenPlans.may(Right.READ_FIGURES), BAOTOU, Programme.EXPERTS, years))
                .isInstanceOf(NotFound.class);
        assertThat(coverage.of(
                                clerk(),
                                GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, XILINGOL),
                                KUNDULUN,
                                Programme.EXPERTS,
                                years)
                        .rows())
                .as("visits are figures, and those are not theirs")
                .extracting(Coverage.Row::visits)
                .containsExactly(0);
    }

    @Test
    void the_years_of_a_plan_are_offered_and_each_year() {
        var day = LocalDate.of(2026, 3, 5);
        assertThat(CoverageWindow.usual(day).key()).isEqualTo("2026-2030");
        assertThat(CoverageWindow.usual(LocalDate.of(2025, 12, 31)).key()).isEqualTo("2021-2025");
        assertThat(CoverageWindow.offered(day))
                .extracting(CoverageWindow::key)
                .containsExactly("2026-2030", "2021-2025", "2026", "2025", "2024", "2023", "2022", "2021");
        assertThat(CoverageWindow.read("1999", day)).isEmpty();
    }
}
