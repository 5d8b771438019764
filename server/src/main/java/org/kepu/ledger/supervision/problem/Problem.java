package org.kepu.ledger.supervision.problem;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.round.SheetId;
import org.kepu.ledger.supervision.SupervisionHistory.Thing;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A line of the list of problems (问题清单; G11-03): found, its cause, what is to be done, by whom, until when.
 *
 * @param region whose office keeps it
 * @param origin words on where it was found
 * @param sheet the sheet of a round in which it was found, with the round by which it opens
 * @param remedy what is to be done
 * @param written the body's name
 * @param done what was done about it, as the body says
 */
public record Problem(
        ProblemId id,
        RegionCode region,
        Source source,
        String origin,
        @Nullable SheetPlace sheet,
        @Nullable MeasureId measure,
        LocalDate foundOn,
        String what,
        String cause,
        String remedy,
        BodyId body,
        String written,
        LocalDate dueOn,
        ProblemState state,
        String done,
        int version) {

    public static final int LONGEST = 500;
    public static final int LONGEST_ORIGIN = 200;
    public static final int LONGEST_DONE = 1000;

    /** Where a sheet opens. */
    public record SheetPlace(org.kepu.ledger.round.RoundId round, SheetId sheet) {}

    public boolean isLate(LocalDate today) {
        return state == ProblemState.OPEN && dueOn.isBefore(today);
    }

    Thing thing() {
        return new Thing("problem", id.value(), region, what.substring(0, Math.min(what.length(), 60)));
    }
}
