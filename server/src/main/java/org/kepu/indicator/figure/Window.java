package org.kepu.indicator.figure;

import java.time.LocalDate;
import java.time.YearMonth;

/** A span of days in Asia/Shanghai, both ends included. */
public record Window(LocalDate from, LocalDate to) {

    public Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a window runs forward: " + from + " to " + to);
        }
    }

    public static Window ofYear(int year) {
        return new Window(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The first of the whole months in it. */
    LocalDate firstMonth() {
        return from.getDayOfMonth() == 1
                ? from
                : YearMonth.from(from).plusMonths(1).atDay(1);
    }

    /** The first day after its whole months; the same as {@link #firstMonth()} or before if it holds none. */
    LocalDate afterMonths() {
        return YearMonth.from(to.plusDays(1)).atDay(1);
    }

    boolean hasWholeMonths() {
        return firstMonth().isBefore(afterMonths());
    }
}
