package org.kepu.indicator.desk;

import java.time.LocalDate;
import java.util.List;
import org.kepu.indicator.figure.Window;
import org.kepu.page.Page;

/**
 * A window to choose on a figure's page.
 *
 * @param key what the address says of it
 * @param year the year that names it
 */
public record WindowChoice(String key, Kind kind, int year, Window window) {

    /** The sorts of windows, as they are called. */
    public enum Kind {
        YEAR,
        /** September to January: 秋季学期. */
        AUTUMN,
        /** February to August: 春季学期. */
        SPRING,
        /** The five years of a plan. */
        PERIOD,
        /** How it stands today. */
        TODAY,
        /** How it stood at the end of a year. */
        YEAR_END,
        /** From and to as typed. */
        OWN
    }

    private static final int YEARS_OF_A_PLAN = 5;

    static WindowChoice ofYear(int year) {
        return new WindowChoice(String.valueOf(year), Kind.YEAR, year, Window.ofYear(year));
    }

    static WindowChoice ofAutumn(int year) {
        return new WindowChoice(
                year + "-autumn",
                Kind.AUTUMN,
                year,
                new Window(LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 1, 31)));
    }

    static WindowChoice ofSpring(int year) {
        return new WindowChoice(
                year + "-spring", Kind.SPRING, year, new Window(LocalDate.of(year, 2, 1), LocalDate.of(year, 8, 31)));
    }

    static WindowChoice ofPeriod(int first) {
        int last = first + YEARS_OF_A_PLAN - 1;
        return new WindowChoice(
                first + "-" + last,
                Kind.PERIOD,
                first,
                new Window(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31)));
    }

    /** What was registered in the last five years, as it stands at the end of a year. */
    static WindowChoice atEndOf(int year) {
        return new WindowChoice(
                year + "-end",
                Kind.YEAR_END,
                year,
                new Window(LocalDate.of(year - YEARS_OF_A_PLAN + 1, 1, 1), LocalDate.of(year, 12, 31)));
    }

    static WindowChoice today(LocalDate today) {
        return new WindowChoice(
                "today",
                Kind.TODAY,
                today.getYear(),
                new Window(LocalDate.of(today.getYear() - YEARS_OF_A_PLAN + 1, 1, 1), today));
    }

    static WindowChoice own(Window window) {
        return new WindowChoice("own", Kind.OWN, window.from().getYear(), window);
    }

    /** The one of the same sort just before it. */
    WindowChoice before() {
        return switch (kind) {
            case YEAR, OWN -> ofYear(year - 1);
            case AUTUMN -> ofSpring(year);
            case SPRING -> ofAutumn(year - 1);
            case PERIOD -> ofPeriod(year - YEARS_OF_A_PLAN);
            case TODAY, YEAR_END -> atEndOf(year - 1);
        };
    }

    /** Its name: 2025年、2025年秋季学期、2021—2025年、截至2026年11月22日. */
    public String words(Page page) {
        return page.say("indicator.window." + kind, arguments(page).toArray());
    }

    private List<String> arguments(Page page) {
        return switch (kind) {
            case YEAR, AUTUMN, SPRING, YEAR_END -> List.of(String.valueOf(year));
            case PERIOD -> List.of(String.valueOf(year), String.valueOf(year + YEARS_OF_A_PLAN - 1));
            case TODAY -> List.of(page.day(window.to()));
            case OWN -> List.of(page.day(window.from()), page.day(window.to()));
        };
    }
}
