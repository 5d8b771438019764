package org.kepu.ledger.round;

import java.time.LocalDate;
import java.util.List;

/** What an office sets for a round; see {@link Round}. */
public record Terms(
        String name,
        Period period,
        LocalDate from,
        LocalDate to,
        LocalDate dueOn,
        int opinionDays,
        int mendDays,
        List<Integer> remindBefore,
        List<Integer> remindAfter) {

    public Terms {
        name = name.strip();
        remindBefore = List.copyOf(remindBefore);
        remindAfter = List.copyOf(remindAfter);
        if (to.isBefore(from) || from.getYear() != to.getYear() || !period.spans(from, to)) {
            throw new IllegalArgumentException("a round covers a span of one year: " + from + "–" + to);
        }
    }
}
