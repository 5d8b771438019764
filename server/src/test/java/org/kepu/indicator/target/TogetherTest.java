package org.kepu.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Window;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is read together says the same as what is read one by one. */
@OnPostgres
class TogetherTest {

    private static final LocalDate AFTER = LocalDate.of(2026, 6, 30);
    private static final List<RegionCode> REGIONS = List.of(
            GivenPlans.TOP,
            new RegionCode("150200"),
            new RegionCode("152500"),
            new RegionCode("150203"),
            new RegionCode("150204"),
            new RegionCode("152501"),
            new RegionCode("152524"));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoFigures demo;

    @Autowired
    private Definitions definitions;

    @Autowired
    private Figures figures;

    @Autowired
    private Targets targets;

    @Autowired
    private TargetCards cards;

    private final Scope scope = GivenPlans.may(Right.READ_FIGURES);

    @BeforeEach
    void plant() {
        GivenPlans.onCleanGround(context);
        demo.load(Scope.ofProgram(Actor.program("系统"), Right.KEEP_INDICATORS, AFTER, Set.of(GivenPlans.TOP)));
    }

    @Test
    void figures_of_every_indicator_are_the_same_together_as_one_by_one() {
        var chance = new Random(20260630);
        var all = definitions.on(AFTER);
        assertThat(all.stream().map(Definition::method).map(Method::getClass))
                .contains(
                        Method.Sum.class,
                        Method.Persons.class,
                        Method.Stock.class,
                        Method.Each.class,
                        Method.Ratio.class,
                        Method.Coverage.class,
                        Method.Stated.class);
        for (int round = 0; round < 6; round++) {
            var windows = List.of(
                    Window.ofYear(2021 + chance.nextInt(5)),
                    new Window(
                            LocalDate.of(2021, 1, 1), LocalDate.of(2021, 1, 1).plusDays(chance.nextInt(1900))),
                    new Window(
                            LocalDate.of(2020, 12, 5), LocalDate.of(2025, 1, 1).plusDays(chance.nextInt(365))));
            var questions = new ArrayList<Figures.Question>();
            for (var definition : all) {
                for (int i = 0; i < 3; i++) {
                    questions.add(new Figures.Question(
                            definition,
                            REGIONS.get(chance.nextInt(REGIONS.size())),
                            windows.get(chance.nextInt(windows.size())),
                            Breakdown.NONE,
                            null));
                }
            }
            var together = figures.read(scope, questions);
            assertThat(together.keySet()).containsExactlyInAnyOrderElementsOf(Set.copyOf(questions));
            together.forEach((question, figure) ->
                    assertThat(said(figure)).as("%s", question).isEqualTo(said(figures.read(scope, question))));
        }
    }

    @Test
    void cards_of_all_targets_are_the_same_together_as_one_by_one_on_any_day() {
        var all = targets.regions(scope).stream()
                .flatMap(region -> targets.of(scope, region).stream())
                .toList();
        assertThat(all).hasSize(23);
        for (var day : List.of("2020-12-31", "2021-01-01", "2023-08-31", "2024-02-29", "2025-09-01", "2026-06-30")) {
            var on = LocalDate.parse(day);
            var together = cards.of(scope, all, on);
            assertThat(together).extracting(TargetCard::target).containsExactlyElementsOf(all);
            assertThat(cards.standing(scope, all, on))
                    .as("lights are told the same, without the terms of before")
                    .extracting(TargetCard::state)
                    .containsExactlyElementsOf(
                            together.stream().map(TargetCard::state).toList());
            for (var card : together) {
                assertThat(said(card))
                        .isEqualTo(
                                said(cards.of(scope, List.of(card.target()), on).getFirst()));
            }
        }
    }

    @Test
    void who_does_not_reach_one_of_the_divisions_reads_none() {
        var lectures = definitions.find("lectures", AFTER).orElseThrow();
        var asked = REGIONS.stream()
                .map(region -> new Figures.Question(lectures, region, Window.ofYear(2025), Breakdown.NONE, null))
                .toList();
        var own = GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, new RegionCode("150200"));
        assertThat(figures.read(own, List.of(asked.get(1), asked.get(3)))).hasSize(2);
        assertThatThrownBy(() -> figures.read(own, asked)).isInstanceOf(NotFound.class);
        assertThat(figures.read(own, List.of())).isEmpty();
    }

    /** All that a figure says but the moment. */
    private static Figure said(Figure figure) {
        return new Figure(
                figure.definition(),
                figure.region(),
                figure.window(),
                figure.value(),
                figure.part(),
                figure.whole(),
                figure.parts(),
                figure.fallShort(),
                figure.stated(),
                figure.edition(),
                Instant.EPOCH);
    }

    private static TargetCard said(TargetCard card) {
        return new TargetCard(
                card.target(),
                card.definition(),
                said(card.figure()),
                card.state(),
                card.pace(),
                card.baseline(),
                card.baselineValue(),
                card.earlier());
    }
}
