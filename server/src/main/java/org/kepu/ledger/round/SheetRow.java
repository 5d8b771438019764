package org.kepu.ledger.round;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;
import org.kepu.shared.RegionCode;

/**
 * A sheet in a list.
 *
 * @param written the body's name
 * @param plan the title of the plan
 */
public record SheetRow(
        SheetId id,
        RegionCode region,
        String written,
        String plan,
        SheetState state,
        LocalDate dueOn,
        LocalDate firstDueOn,
        @Nullable Instant firstSubmittedAt,
        LocalDate today) {

    /** Whether it is awaited and its day is over. */
    public boolean isLate() {
        return state.isOpen() && dueOn.isBefore(today);
    }

    /** Whether its first submission came after its day. */
    public boolean cameLate() {
        return firstSubmittedAt != null && Today.at(firstSubmittedAt).isAfter(firstDueOn);
    }

    public Tone tone() {
        return isLate() ? Tone.BAD : state.tone();
    }

    /** The key of its state in a list. */
    public String messageKey() {
        return isLate() ? "round.state.LATE" : state.messageKey();
    }
}
