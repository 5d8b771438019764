package org.kepu.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The days on which offices work: Monday to Friday, less the holidays, plus the weekend days that the State Council's yearly
 * notice makes working days in exchange (调休).
 */
public record WorkingDays(Set<LocalDate> holidays, Set<LocalDate> exchanged) {

    public WorkingDays {
        holidays = Set.copyOf(holidays);
        exchanged = Set.copyOf(exchanged);
        if (holidays.stream().anyMatch(exchanged::contains)) {
            throw new IllegalArgumentException("a day is a holiday or a working day, not both");
        }
    }

    /** Weekends only, while no notice is known. */
    public static WorkingDays weekendsOff() {
        return new WorkingDays(Set.of(), Set.of());
    }

    /** Whether the notice for that year is known, which never leaves out the National Day; otherwise only weekends are off in it. */
    public boolean knows(int year) {
        return holidays.contains(LocalDate.of(year, Month.OCTOBER, 1));
    }

    /** Whether the notices for all years from one day to another are known. */
    public boolean know(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(this::knows);
    }

    public boolean works(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return exchanged.contains(day) || (!weekend && !holidays.contains(day));
    }

    /** The last day of a term of so many working days; the day of the event itself is not counted. */
    public LocalDate after(LocalDate event, int days) {
        var day = event;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }

    /** The working day so many working days before an event; the day of the event itself is not counted. */
    public LocalDate before(LocalDate event, int days) {
        var day = event;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (works(day)) {
                left--;
            }
        }
        return day;
    }
}
