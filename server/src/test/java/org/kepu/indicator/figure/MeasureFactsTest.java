package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.plan.review.GivenPlans.OTHER;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.page.RunningSite;
import org.kepu.plan.MeasureId;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a body did for a measure in a year is read from facts, and each of them can be opened. */
class MeasureFactsTest extends RunningSite {

    private static final MeasureId MEASURE = new MeasureId(UUID.fromString("00000000-0000-4000-8000-000000000071"));
    private static final MeasureId OTHER_MEASURE =
            new MeasureId(UUID.fromString("00000000-0000-4000-8000-000000000072"));
    private static final BodyId OURS = new BodyId(UUID.fromString("00000000-0000-4000-8000-000000000073"));
    private static final BodyId THEIRS = new BodyId(UUID.fromString("00000000-0000-4000-8000-000000000074"));
    private static final Window YEAR = Window.ofYear(2026);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private MeasureFacts measureFacts;

    @Autowired
    private FactLines lines;

    @Autowired
    private Facts facts;

    private GivenFacts given;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
    }

    @Test
    void the_facts_of_the_body_for_the_measure_in_the_year_are_counted_by_kind_and_no_others() {
        record("LECTURE", "2026-03-05", GivenFacts.KUNDULUN, List.of(OURS, THEIRS), MEASURE);
        record("LECTURE", "2026-05-05", GivenFacts.QINGSHAN, List.of(OURS), MEASURE);
        record("EXHIBITION", "2026-06-01", GivenFacts.KUNDULUN, List.of(OURS), MEASURE);
        record("LECTURE", "2025-12-31", GivenFacts.KUNDULUN, List.of(OURS), MEASURE);
        record("LECTURE", "2026-03-06", GivenFacts.KUNDULUN, List.of(THEIRS), MEASURE);
        record("LECTURE", "2026-03-07", GivenFacts.KUNDULUN, List.of(OURS), OTHER_MEASURE);
        var scope = may(Right.READ_FIGURES);
        assertThat(measureFacts.kinds(scope, MEASURE, OURS, YEAR))
                .extracting(MeasureFacts.OfKind::kind, MeasureFacts.OfKind::facts, MeasureFacts.OfKind::latest)
                .containsExactly(
                        tuple("LECTURE", 2L, LocalDate.of(2026, 5, 5)),
                        tuple("EXHIBITION", 1L, LocalDate.of(2026, 6, 1)));
        assertThat(measureFacts.lines(scope, MEASURE, OURS, YEAR, "LECTURE", 0, 10))
                .extracting(MeasureFacts.Line::day)
                .containsExactly(LocalDate.of(2026, 5, 5), LocalDate.of(2026, 3, 5));
        assertThat(measureFacts.lines(scope, MEASURE, OURS, YEAR, null, 1, 1))
                .extracting(MeasureFacts.Line::day)
                .containsExactly(LocalDate.of(2026, 5, 5));
    }

    @Test
    void what_was_taken_back_does_not_count() {
        record("LECTURE", "2026-03-05", GivenFacts.KUNDULUN, List.of(OURS), MEASURE);
        facts.withdraw(GivenPlans.CLERK, new Source("test", "row-1", 2));
        assertThat(measureFacts.kinds(may(Right.READ_FIGURES), MEASURE, OURS, YEAR))
                .isEmpty();
        assertThat(measureFacts.lines(may(Right.READ_FIGURES), MEASURE, OURS, YEAR, null, 0, 10))
                .isEmpty();
    }

    @Test
    void the_day_of_each_bodys_last_is_known_and_moves_back_when_that_fact_is_taken_back() {
        record("LECTURE", "2026-03-05", GivenFacts.KUNDULUN, List.of(OURS, THEIRS), MEASURE);
        record("LECTURE", "2026-05-05", GivenFacts.KUNDULUN, List.of(OURS), MEASURE);
        record("LECTURE", "2026-06-01", GivenFacts.KUNDULUN, List.of(OURS), OTHER_MEASURE);
        record("LECTURE", "2025-12-31", GivenFacts.KUNDULUN, List.of(OURS), MEASURE);
        assertThat(measureFacts.last(List.of(MEASURE), YEAR))
                .containsExactlyInAnyOrder(last(OURS, "2026-05-05"), last(THEIRS, "2026-03-05"));
        facts.withdraw(GivenPlans.CLERK, new Source("test", "row-2", 2));
        assertThat(measureFacts.last(List.of(MEASURE), YEAR))
                .containsExactlyInAnyOrder(last(OURS, "2026-03-05"), last(THEIRS, "2026-03-05"));
    }

    private static MeasureFacts.Last last(BodyId body, String day) {
        return new MeasureFacts.Last(MEASURE.value(), body.value(), LocalDate.parse(day));
    }

    @Test
    void a_fact_is_within_reach_by_its_division_or_by_ones_own_body() {
        var near = record("LECTURE", "2026-03-05", GivenFacts.KUNDULUN, List.of(OURS), MEASURE);
        var far = record("LECTURE", "2026-03-06", GivenFacts.SUMU, List.of(THEIRS), MEASURE);
        var banner = may(OTHER, Right.READ_FIGURES, GivenFacts.KUNDULUN);
        var body = new Scope(OTHER, Right.READ_FIGURES, may(Right.DESK).day(), Set.of(), Set.of(OURS), Set.of());
        assertThat(ids(banner, OURS)).containsExactly(near);
        assertThat(ids(banner, THEIRS)).isEmpty();
        assertThat(ids(body, OURS)).containsExactly(near);
        assertThat(ids(body, THEIRS)).isEmpty();
        assertThat(ids(Scope.nothing(OTHER, Right.READ_FIGURES), OURS)).isEmpty();
        assertThat(lines.find(body, near)).isPresent();
        assertThat(lines.find(body, far)).isEmpty();
        assertThatThrownBy(() -> measureFacts.kinds(may(Right.DESK), MEASURE, OURS, YEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Long> ids(Scope scope, BodyId body) {
        return measureFacts.lines(scope, MEASURE, body, YEAR, null, 0, 10).stream()
                .map(MeasureFacts.Line::id)
                .toList();
    }

    private long record(String kind, String day, RegionCode region, List<BodyId> organisers, MeasureId measure) {
        Fact fact = given.fact(kind, day, region).by(organisers).serving(List.of(measure));
        return ((Recorded.New) given.record(fact)).fact();
    }
}
