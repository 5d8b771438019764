package org.kepu.people.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.people.GivenService.at;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kepu.people.ServiceTerms.Office;
import org.kepu.shared.WorkingDays;

/** What counts of a shift. */
class HoursRuleTest {

    private static final int EIGHT_HOURS = 480;
    private static final List<Office> OFFICE = List.of(
            new Office(LocalTime.of(8, 30), LocalTime.of(12, 0)),
            new Office(LocalTime.of(14, 30), LocalTime.of(18, 0)));
    private static final HoursRule RULE = new HoursRule(EIGHT_HOURS, OFFICE, WorkingDays.weekendsOff());

    private static final String SATURDAY = "2026-03-07";
    private static final String MONDAY = "2026-03-09";

    private static Span span(String day, String from, String to) {
        return new Span(at(day, from), at(day, to));
    }

    private static int minutes(Map<LocalDate, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Test
    void what_was_planned_and_served_counts_and_nothing_before_or_after() {
        var planned = span(SATURDAY, "09:00", "12:00");
        assertThat(RULE.count(planned, span(SATURDAY, "08:30", "11:15"), false, Map.of()))
                .containsExactly(Map.entry(LocalDate.parse(SATURDAY), 135));
        assertThat(RULE.count(planned, span(SATURDAY, "10:00", "15:00"), false, Map.of()))
                .containsExactly(Map.entry(LocalDate.parse(SATURDAY), 120));
        assertThat(RULE.count(planned, span(SATURDAY, "12:00", "15:00"), false, Map.of()))
                .isEmpty();
    }

    @Test
    void a_shift_over_midnight_counts_on_both_days_of_shanghai() {
        var night = new Span(at(SATURDAY, "22:30"), at("2026-03-08", "01:00"));
        assertThat(RULE.count(night, night, false, Map.of()))
                .containsExactly(
                        Map.entry(LocalDate.parse(SATURDAY), 90), Map.entry(LocalDate.parse("2026-03-08"), 60));
    }

    @Test
    void no_day_counts_more_than_the_cap_all_shifts_together() {
        var whole = span(SATURDAY, "06:00", "20:00");
        assertThat(minutes(RULE.count(whole, whole, false, Map.of()))).isEqualTo(EIGHT_HOURS);
        assertThat(minutes(RULE.count(whole, whole, false, Map.of(LocalDate.parse(SATURDAY), 400))))
                .isEqualTo(80);
        assertThat(RULE.count(whole, whole, false, Map.of(LocalDate.parse(SATURDAY), EIGHT_HOURS)))
                .isEmpty();
    }

    @Test
    void office_hours_of_those_in_paid_service_do_not_count_on_working_days() {
        var all = span(MONDAY, "08:00", "19:00");
        assertThat(minutes(RULE.count(all, all, true, Map.of()))).isEqualTo(30 + 150 + 60);
        assertThat(minutes(RULE.count(all, all, false, Map.of()))).isEqualTo(EIGHT_HOURS);
        var weekend = span(SATURDAY, "08:00", "12:00");
        assertThat(minutes(RULE.count(weekend, weekend, true, Map.of()))).isEqualTo(240);
    }

    /** Thousands of made-up lives: whatever is planned and told, no day has more than it can. */
    @Test
    void never_less_than_nothing_never_more_than_the_cap_never_more_than_was_there() {
        var chance = new Random(20261122);
        for (int life = 0; life < 300; life++) {
            int cap = 30 + chance.nextInt(1411);
            var rule = new HoursRule(cap, OFFICE, WorkingDays.weekendsOff());
            var days = new HashMap<LocalDate, Integer>();
            for (int i = 0; i < 40; i++) {
                var start = at("2026-03-01", "00:00").plus(Duration.ofMinutes(chance.nextInt(7 * 1440)));
                var planned = new Span(start, start.plus(Duration.ofMinutes(1 + chance.nextInt(1440))));
                var came = start.plus(Duration.ofSeconds(chance.nextInt(100_000) - 50_000));
                var present = new Span(came, came.plus(Duration.ofSeconds(1 + chance.nextInt(90_000))));
                var counts = rule.count(planned, present, chance.nextBoolean(), days);
                assertThat(counts.values()).allMatch(one -> one > 0);
                assertThat(minutes(counts)).isLessThanOrEqualTo((int) planned.within(present)
                        .map(Span::length)
                        .orElse(Duration.ZERO)
                        .toMinutes());
                counts.forEach((day, counted) -> days.merge(day, counted, Integer::sum));
            }
            assertThat(days.values()).as("life " + life).allMatch(sum -> sum <= cap && sum <= 1440);
        }
    }
}
