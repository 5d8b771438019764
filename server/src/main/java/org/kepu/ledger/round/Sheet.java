package org.kepu.ledger.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * What one body answers for one plan.
 *
 * @param written the body's name
 * @param dueOn the day by whose end it is awaited
 * @param firstDueOn the day by whose end its first submission is in time, whatever happens after
 * @param opinionDue until when leads may say what they think; none: nobody is asked
 * @param version grows with each change
 */
public record Sheet(
        SheetId id,
        PlanId plan,
        RegionCode region,
        BodyId body,
        String written,
        SheetState state,
        LocalDate dueOn,
        LocalDate firstDueOn,
        @Nullable LocalDate opinionDue,
        int version,
        @Nullable Instant firstSubmittedAt,
        @Nullable Instant submittedAt,
        List<Line> lines) {

    public Sheet {
        lines = List.copyOf(lines);
    }

    /** Whether something is awaited from the body whose day is over. */
    public boolean isLate(LocalDate today) {
        return state.isOpen() && dueOn.isBefore(today);
    }

    /** Whether the first submission came before the end of its day; no while there is none. */
    public boolean cameInTime() {
        return firstSubmittedAt != null && !Today.at(firstSubmittedAt).isAfter(firstDueOn);
    }

    /** Whether the body may take it back: its first day is not over, and neither a lead nor the office has said anything of it. */
    public boolean mayBeWithdrawn(LocalDate today) {
        return state == SheetState.SUBMITTED
                && !firstDueOn.isBefore(today)
                && lines.stream()
                        .allMatch(line ->
                                line.opinions().isEmpty() && line.reason().isEmpty());
    }

    /** What keeps it from being submitted. */
    public List<LineFault.Lacking> lacking() {
        return LineFault.among(lines);
    }
}
