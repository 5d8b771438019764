package org.kepu.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.indicator.figure.Window;
import org.kepu.indicator.target.Semester.Half;

class SemesterTest {

    @ParameterizedTest
    @CsvSource({
        "2025-01-31, 2024, AUTUMN, 2024-09-01, 2025-01-31",
        "2025-02-01, 2025, SPRING, 2025-02-01, 2025-08-31",
        "2024-02-29, 2024, SPRING, 2024-02-01, 2024-08-31",
        "2025-08-31, 2025, SPRING, 2025-02-01, 2025-08-31",
        "2025-09-01, 2025, AUTUMN, 2025-09-01, 2026-01-31",
        "2025-12-31, 2025, AUTUMN, 2025-09-01, 2026-01-31",
        "2026-01-01, 2025, AUTUMN, 2025-09-01, 2026-01-31"
    })
    void each_day_belongs_to_one_semester(LocalDate day, int year, Half half, LocalDate from, LocalDate to) {
        var semester = Semester.of(day);
        assertThat(semester).isEqualTo(new Semester(year, half));
        assertThat(semester.window()).isEqualTo(new Window(from, to));
        assertThat(semester.next().from()).isEqualTo(to.plusDays(1));
    }

    @Test
    void a_semester_belongs_to_the_period_in_which_it_begins() {
        var semesters = Semester.beginningIn(new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31)));
        assertThat(semesters).hasSize(10).startsWith(new Semester(2021, Half.SPRING));
        assertThat(semesters.getLast().to()).isEqualTo("2026-01-31");
    }
}
