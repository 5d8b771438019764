package org.kepu.calendar;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kepu.calendar.NoticeDay.Kind;
import org.kepu.shared.WorkingDays;

/** The notices of the State Council as they were typed in. */
class ShippedNoticesTest {

    private final Map<Integer, List<NoticeDay>> notices = ShippedNotices.read();

    @Test
    void each_year_has_as_many_days_off_and_worked_in_exchange_as_its_notice() {
        assertThat(notices.keySet()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(notices.values().stream().map(days -> count(days, Kind.OFF)))
                .containsExactly(31L, 31L, 27L, 28L, 28L, 33L);
        assertThat(notices.values().stream().map(days -> count(days, Kind.WORK)))
                .containsExactly(7L, 7L, 7L, 8L, 5L, 6L);
    }

    @Test
    void every_year_that_is_shipped_is_known_and_the_next_is_not() {
        var days = days();
        assertThat(List.of(2021, 2022, 2023, 2024, 2025, 2026)).allMatch(days::knows);
        assertThat(days.knows(2027)).isFalse();
        assertThat(days.know(LocalDate.of(2025, 12, 1), LocalDate.of(2026, 1, 5)))
                .isTrue();
        assertThat(days.know(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 5)))
                .isFalse();
    }

    @Test
    void fifteen_working_days_from_the_eve_of_the_national_holiday_end_after_it() {
        assertThat(days().after(LocalDate.of(2026, 9, 30), 15)).isEqualTo(LocalDate.of(2026, 10, 27));
    }

    @Test
    void so_many_working_days_before_are_as_many_as_after() {
        var days = days();
        assertThat(days.before(LocalDate.of(2026, 10, 12), 1)).isEqualTo(LocalDate.of(2026, 10, 10));
        assertThat(days.before(LocalDate.of(2026, 10, 12), 4)).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(days.before(days.after(LocalDate.of(2026, 2, 13), 20), 20)).isEqualTo(LocalDate.of(2026, 2, 13));
    }

    private WorkingDays days() {
        return new WorkingDays(of(Kind.OFF), of(Kind.WORK));
    }

    private Set<LocalDate> of(Kind kind) {
        return notices.values().stream()
                .flatMap(List::stream)
                .filter(day -> day.kind() == kind)
                .map(NoticeDay::day)
                .collect(toSet());
    }

    private static long count(List<NoticeDay> days, Kind kind) {
        return days.stream().filter(day -> day.kind() == kind).count();
    }
}
