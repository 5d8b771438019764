package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A body that is evaluated.
 *
 * @param region the body's own division
 * @param written the body's name
 * @param government whether it is a government below, whose division is evaluated
 * @param dueOn by when it scores itself
 * @param version grows with each act
 * @param returned why it was sent back; or empty
 * @param objectionDue until when it may object
 * @param objection what it objects; or empty
 * @param answerDue by when the office answers
 * @param decision what the office answered; or empty
 */
public record Evaluated(
        EvaluatedId id,
        EvaluationId evaluation,
        BodyId body,
        RegionCode region,
        String written,
        boolean government,
        EvaluatedState state,
        @Nullable LocalDate dueOn,
        int version,
        String returned,
        @Nullable LocalDate objectionDue,
        String objection,
        @Nullable LocalDate answerDue,
        String decision) {

    /** The longest objection and the longest answer. */
    static final int LONGEST = 2000;

    /** The address of its page. */
    public String path() {
        return "/desk/evaluations/" + evaluation + "/bodies/" + id;
    }

    boolean mayObjectOn(LocalDate day) {
        var due = objectionDue;
        return state == EvaluatedState.NOTIFIED && due != null && !day.isAfter(due);
    }

    /** Whether its day for scoring itself has passed. */
    public boolean isLate(LocalDate day) {
        var due = dueOn;
        return state == EvaluatedState.ASKED && due != null && day.isAfter(due);
    }
}
