package org.kepu.activity.series;

import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kepu.shared.WorkingDays;

/** The days of a rule, as they are shown before anything is planned. */
class OccasionsTest {

    private static final LocalDate TUESDAY_BEFORE = LocalDate.parse("2026-09-22");

    private static List<String> days(Rhythm rhythm, String first, int every, int times, DayOfWeek... days) {
        var day = LocalDate.parse(first);
        return of(rhythm.rule(day, every, List.of(days)), day, times, WorkingDays.weekendsOff(), Set.of()).stream()
                .map(occasion -> occasion.day().toString())
                .toList();
    }

    private static List<Occasion> of(
            String rule, LocalDate first, int times, WorkingDays calendar, Set<LocalDate> there) {
        return Occasions.of(rule, first, times, true, calendar, there);
    }

    @Test
    void every_week_on_the_day_of_the_first() {
        assertThat(days(Rhythm.WEEKLY, "2026-12-22", 1, 3)).containsExactly("2026-12-22", "2026-12-29", "2027-01-05");
        assertThat(days(Rhythm.WEEKLY, "2026-12-22", 2, 2)).containsExactly("2026-12-22", "2027-01-05");
    }

    @Test
    void several_days_of_a_week_from_the_first_on() {
        assertThat(days(Rhythm.WEEKLY, "2026-12-24", 1, 3, TUESDAY, THURSDAY))
                .containsExactly("2026-12-24", "2026-12-29", "2026-12-31");
    }

    @Test
    void every_month_on_the_first_saturday_the_last_friday_or_the_31st() {
        assertThat(days(Rhythm.MONTHLY_BY_WEEKDAY, "2026-12-05", 1, 3))
                .containsExactly("2026-12-05", "2027-01-02", "2027-02-06");
        assertThat(days(Rhythm.MONTHLY_BY_LAST_WEEKDAY, "2026-12-25", 1, 2))
                .containsExactly("2026-12-25", "2027-01-29");
        assertThat(days(Rhythm.MONTHLY_BY_DAY, "2027-01-31", 1, 3))
                .containsExactly("2027-01-31", "2027-03-31", "2027-05-31");
    }

    @Test
    void holidays_are_shown_and_do_not_count_and_exchanged_days_are_told() {
        var rule = Rhythm.WEEKLY.rule(TUESDAY_BEFORE, 1, List.of());
        var calendar = new WorkingDays(Set.of(LocalDate.parse("2026-10-06")), Set.of(LocalDate.parse("2026-10-10")));
        assertThat(of(rule, TUESDAY_BEFORE, 3, calendar, Set.of()))
                .extracting(occasion -> occasion.day() + " " + occasion.kind())
                .containsExactly("2026-09-22 FREE", "2026-09-29 FREE", "2026-10-06 HOLIDAY", "2026-10-13 FREE");
        var saturday = LocalDate.parse("2026-10-10");
        assertThat(of(Rhythm.WEEKLY.rule(saturday, 1, List.of()), saturday, 1, calendar, Set.of()))
                .containsExactly(new Occasion(saturday, Occasion.Kind.EXCHANGED));
    }

    @Test
    void days_that_have_a_session_are_shown_and_get_no_second() {
        var rule = Rhythm.WEEKLY.rule(TUESDAY_BEFORE, 1, List.of());
        assertThat(of(rule, TUESDAY_BEFORE, 1, WorkingDays.weekendsOff(), Set.of(TUESDAY_BEFORE)))
                .extracting(Occasion::ticked)
                .containsExactly(false, true);
    }

    @Test
    void a_rule_that_falls_on_holidays_only_ends_too() {
        var all = TUESDAY_BEFORE.datesUntil(LocalDate.parse("2040-01-01"));
        var calendar = new WorkingDays(Set.copyOf(all.toList()), Set.of());
        assertThat(of(Rhythm.WEEKLY.rule(TUESDAY_BEFORE, 1, List.of()), TUESDAY_BEFORE, 5, calendar, Set.of()))
                .hasSizeLessThan(500)
                .noneMatch(Occasion::ticked);
    }
}
