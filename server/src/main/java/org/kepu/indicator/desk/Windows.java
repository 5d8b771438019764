package org.kepu.indicator.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Window;
import org.springframework.stereotype.Component;

/** The windows over which a figure can be read, first the one that its definition means. */
@Component
class Windows {

    private static final int FIRST_YEAR = 2021;
    private static final int YEARS_OF_A_PLAN = 5;
    private static final int FIRST_MONTH_OF_AUTUMN = 9;
    private static final int FIRST_MONTH_OF_SPRING = 2;
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);
    private static final LocalDate LATEST = LocalDate.of(2149, 12, 31);

    private final Clock clock;

    Windows(Clock clock) {
        this.clock = clock;
    }

    /** What is shown where nothing was chosen. */
    WindowChoice usual(Span span) {
        return switch (span) {
            case YEAR -> WindowChoice.ofYear(thisYear());
            case SEMESTER -> semester();
            case PERIOD -> WindowChoice.ofPeriod(period());
            case DAY -> WindowChoice.today(today());
        };
    }

    /** Those to choose from. */
    List<WindowChoice> offered(Span span) {
        var offered = new ArrayList<WindowChoice>();
        if (span == Span.DAY) {
            offered.add(WindowChoice.today(today()));
            years().mapToObj(WindowChoice::atEndOf).skip(1).forEach(offered::add);
            return offered;
        }
        years().mapToObj(WindowChoice::ofYear).forEach(offered::add);
        var semester = semester();
        while (semester.window().from().getYear() >= FIRST_YEAR) {
            offered.add(semester);
            semester = semester.before();
        }
        for (int first = period(); first >= FIRST_YEAR; first -= YEARS_OF_A_PLAN) {
            offered.add(WindowChoice.ofPeriod(first));
        }
        return offered;
    }

    /** The window that an address names; empty if it names none. */
    Optional<WindowChoice> read(Span span, String key, String from, String to) {
        if (key.equals("own") || (key.isEmpty() && !(from + to).isEmpty())) {
            return own(from, to);
        }
        return key.isEmpty()
                ? Optional.of(usual(span))
                : offered(span).stream()
                        .filter(choice -> choice.key().equals(key))
                        .findFirst();
    }

    private static Optional<WindowChoice> own(String from, String to) {
        try {
            var first = LocalDate.parse(from);
            var last = LocalDate.parse(to);
            return first.isAfter(last) || first.isBefore(EARLIEST) || last.isAfter(LATEST)
                    ? Optional.empty()
                    : Optional.of(WindowChoice.own(new Window(first, last)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private WindowChoice semester() {
        var today = today();
        if (today.getMonthValue() >= FIRST_MONTH_OF_AUTUMN) {
            return WindowChoice.ofAutumn(today.getYear());
        }
        return today.getMonthValue() >= FIRST_MONTH_OF_SPRING
                ? WindowChoice.ofSpring(today.getYear())
                : WindowChoice.ofAutumn(today.getYear() - 1);
    }

    private int period() {
        return FIRST_YEAR + Math.floorDiv(thisYear() - FIRST_YEAR, YEARS_OF_A_PLAN) * YEARS_OF_A_PLAN;
    }

    private IntStream years() {
        int last = thisYear();
        return IntStream.rangeClosed(FIRST_YEAR, last).map(year -> FIRST_YEAR + last - year);
    }

    private int thisYear() {
        return Year.now(clock).getValue();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
