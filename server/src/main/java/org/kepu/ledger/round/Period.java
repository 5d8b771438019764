package org.kepu.ledger.round;

import java.time.LocalDate;
import java.time.YearMonth;

/** How often a round comes. */
public enum Period {
    /** 月度 */
    MONTH(1),
    /** 季度 */
    QUARTER(3),
    /** 半年 */
    HALF(6),
    /** 年度 */
    YEAR(12),
    /** 一次性: comes but once, and covers the days that it says. */
    ONCE(0);

    private final int months;

    Period(int months) {
        this.months = months;
    }

    /** The key of the period's name on screen. */
    public String messageKey() {
        return "round.period." + name();
    }

    /** The first day of the span that a day lies in; of what comes once, of its year. */
    public LocalDate firstOf(LocalDate day) {
        var span = months == 0 ? 12 : months;
        return LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / span * span + 1, 1);
    }

    /** The last day of the span that a day lies in. */
    public LocalDate lastOf(LocalDate day) {
        var span = months == 0 ? 12 : months;
        return YearMonth.from(firstOf(day)).plusMonths(span - 1L).atEndOfMonth();
    }

    /** Whether these days are one such span. */
    public boolean spans(LocalDate from, LocalDate to) {
        return months == 0 || (firstOf(from).equals(from) && lastOf(from).equals(to));
    }
}
