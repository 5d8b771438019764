package org.kepu.indicator.target;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.figure.Figure;
import org.kepu.indicator.target.TargetCard.State;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each of the 23 targets, as docs/handbook/demo-figures.md counts them by hand. */
@OnPostgres
class DemoFiguresTest {

    private static final LocalDate AFTER = LocalDate.of(2026, 6, 30);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DemoFigures demo;

    @Autowired
    private Targets targets;

    @Autowired
    private TargetCards cards;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void plant() {
        GivenPlans.onCleanGround(context);
        load();
    }

    private void load() {
        demo.load(Scope.ofProgram(Actor.program("系统"), Right.KEEP_INDICATORS, AFTER, Set.of(GivenPlans.TOP)));
    }

    @Test
    void all_23_targets_say_what_was_counted_by_hand() {
        var cards = cardsOn(AFTER);
        assertThat(cards).hasSize(23);
        assertThat(cards.entrySet().stream().map(entry -> said(entry.getKey(), entry.getValue())))
                .containsExactlyInAnyOrder(
                        "T1 none NO_VALUE",
                        "T2 none NO_VALUE",
                        "T3 none NO_VALUE",
                        "T4 none STRIVEN_FOR",
                        "T5 2040 REACHED",
                        "T6 314 REACHED",
                        "T7 24 REACHED",
                        "T8 60.00 = 3/5 MISSED",
                        "T9 92.10 = 2855/3100 REACHED",
                        "T10 80.00 = 4/5 MISSED",
                        "T11 80.00 = 4/5 MISSED",
                        "T12 1880 MISSED",
                        "T13 310 REACHED",
                        "T14 25640 REACHED",
                        "T15 6 = 6/12 REACHED",
                        "T16 10.68 = 11/103 MISSED",
                        "T17 11.65 = 12/103 MISSED",
                        "T18 1 REACHED",
                        "T19 7.77 = 8/103 MISSED",
                        "T20 41.67 = 5/12 MISSED",
                        "T21 5 MISSED",
                        "T22 8 MISSED",
                        "T23 6 MISSED");
    }

    @Test
    void each_past_year_and_semester_stands_beside_the_last() {
        var cards = cardsOn(AFTER);
        assertThat(earlier(cards.get("T5")))
                .containsExactly("2021 1600 -", "2022 2000 +", "2023 2010 +", "2024 1980 -");
        assertThat(earlier(cards.get("T6"))).containsExactly("2021 265 -", "2022 301 +", "2023 306 +", "2024 298 -");
        assertThat(earlier(cards.get("T7"))).containsExactly("2021 15 -", "2022 20 +", "2023 21 +", "2024 18 -");
        assertThat(earlier(cards.get("T18"))).containsExactly("2021 1 +", "2022 1 +", "2023 0 -", "2024 2 +");
        for (var number : List.of("T8", "T10")) {
            assertThat(cards.get(number).earlier())
                    .hasSize(9)
                    .allSatisfy(term -> assertThat(term.value()).isEqualByComparingTo("100"));
        }
        assertThat(cards.get("T9").earlier())
                .hasSize(9)
                .allSatisfy(term -> assertThat(term.value()).isEqualByComparingTo("95"));
    }

    @Test
    void the_schools_that_fall_short_are_named() {
        var cards = cardsOn(AFTER);
        assertThat(shortfalls(cards.get("T8"))).containsExactly("示例第一中学 3/4", "示例第二中学 3/4");
        assertThat(shortfalls(cards.get("T9"))).containsExactly("示例第一中学 80.00/90");
        assertThat(shortfalls(cards.get("T10"))).containsExactly("示例职业学校 0/1");
        assertThat(shortfalls(cards.get("T11"))).containsExactly("示例职业学校 0/1");
        assertThat(cards.get("T16").figure().fallShort()).hasSize(92);
    }

    @Test
    void what_adds_up_has_a_pace() {
        var midway = cardsOn(LocalDate.of(2023, 12, 31));
        assertThat(midway.get("T12").pace())
                .isEqualTo(Pace.of(
                        midway.get("T12").target().value(),
                        BigDecimal.valueOf(1130),
                        midway.get("T12").target().period(),
                        LocalDate.of(2023, 12, 31)));
        assertThat(midway.get("T12").state()).isEqualTo(State.BEHIND);
        assertThat(midway.get("T12").pace().needed()).isEqualTo("1200");
        assertThat(midway.get("T12").pace().perYear()).isEqualTo("435");
        assertThat(midway.get("T13").state()).isEqualTo(State.BEHIND);
        assertThat(midway.get("T13").pace().needed()).isEqualTo("180");
        assertThat(midway.get("T16").state()).isEqualTo(State.UNDER_WAY);
        assertThat(cardsOn(LocalDate.of(2025, 12, 31)).get("T12").pace().missing())
                .isEqualTo("120");
    }

