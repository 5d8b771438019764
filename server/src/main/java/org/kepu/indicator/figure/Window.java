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

    /**
     * Days of a window in one piece.
     *
     * @param first the first of them
     * @param after the first day after them; the same as the first if there are none
     */
    record Span(LocalDate first, LocalDate after) {

        boolean isEmpty() {
            return first.equals(after);
        }

        Span end() {
            return new Span(after, after);
        }
    }

    /** Its whole months. */
    Span months() {
        var first = from.getDayOfMonth() == 1
                ? from
                : YearMonth.from(from).plusMonths(1).atDay(1);
        return span(first, YearMonth.from(to.plusDays(1)).atDay(1));
    }

    /** Its whole years. */
    Span years() {
        var first = from.getDayOfYear() == 1 ? from : LocalDate.of(from.getYear() + 1, 1, 1);
        return span(first, LocalDate.of(to.plusDays(1).getYear(), 1, 1));
    }

    /** None of its days. */
    Span nothing() {
        return new Span(to, to.plusDays(1)).end();
    }

    private Span span(LocalDate first, LocalDate after) {
        return first.isBefore(after) ? new Span(first, after) : nothing();
    }
}
