package org.kepu.ledger.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * A round of reporting (调度).
 *
 * @param region whose office asks
 * @param from the first day that it covers
 * @param to the last day that it covers, in the same year
 * @param dueOn the day by whose end an answer is in time
 * @param opinionDays working days that a lead has for an opinion; 0: leads are not asked
 * @param mendDays working days for mending what was sent back
 * @param remindBefore working days before the due day on which is reminded
 * @param remindAfter working days after it
 * @param openedAt when the last of its plans was asked; until then it is being opened
 */
public record Round(
        RoundId id,
        RegionCode region,
        String name,
        Period period,
        LocalDate from,
        LocalDate to,
        LocalDate dueOn,
        int opinionDays,
        int mendDays,
        List<Integer> remindBefore,
        List<Integer> remindAfter,
        Instant createdAt,
        @Nullable Instant openedAt) {

    public Round {
        remindBefore = List.copyOf(remindBefore);
        remindAfter = List.copyOf(remindAfter);
    }

    /** The year whose tasks it asks about. */
    public int year() {
        return to.getYear();
    }
}