    @Test
    void a_term_that_is_not_over_is_not_missed() {
        assertThat(stateOn("T8", "2026-01-30")).isEqualTo("2025-09-01 40.00 UNDER_WAY");
        assertThat(stateOn("T8", "2026-01-31")).isEqualTo("2025-09-01 60.00 MISSED");
        assertThat(stateOn("T8", "2025-09-01")).isEqualTo("2025-09-01 0.00 UNDER_WAY");
        assertThat(stateOn("T8", "2025-08-31")).isEqualTo("2025-02-01 100.00 REACHED");
        assertThat(stateOn("T5", "2024-12-30")).isEqualTo("2024-01-01 1980 UNDER_WAY");
        assertThat(stateOn("T5", "2024-12-31")).isEqualTo("2024-01-01 1980 MISSED");
        assertThat(stateOn("T5", "2025-01-01")).isEqualTo("2025-01-01 0 UNDER_WAY");
        assertThat(stateOn("T12", "2025-12-30")).isEqualTo("2021-01-01 1880 BEHIND");
        assertThat(stateOn("T12", "2025-12-31")).isEqualTo("2021-01-01 1880 MISSED");
        assertThat(stateOn("T12", "2020-12-31")).isEqualTo("2021-01-01 0 ON_PACE");
        assertThat(stateOn("T16", "2021-12-31")).isEqualTo("2021-01-01 0.00 UNDER_WAY");
        assertThat(stateOn("T4", "2026-01-01")).isEqualTo("2021-01-01 none STRIVEN_FOR");
    }

    private String stateOn(String number, String day) {
        var card = cardsOn(LocalDate.parse(day)).get(number);
        var value = card.figure().value();
        return card.figure().window().from() + " " + (value == null ? "none" : value.toPlainString()) + " "
                + card.state();
    }

    @Test
    void a_survey_value_of_before_is_a_baseline_and_no_value() {
        var card = cardsOn(AFTER).get("T1");
        assertThat(card.figure().value()).isNull();
        assertThat(card.baselineValue()).isEqualTo("8.73");
        assertThat(card.baseline().day()).isEqualTo("2020-12-31");
        assertThat(cardsOn(AFTER).get("T2").baselineValue()).isNull();
    }

    @Test
    void loading_again_adds_nothing() {
        var before = counted();
        load();
        assertThat(counted()).isEqualTo(before);
    }

    @Test
    void a_neighbour_sees_no_targets_of_others() {
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, new RegionCode("150204"));
        assertThat(targets.regions(neighbour)).isEmpty();
        assertThatThrownBy(() -> targets.of(neighbour, new RegionCode("150203")))
                .isInstanceOf(NotFound.class);
        var own = GivenPlans.may(GivenPlans.OTHER, Right.READ_FIGURES, new RegionCode("150203"));
        assertThat(targets.regions(own)).containsExactly(new RegionCode("150203"));
        assertThat(targets.of(own, new RegionCode("150203"))).hasSize(10);
    }

    private List<Long> counted() {
        return Stream.of("fact", "fact_person", "thing", "target", "statement")
                .map(table -> jdbc.sql("select count(*) from indicator." + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private Map<String, TargetCard> cardsOn(LocalDate day) {
        var scope = GivenPlans.may(Right.READ_FIGURES);
        return targets.regions(scope).stream()
                .flatMap(region -> cards.of(scope, targets.of(scope, region), day).stream())
                .collect(toMap(card -> "T" + card.target().position(), card -> card));
    }

    private static String said(String number, TargetCard card) {
        Figure figure = card.figure();
        var value = figure.value();
        return number + " " + (value == null ? "none" : value.toPlainString())
                + (figure.whole() == null ? "" : " = " + figure.part() + "/" + figure.whole()) + " " + card.state();
    }

    private static List<String> earlier(TargetCard card) {
        return card.earlier().stream()
                .map(term -> term.window().from().getYear() + " " + term.value() + (term.reached() ? " +" : " -"))
                .collect(Collectors.toList());
    }

    private static List<String> shortfalls(TargetCard card) {
        return card.figure().fallShort().stream()
                .map(one -> one.name() + " " + one.has() + "/" + one.needs())
                .toList();
    }
}
