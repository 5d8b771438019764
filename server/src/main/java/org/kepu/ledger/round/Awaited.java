package org.kepu.ledger.round;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A line that a lead is asked about.
 *
 * @param written the body that said it
 * @param title the measure's
 * @param due until when
 */
public record Awaited(
        UUID line,
        UUID sheet,
        String written,
        String title,
        Answer answer,
        String text,
        int facts,
        int attendances,
        LocalDate due) {

    /** By which is told whether it was changed since it was read. */
    public String mark() {
        return Line.mark(answer, text);
    }
}
