package org.kepu.people.tour;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kepu.indicator.figure.Window;
import org.kepu.page.Page;

/**
 * The years over which coverage is looked at: the five of a plan, or one.
 *
 * @param first the first year, {@code last} the last
 */
public record CoverageWindow(int first, int last) {

    private static final int FIRST_YEAR = 2021;
    private static final int YEARS_OF_A_PLAN = 5;

    /** The five years of the plan that today lies in. */
    static CoverageWindow usual(LocalDate today) {
        int first = today.getYear() - Math.floorMod(today.getYear() - FIRST_YEAR, YEARS_OF_A_PLAN);
        return new CoverageWindow(first, first + YEARS_OF_A_PLAN - 1);
    }

    /** Those to choose from, that of today's plan first. */
    static List<CoverageWindow> offered(LocalDate today) {
        var plans = Stream.iterate(
                usual(today),
                window -> window.first() >= FIRST_YEAR,
                window -> new CoverageWindow(window.first() - YEARS_OF_A_PLAN, window.last() - YEARS_OF_A_PLAN));
        var years = IntStream.iterate(today.getYear(), year -> year >= FIRST_YEAR, year -> year - 1)
                .mapToObj(year -> new CoverageWindow(year, year));
        return Stream.concat(plans, years).toList();
    }

    /** The one that an address names; empty if it names none that is offered. */
    static Optional<CoverageWindow> read(String key, LocalDate today) {
        return key.isEmpty()
                ? Optional.of(usual(today))
                : offered(today).stream()
                        .filter(window -> window.key().equals(key))
                        .findFirst();
    }

    /** What an address says of it, here and on the pages of figures. */
    public String key() {
        return first == last ? String.valueOf(first) : first + "-" + last;
    }

    Window window() {
        return new Window(LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31));
    }

    /** 2026年, 2026—2030年. */
    public String words(Page page) {
        return first == last
                ? page.say("people.coverage.year", String.valueOf(first))
                : page.say("people.coverage.years", String.valueOf(first), String.valueOf(last));
    }
}
