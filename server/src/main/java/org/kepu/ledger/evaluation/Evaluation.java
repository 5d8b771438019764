package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * An evaluation of how a plan was carried out (自查评估、总结评估).
 *
 * @param region whose office evaluates
 * @param from the first day that is looked at
 * @param to the last day
 * @param selfDays working days that bodies have for scoring themselves
 * @param rebuttalDays working days within which they may object to a result
 * @param answerDays working days within which the office answers an objection
 * @param expertShare of a hundred parts of a score, those of the experts; 0: no experts are asked
 * @param tree grows with each change of the indices
 * @param checksum SHA-256 of the indices as they stood when it was opened
 * @param dueOn by when the bodies score themselves
 * @param problems what the office says of shortcomings, for the report
 * @param nextSteps what it says of the time to come
 * @param wordsVersion grows with each change of these words
 */
public record Evaluation(
        EvaluationId id,
        PlanId plan,
        RegionCode region,
        EvaluationKind kind,
        String name,
        LocalDate from,
        LocalDate to,
        int selfDays,
        int rebuttalDays,
        int answerDays,
        int expertShare,
        EvaluationState state,
        int tree,
        @Nullable String checksum,
        @Nullable LocalDate dueOn,
        String problems,
        String nextSteps,
        int wordsVersion) {

    public boolean asksExperts() {
        return expertShare > 0;
    }

    /** The address of its page. */
    public String path() {
        return "/desk/evaluations/" + id;
    }
}
