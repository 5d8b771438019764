package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.OTHER_COMMUNITY;
import static org.kepu.indicator.GivenFacts.OTHER_STREET;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.STREET;
import static org.kepu.indicator.GivenFacts.SUMU;
import static org.kepu.indicator.GivenFacts.TOP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;

class SumsTest extends AddingUp {

    private static final RegionCode XILINGOL = new RegionCode("152500");
    private static final RegionCode SUNITE = new RegionCode("152524");
    private static final Map<RegionCode, List<RegionCode>> WAY = Map.of(
            TOP, List.of(TOP),
            BAOTOU, List.of(TOP, BAOTOU),
            KUNDULUN, List.of(TOP, BAOTOU, KUNDULUN),
            STREET, List.of(TOP, BAOTOU, KUNDULUN, STREET),
            COMMUNITY, List.of(TOP, BAOTOU, KUNDULUN, STREET, COMMUNITY),
            OTHER_STREET, List.of(TOP, BAOTOU, KUNDULUN, OTHER_STREET),
            OTHER_COMMUNITY, List.of(TOP, BAOTOU, KUNDULUN, OTHER_STREET, OTHER_COMMUNITY),
            SUMU, List.of(TOP, XILINGOL, SUNITE, SUMU),
            GACHA, List.of(TOP, XILINGOL, SUNITE, SUMU, GACHA));

    @Test
    void random_facts_corrections_and_windows_add_up_as_by_hand() {
        var chance = new Random(20251231);
        var kinds = List.of("LECTURE", "ACTIVITY", "TRAINING");
        var audiences = List.of("", "PUPILS", "FARMERS");
        var places = List.of("", "SCHOOL", "VILLAGE");
        var where = List.copyOf(WAY.keySet());
        var counting = new ArrayList<Fact>();
        for (int i = 0; i < 400; i++) {
            var day = LocalDate.of(2023, 1, 1).plusDays(chance.nextInt(1000));
            var fact = given.fact(kinds.get(chance.nextInt(3)), day.toString(), where.get(chance.nextInt(where.size())))
                    .forAudience(audiences.get(chance.nextInt(3)))
                    .at(places.get(chance.nextInt(3)))
                    .with(new Amounts(1, chance.nextInt(300), 60, 0, 0));
            given.record(fact);
            switch (chance.nextInt(6)) {
                case 0 -> {
                    var corrected = fact.corrected().with(Amounts.ONCE.attendances(chance.nextInt(300)));
                    given.record(corrected);
                    counting.add(corrected);
                }
                case 1 -> facts.withdraw(GivenPlans.CLERK, fact.source().next());
                default -> counting.add(fact);
            }
            if (i % 130 == 0) {
                rolling.roll();
            }
        }
        var levels = List.of(
                List.of(TOP),
                List.of(BAOTOU, XILINGOL),
                List.of(KUNDULUN, SUNITE),
                List.of(STREET, OTHER_STREET, SUMU));
        for (int i = 0; i < 120; i++) {
            var from = LocalDate.of(2023, 1, 1).plusDays(chance.nextInt(1000));
            var window = new Window(
                    chance.nextBoolean() ? from.withDayOfMonth(1) : from, from.plusDays(chance.nextInt(500)));
            var selection = new Selection(
                    kinds.subList(0, 1 + chance.nextInt(3)),
                    chance.nextBoolean() ? List.of() : List.of(audiences.get(chance.nextInt(3))),
                    chance.nextInt(3) > 0 ? List.of() : List.of(places.get(chance.nextInt(3))),
                    null);
            var root = where.get(chance.nextInt(where.size()));
            for (var by : Breakdown.values()) {
                assertThat(added(root, List.of(root), window, selection, by, null))
                        .as("%s %s %s %s", root, window, selection, by)
                        .isEqualTo(byHand(counting, root, window, selection, by));
            }
            var roots = levels.get(chance.nextInt(levels.size()));
            var several = List.of(
                    selection,
                    new Selection(kinds.subList(1, 3), audiences.subList(0, 2), List.of(), false),
                    new Selection(kinds.subList(0, 1), List.of(), places.subList(1, 3), null),
                    new Selection(kinds, List.of(), List.of(), true));
            var together = added(new Extent(roots, codes(roots), window), several, Breakdown.NONE, null);
            for (int n = 0; n < several.size(); n++) {
                for (var one : roots) {
                    assertThat(together.get(n)
                                    .getOrDefault(one.value(), Map.of())
                                    .getOrDefault("", Totals.NOTHING))
                            .as("%s among %s %s %s", one, roots, window, several.get(n))
                            .isEqualTo(added(one, List.of(one), window, several.get(n), Breakdown.NONE, null)
                                    .getOrDefault(one.value(), Map.of())
                                    .getOrDefault("", Totals.NOTHING));
                }
            }
        }
    }

