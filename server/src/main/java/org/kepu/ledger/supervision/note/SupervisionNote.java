package org.kepu.ledger.supervision.note;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.TaskId;
import org.kepu.ledger.supervision.SupervisionHistory.Thing;
import org.kepu.ledger.supervision.light.Light;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * A supervision note (督办单). What was issued stays; only state, due day and to whom it was escalated move.
 *
 * @param region whose office issued it
 * @param measure the title of the measure, {@code clause} its words in the plan
 * @param written the body's name
 * @param light as it burned when the note was issued, {@code figures} its reasons in words
 * @param asks what the office asks
 * @param issuedDue the due day as it stands on the paper; {@code dueOn} moves on when an answer is sent back
 * @param escalatedTo the division above, or its own: then its leader
 * @param supersededBy the note that took its place
 */
public record SupervisionNote(
        NoteId id,
        RegionCode region,
        int year,
        int number,
        String issuer,
        PlanId plan,
        String planTitle,
        MeasureId measureId,
        String measure,
        String clause,
        TaskId task,
        BodyId body,
        String written,
        Light light,
        String figures,
        String asks,
        LocalDate issuedOn,
        LocalDate issuedDue,
        @Nullable NoteId supersedes,
        @Nullable NoteId supersededBy,
        NoteState state,
        LocalDate dueOn,
        @Nullable RegionCode escalatedTo,
        int version) {

    public static final int LONGEST_ASK = 1000;

    /** 督〔2026〕3号: given by each office, counted through the year without a gap. */
    public String numbered() {
        return numbered(year, number);
    }

    static String numbered(int year, int number) {
        return "督〔" + year + "〕" + number + "号";
    }

    /** Whether the body's answer is awaited and its day is over. */
    public boolean isLate(LocalDate today) {
        return state.isAwaited() && dueOn.isBefore(today);
    }

    Thing thing() {
        return new Thing("supervision-note", id.value(), region, numbered() + " " + written);
    }
}
