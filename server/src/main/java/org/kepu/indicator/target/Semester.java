package org.kepu.indicator.target;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.Stream;
import org.kepu.indicator.figure.Window;

/**
 * A school semester (学期): autumn from 1 September to 31 January, spring from 1 February to 31 August, so that each day belongs to
 * one. Days are those of Asia/Shanghai.
 *
 * @param year the calendar year in which it begins
 */
public record Semester(int year, Half half) {

    /** Which of the two. */
    public enum Half {
        SPRING,
        AUTUMN;

        /** The key of its name on screen. */
        public String messageKey() {
            return "target.semester." + name();
        }
    }

    /** The one to which the day belongs. */
    public static Semester of(LocalDate day) {
        if (day.getMonth() == Month.JANUARY) {
            return new Semester(day.getYear() - 1, Half.AUTUMN);
        }
        return new Semester(day.getYear(), day.getMonthValue() < 9 ? Half.SPRING : Half.AUTUMN);
    }

    /** Those that begin in the period, the first one first: a semester belongs to the period in which it begins. */
    public static List<Semester> beginningIn(Window period) {
        return Stream.iterate(of(period.from()), Semester::next)
                .dropWhile(semester -> semester.from().isBefore(period.from()))
                .takeWhile(semester -> !semester.from().isAfter(period.to()))
                .toList();
    }

    public Semester next() {
        return half == Half.SPRING ? new Semester(year, Half.AUTUMN) : new Semester(year + 1, Half.SPRING);
    }

    public LocalDate from() {
        return LocalDate.of(year, half == Half.SPRING ? 2 : 9, 1);
    }

    /** Its last day. */
    public LocalDate to() {
        return next().from().minusDays(1);
    }

    public Window window() {
        return new Window(from(), to());
    }
}