    @Test
    void a_part_of_a_month_is_counted_by_its_days() {
        for (var day : List.of("2025-01-31", "2025-02-01", "2025-02-28", "2025-03-01", "2025-03-31", "2025-04-01")) {
            given.record(given.fact("LECTURE", day, COMMUNITY));
        }
        rolling.roll();
        assertThat(events(TOP, "2025-02-01", "2025-02-28")).isEqualTo(2);
        assertThat(events(TOP, "2025-01-31", "2025-04-01")).isEqualTo(6);
        assertThat(events(TOP, "2025-02-02", "2025-03-30")).isEqualTo(2);
        assertThat(events(TOP, "2025-03-01", "2025-03-01")).isEqualTo(1);
        assertThat(events(TOP, "2025-02-01", "2025-03-31")).isEqualTo(4);
    }

    @Test
    void a_merged_division_counts_with_its_successor_on_the_new_edition_and_by_itself_on_the_old() {
        given.record(given.fact("LECTURE", "2025-05-05", STREET));
        given.record(given.fact("LECTURE", "2025-05-06", COMMUNITY));
        given.record(given.fact("LECTURE", "2025-05-07", OTHER_STREET));
        rolling.roll();
        end(COMMUNITY, "2026-06-01");
        end(STREET, "2026-06-01");
        succeeded(STREET, OTHER_STREET, "MERGED", "2026-06-01");
        succeeded(COMMUNITY, OTHER_COMMUNITY, "MERGED", "2026-06-01");
        given.record(given.fact("LECTURE", "2026-07-01", OTHER_STREET));
        assertThat(events(OTHER_STREET, "2025-01-01", "2026-12-31")).isEqualTo(4);
        assertThat(events(OTHER_COMMUNITY, "2025-01-01", "2026-12-31")).isEqualTo(1);
        assertThat(events(KUNDULUN, "2025-01-01", "2026-12-31")).isEqualTo(4);
        assertThat(on("2025-12-31", STREET)).isEqualTo(2);
        assertThat(on("2025-12-31", OTHER_STREET)).isEqualTo(2);
        assertThat(on("2025-12-31", KUNDULUN)).isEqualTo(4);
    }

