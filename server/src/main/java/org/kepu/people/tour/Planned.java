package org.kepu.people.tour;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.kepu.page.Page;
import org.kepu.people.Typed;

/**
 * When a stop is planned: on a day, in a month, or not yet.
 *
 * @param written 2026-08-05, 2026-08 or nothing
 */
public record Planned(String written) {

    private static final int LENGTH_OF_A_MONTH = 7;

    public Planned {
        if (!isPlanned(written)) {
            throw new IllegalArgumentException("neither a day nor a month: " + written);
        }
    }

    /** Empty if the words are neither a day, nor a month, nor nothing. */
    static Optional<Planned> read(String typed) {
        var bare = typed.strip();
        return isPlanned(bare) ? Optional.of(new Planned(bare)) : Optional.empty();
    }

    private static boolean isPlanned(String written) {
        if (written.isEmpty()) {
            return true;
        }
        try {
            return written.length() == LENGTH_OF_A_MONTH
                    ? Typed.day(YearMonth.parse(written).atDay(1).toString()).isPresent()
                    : Typed.day(written).isPresent();
        } catch (DateTimeException e) {
            return false;
        }
    }

    public boolean isOpen() {
        return written.isEmpty();
    }

    /** The planned day; empty if it is a month, or open. */
    public Optional<LocalDate> day() {
        return Typed.day(written);
    }

    /** Whether it can be kept between two days: of a month, on one of its days. */
    boolean fits(LocalDate first, LocalDate last) {
        if (isOpen()) {
            return true;
        }
        var from = day().orElseGet(() -> YearMonth.parse(written).atDay(1));
        var to = day().orElseGet(() -> YearMonth.parse(written).atEndOfMonth());
        return !to.isBefore(first) && !from.isAfter(last);
    }

    /** As people read it; empty if it is open. */
    public String words(Page page) {
        if (isOpen()) {
            return "";
        }
        return day().map(page::day)
                .orElseGet(() -> page.say(
                        "people.tour.month",
                        written.substring(0, 4),
                        String.valueOf(YearMonth.parse(written).getMonthValue())));
    }
}
