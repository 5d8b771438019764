package org.kepu.indicator.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.indicator.figure.Window;

class PaceTest {

    /** The period has 1826 days, one of them a 29 February. */
    private static final Window PERIOD = new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31));

    @ParameterizedTest
    @CsvSource({
        // on, achieved, needed, missing, years left, per year
        "2020-12-31,    0,    0, 2000, 5,  400",
        "2021-01-01,    0,    2, 2000, 5,  400",
        "2021-12-31,  320,  400, 1680, 4,  420",
        "2022-01-01,  320,  401, 1680, 4,  420",
        "2023-07-02, 1000, 1000, 1000, 3,  334",
        "2025-12-30, 1880, 1999,  120, 1,  120",
        "2025-12-31, 1880, 2000,  120, 0,  120",
        "2026-01-01, 1880, 2000,  120, 0,  120",
        "2025-12-31, 2040, 2000,    0, 0,    0"
    })
    void what_is_needed_and_missing_follows_from_the_days_that_are_gone(
            LocalDate on, BigDecimal achieved, BigDecimal needed, BigDecimal missing, int years, BigDecimal perYear) {
        assertThat(Pace.of(BigDecimal.valueOf(2000), achieved, PERIOD, on))
                .isEqualTo(new Pace(needed, missing, years, perYear));
    }
}
