package org.kepu.indicator.target;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.kepu.indicator.figure.Window;

/**
 * Whether what adds up over a period comes along.
 *
 * @param needed what there should be by now, were it done evenly
 * @param missing what is still missing of the whole; nought when it is reached
 * @param yearsLeft calendar years that still have days in the period after today, this one included
 * @param perYear what is missing for each of them; what is missing when there are none
 */
public record Pace(BigDecimal needed, BigDecimal missing, int yearsLeft, BigDecimal perYear) {

    /**
     * @param on today; a day of the period counts as done in the evening
     */
    static Pace of(BigDecimal target, BigDecimal achieved, Window period, LocalDate on) {
        long all = ChronoUnit.DAYS.between(period.from(), period.to()) + 1;
        long gone = Math.clamp(ChronoUnit.DAYS.between(period.from(), on) + 1, 0, all);
        var needed = target.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(all), 0, RoundingMode.CEILING);
        var missing = target.subtract(achieved).max(BigDecimal.ZERO);
        var tomorrow = on.plusDays(1).isBefore(period.from()) ? period.from() : on.plusDays(1);
        int years = tomorrow.isAfter(period.to()) ? 0 : period.to().getYear() - tomorrow.getYear() + 1;
        return new Pace(
                needed,
                missing,
                years,
                years == 0 ? missing : missing.divide(BigDecimal.valueOf(years), 0, RoundingMode.CEILING));
    }

    /** Whether as much is done as should be by now. */
    boolean keptBy(BigDecimal achieved) {
        return achieved.compareTo(needed) >= 0;
    }
}
