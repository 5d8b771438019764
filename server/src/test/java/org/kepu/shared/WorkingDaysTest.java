package org.kepu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 25);

    @Test
    void the_day_itself_and_weekends_do_not_count() {
        var days = WorkingDays.weekendsOff();
        assertThat(days.after(FRIDAY, 1)).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(days.after(FRIDAY, 15)).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(days.after(LocalDate.of(2026, 9, 26), 1)).isEqualTo(LocalDate.of(2026, 9, 28));
    }

    @Test
    void a_holiday_puts_the_end_off_and_a_working_saturday_brings_it_nearer() {
        var holiday = Set.of(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 5));
        assertThat(new WorkingDays(holiday, Set.of()).after(FRIDAY, 15)).isEqualTo(LocalDate.of(2026, 10, 21));
        assertThat(new WorkingDays(holiday, Set.of(LocalDate.of(2026, 10, 10))).after(FRIDAY, 15))
                .isEqualTo(LocalDate.of(2026, 10, 20));
    }

    @Test
    void a_year_is_known_by_its_holidays() {
        var days = new WorkingDays(Set.of(LocalDate.of(2026, 10, 1)), Set.of());
        assertThat(days.knows(2026)).isTrue();
        assertThat(days.knows(2027)).isFalse();
    }

    @Test
    void no_day_is_both() {
        assertThatThrownBy(() -> new WorkingDays(Set.of(FRIDAY), Set.of(FRIDAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
