package org.kepu.activity.portal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Campaign;
import org.kepu.activity.DaysOfActivities.Day;

/**
 * A month as it is drawn.
 *
 * @param weeks of seven days, Mondays first
 * @param campaigns whose days fall into it
 */
public record MonthView(YearMonth month, LocalDate today, List<List<Cell>> weeks, List<Campaign> campaigns) {

    /**
     * A day of the table.
     *
     * @param date null where the week reaches into another month
     * @param on null if nothing is on
     */
    public record Cell(@Nullable LocalDate date, @Nullable Day on) {}

    static MonthView of(YearMonth month, LocalDate today, Map<LocalDate, Day> on, List<Campaign> ofYear) {
        var monday = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var weeks = Stream.iterate(monday, day -> !day.isAfter(month.atEndOfMonth()), day -> day.plusWeeks(1))
                .map(week -> Stream.iterate(week, day -> day.plusDays(1))
                        .limit(7)
                        .map(day ->
                                YearMonth.from(day).equals(month) ? new Cell(day, on.get(day)) : new Cell(null, null))
                        .toList())
                .toList();
        var campaigns = ofYear.stream()
                .filter(campaign -> !campaign.lasts()
                        && !campaign.last().isBefore(month.atDay(1))
                        && !campaign.first().isAfter(month.atEndOfMonth()))
                .toList();
        return new MonthView(month, today, weeks, campaigns);
    }

    public boolean isEmpty() {
        return weeks.stream().allMatch(MonthView::isIdle);
    }

    /** Whether nothing is on in a week; a list of days leaves it out. */
    public static boolean isIdle(List<Cell> week) {
        return week.stream().allMatch(cell -> cell.on() == null);
    }
}
