package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnPostgres
class CreditsTest {

    private static final Method LISTENERS = new Method.Sum(Selection.of("LECTURE"), Amount.ATTENDANCES);

    @Autowired
    ApplicationContext context;

    @Autowired
    Figures figures;

    GivenFacts given;
    BodyId library;
    BodyId association;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
        library = given.body(KUNDULUN, "B图书馆");
        association = given.body(KUNDULUN, "A科协");
    }

    @Test
    void who_organised_together_is_credited_each_and_the_whole_counts_once() {
        given.record(lecture("2025-03-05", COMMUNITY, 40, library, association));
        given.record(lecture("2025-04-05", COMMUNITY, 5, library));
        given.record(lecture("2025-05-05", GACHA, 7));
        given.record(lecture("2024-05-05", COMMUNITY, 100, library));
        assertThat(parts(TOP))
                .containsExactly(
                        tuple(association.toString(), "A科协", 40L),
                        tuple(library.toString(), "B图书馆", 45L),
                        tuple("", "", 7L));
        assertThat(read(TOP).value()).isEqualByComparingTo("52");
        assertThat(parts(BAOTOU)).hasSize(2);
        assertThat(parts(QINGSHAN)).isEmpty();
    }

    @Test
    void a_correction_takes_the_credit_from_one_and_gives_it_to_the_other() {
        var fact = lecture("2025-03-05", COMMUNITY, 40, library);
        given.record(fact);
        given.record(fact.corrected().by(List.of(association)));
        assertThat(parts(TOP)).containsExactly(tuple(association.toString(), "A科协", 40L));
    }

    @Test
    void on_an_older_edition_those_are_credited_who_organised_where_it_then_belonged() {
        given.record(lecture("2025-03-05", COMMUNITY, 40, library));
        assertThat(figures.readByOrganiser(
                                GivenPlans.may(Right.READ_FIGURES), question(LISTENERS, TOP, LocalDate.of(2024, 1, 1)))
                        .parts())
                .hasSize(1);
    }

    @Test
    void nobody_is_told_of_a_neighbour_and_only_sums_are_credited() {
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, QINGSHAN);
        assertThatThrownBy(() -> figures.readByOrganiser(neighbour, question(LISTENERS, KUNDULUN, null)))
                .isInstanceOf(NotFound.class);
        var persons = new Method.Persons(Selection.of("TRAINING"));
        assertThat(Figures.creditsOrganisers(persons)).isFalse();
        assertThatThrownBy(() ->
                        figures.readByOrganiser(GivenPlans.may(Right.READ_FIGURES), question(persons, KUNDULUN, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Fact lecture(String day, RegionCode region, int listeners, BodyId... organisers) {
        return given.fact("LECTURE", day, region)
                .with(Amounts.ONCE.attendances(listeners))
                .by(List.of(organisers));
    }

    private List<Tuple> parts(RegionCode region) {
        return read(region).parts().stream()
                .map(part -> tuple(part.key(), part.name(), part.value().longValueExact()))
                .toList();
    }

    private Figure read(RegionCode region) {
        return figures.readByOrganiser(GivenPlans.may(Right.READ_FIGURES), question(LISTENERS, region, null));
    }

    private static Figures.Question question(Method method, RegionCode region, LocalDate on) {
        var definition = new Definition("listeners", "科普讲座听众", "人次", Definition.Span.YEAR, method, null);
        return new Figures.Question(definition, region, Window.ofYear(2025), Breakdown.NONE, on);
    }
}
