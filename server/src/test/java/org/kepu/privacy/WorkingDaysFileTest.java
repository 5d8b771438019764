package org.kepu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The notices of the State Council as they were typed in. */
class WorkingDaysFileTest {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Test
    void each_year_has_as_many_days_off_as_its_notice_and_works_on_weekends_in_exchange() throws IOException {
        var days = new Settings().workingDays();
        assertThat(days.holidays().stream().filter(day -> day.getYear() == 2025))
                .hasSize(28);
        assertThat(days.exchanged().stream().filter(day -> day.getYear() == 2025))
                .hasSize(5);
        assertThat(days.holidays().stream().filter(day -> day.getYear() == 2026))
                .hasSize(33);
        assertThat(days.exchanged().stream().filter(day -> day.getYear() == 2026))
                .hasSize(6);
        assertThat(days.exchanged()).allMatch(day -> WEEKEND.contains(day.getDayOfWeek()));
        assertThat(days.knows(2025)).isTrue();
        assertThat(days.knows(2026)).isTrue();
        assertThat(days.knows(2027)).isFalse();
    }

    @Test
    void fifteen_working_days_from_the_eve_of_the_national_holiday_end_after_it() throws IOException {
        assertThat(new Settings().workingDays().after(LocalDate.of(2026, 9, 30), 15))
                .isEqualTo(LocalDate.of(2026, 10, 27));
    }
}
