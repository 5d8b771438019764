package org.kepu.ledger.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.evaluation.Candidates.Candidate;
import org.kepu.ledger.evaluation.report.Report;
import org.kepu.plan.Plan;
import org.kepu.region.Region;
import org.springframework.validation.Errors;

/**
 * An evaluation as a page. No scores are on it.
 *
 * @param evaluated in the order of the plan; where only one's own body is evaluated, that one
 * @param whole whether the evaluation is that of the reader's division or plan
 * @param runs whether the reader's office runs it
 * @param candidates who may be chosen, while it is prepared
 * @param visit the form for recording a visit
 * @param notKept why a document was not kept, if it was not
 */
public record EvaluationView(
        Evaluation evaluation,
        Plan plan,
        Region office,
        IndexTree tree,
        List<Evaluated> evaluated,
        boolean whole,
        boolean runs,
        List<Candidate> candidates,
        List<Visit> visits,
        List<Report> reports,
        List<Happened> history,
        VisitForm visit,
        @Nullable Errors errors,
        org.kepu.file.Keeping.@Nullable Refused notKept) {

    public boolean isDraft() {
        return evaluation.state() == EvaluationState.DRAFT;
    }

    public boolean isOpen() {
        return evaluation.state() == EvaluationState.OPEN;
    }

    public boolean isChosen(Candidate candidate) {
        return evaluated.stream().anyMatch(one -> one.body().equals(candidate.body()));
    }

    /** Those of the candidates that are governments below, or are not. */
    public List<Candidate> candidates(boolean governments) {
        return candidates.stream()
                .filter(one -> one.government() == governments)
                .toList();
    }

    /** Whether all results are settled. */
    public boolean isSettled() {
        return evaluated.stream().allMatch(one -> one.state() == EvaluatedState.SETTLED);
    }
}
