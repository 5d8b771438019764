package org.kepu.ledger.supervision.light;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.TargetCard;
import org.kepu.ledger.Task;

/**
 * What is known of a task, from which its light is computed.
 *
 * @param written the body's name
 * @param since the day on which it was opened
 * @param moved when something last moved: a fact, evidence, a part done, progress reported
 * @param evident whether there is evidence, or a fact in its year
 * @param numbered whether a target with an indicator says how far it is
 * @param targets those by which it is measured, as they stand
 * @param late the body's sheet that is awaited longest
 */
record Known(
        UUID id,
        UUID measure,
        Task.Role role,
        String written,
        @Nullable UUID body,
        Task.State state,
        LocalDate since,
        @Nullable LocalDate moved,
        boolean evident,
        boolean numbered,
        List<TargetCard> targets,
        @Nullable LateSheet late) {

    Known {
        targets = List.copyOf(targets);
    }

    /** A sheet whose day is over. */
    record LateSheet(UUID body, UUID round, UUID sheet, String name, LocalDate due) {}

    /** A round whose day is over, and the days that it covers. */
    record PastRound(String name, LocalDate from, LocalDate to) {}
}