    @Test
    void a_street_that_moves_to_another_banner_takes_its_history_along_and_the_old_edition_keeps_it() {
        given.record(given.fact("LECTURE", "2025-05-05", STREET));
        given.record(given.fact("LECTURE", "2025-05-06", COMMUNITY));
        given.record(given.fact("LECTURE", "2025-05-07", KUNDULUN));
        rolling.roll();
        given.record(given.fact("LECTURE", "2025-05-08", COMMUNITY));
        edition("2026-06-01");
        transaction.executeWithoutResult(begun -> {
            jdbc.sql("update region.state set during = daterange('2021-01-01', '2026-06-01') where code = :code")
                    .param("code", STREET.value())
                    .update();
            jdbc.sql("""
                            insert into region.state (code, name, parent, traits, during)
                            values (:code, '少先路街道', '150204', array['URBAN'], daterange('2026-06-01', null))
                            """).param("code", STREET.value()).update();
        });
        assertThat(events(KUNDULUN, "2025-01-01", "2025-12-31")).isEqualTo(1);
        assertThat(events(QINGSHAN, "2025-01-01", "2025-12-31")).isEqualTo(3);
        rolling.roll();
        assertThat(events(KUNDULUN, "2025-01-01", "2025-12-31")).isEqualTo(1);
        assertThat(events(QINGSHAN, "2025-01-01", "2025-12-31")).isEqualTo(3);
        assertThat(events(BAOTOU, "2025-01-01", "2025-12-31")).isEqualTo(4);
        assertThat(on("2025-12-31", KUNDULUN)).isEqualTo(4);
        assertThat(on("2025-12-31", QINGSHAN)).isZero();
        var parts = added(
                KUNDULUN,
                List.of(KUNDULUN, STREET, OTHER_STREET),
                Window.ofYear(2025),
                Selection.of("LECTURE"),
                Breakdown.NONE,
                LocalDate.of(2025, 12, 31));
        assertThat(parts.get(STREET.value()).get("").events()).isEqualTo(3);
        assertThat(parts.get(KUNDULUN.value()).get("").events()).isEqualTo(4);
        assertThat(jdbc.sql("select sum(facts) from indicator.cell where unit = '150204' and months = 12")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_split_division_keeps_its_old_facts_and_its_parent_counts_them() {
        given.record(given.fact("LECTURE", "2025-05-05", STREET));
        end(COMMUNITY, "2026-06-01");
        end(STREET, "2026-06-01");
        var one = new RegionCode("150203011");
        var other = new RegionCode("150203012");
        given.division(one, "一街道", KUNDULUN, "URBAN");
        given.division(other, "二街道", KUNDULUN, "URBAN");
        succeeded(STREET, one, "SPLIT", "2026-06-01");
        succeeded(STREET, other, "SPLIT", "2026-06-01");
        assertThat(events(one, "2025-01-01", "2025-12-31")).isZero();
        assertThat(events(other, "2025-01-01", "2025-12-31")).isZero();
        assertThat(events(STREET, "2025-01-01", "2025-12-31")).isEqualTo(1);
        assertThat(events(KUNDULUN, "2025-01-01", "2025-12-31")).isEqualTo(1);
    }

    @Test
    void the_history_of_a_split_division_goes_along_when_the_one_above_it_is_merged() {
        given.record(given.fact("LECTURE", "2025-05-05", STREET));
        rolling.roll();
        transaction.executeWithoutResult(begun -> {
            for (var code : List.of(COMMUNITY, OTHER_COMMUNITY, STREET, OTHER_STREET)) {
                end(code, "2026-06-01");
            }
        });
        transaction.executeWithoutResult(begun -> {
            end(KUNDULUN, "2026-07-01");
            succeeded(KUNDULUN, QINGSHAN, "MERGED", "2026-07-01");
        });
        assertThat(events(QINGSHAN, "2025-01-01", "2025-12-31")).isEqualTo(1);
        assertThat(events(BAOTOU, "2025-01-01", "2025-12-31")).isEqualTo(1);
        assertThat(on("2026-06-15", KUNDULUN)).isEqualTo(1);
        assertThat(on("2026-06-15", QINGSHAN)).isZero();
    }

    @Test
    void a_new_gacha_changes_no_cell() {
        given.record(given.fact("LECTURE", "2025-05-05", STREET));
        rolling.roll();
        given.division(new RegionCode("150203001002"), "新社区", STREET, "URBAN");
        given.record(given.fact("LECTURE", "2025-05-06", new RegionCode("150203001002")));
        assertThat(events(TOP, "2025-01-01", "2025-12-31")).isEqualTo(2);
        rolling.roll();
        assertThat(events(STREET, "2025-01-01", "2025-12-31")).isEqualTo(2);
        assertThat(events(KUNDULUN, "2025-01-01", "2025-12-31")).isEqualTo(2);
    }

    @Test
    void cells_that_are_filled_anew_from_the_facts_say_the_same() {
        given.record(given.fact("LECTURE", "2025-05-05", STREET));
        rolling.roll();
        given.record(given.fact("LECTURE", "2025-05-06", GACHA));
        rolling.rebuild();
        assertThat(events(TOP, "2025-01-01", "2025-12-31")).isEqualTo(2);
        rolling.roll();
        assertThat(events(TOP, "2025-01-01", "2025-12-31")).isEqualTo(2);
    }

    private void edition(String since) {
        jdbc.sql("insert into region.edition (since, basis) values (:since::date, '区划调整') on conflict do nothing")
                .param("since", since)
                .update();
    }

    private void end(RegionCode code, String until) {
        edition(until);
        jdbc.sql("update region.state set during = daterange(lower(during), :until::date) where code = :code")
                .param("code", code.value())
                .param("until", until)
                .update();
    }

    private void succeeded(RegionCode before, RegionCode after, String kind, String since) {
        jdbc.sql("insert into region.succession values (:before, :after, :since::date, :kind)")
                .param("before", before.value())
                .param("after", after.value())
                .param("since", since)
                .param("kind", kind)
                .update();
    }

    private long events(RegionCode region, String from, String to) {
        return lectures(region, new Window(LocalDate.parse(from), LocalDate.parse(to)), null)
                .events();
    }

    private long on(String day, RegionCode region) {
        return lectures(region, new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31)), LocalDate.parse(day))
                .events();
    }

    private Map<String, Map<String, Totals>> byHand(
            List<Fact> counting, RegionCode root, Window window, Selection selection, Breakdown by) {
        Function<Fact, String> key = switch (by) {
            case NONE, REGION -> fact -> "";
            case MONTH -> fact -> fact.day().withDayOfMonth(1).toString();
            case AUDIENCE ->
                fact -> String.valueOf(
                        terms.audience(fact.audience()).orElseThrow().id());
            case PLACE ->
                fact -> String.valueOf(terms.place(fact.place()).orElseThrow().id());
        };
        var sums = new HashMap<String, Map<String, Totals>>();
        for (var fact : counting) {
            if (WAY.get(fact.region()).contains(root)
                    && window.includes(fact.day())
                    && selection.kinds().contains(fact.kind())
                    && (selection.audiences().isEmpty() || selection.audiences().contains(fact.audience()))
                    && (selection.places().isEmpty() || selection.places().contains(fact.place()))) {
                var amounts = fact.amounts();
                sums.computeIfAbsent(root.value(), at -> new TreeMap<>())
                        .merge(
                                key.apply(fact),
                                new Totals(1, amounts.events(), amounts.attendances(), amounts.minutes(), 0, 0),
                                Totals::plus);
            }
        }
        return sums;
    }
}
