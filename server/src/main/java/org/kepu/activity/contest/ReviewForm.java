package org.kepu.activity.contest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * What a review decided, as it is typed.
 *
 * @param round the one that is told; told twice it is one
 */
public record ReviewForm(
        @Nullable Boolean passed,
        String reviewers,
        String reason,
        @Nullable LocalDate on,
        @Nullable Integer round) {

    @SuppressWarnings("NullAway") // an absent field comes as null
    public ReviewForm {
        reviewers = reviewers == null ? "" : reviewers.strip();
        reason = reason == null ? "" : reason.strip();
        round = round == null ? 1 : round;
    }

    static ReviewForm blank(int round) {
        return new ReviewForm(null, "", "", null, round);
    }

    /** Says at the fields what is wrong. */
    void check(Errors errors, LocalDate today) {
        if (passed == null) {
            errors.rejectValue("passed", "contest.wrong.passed");
        }
        if (reviewers.length() < 2 || reviewers.length() > EthicsReview.LONGEST_REVIEWERS) {
            errors.rejectValue("reviewers", "contest.wrong.reviewers");
        }
        if (reason.length() < 2 || reason.length() > EthicsReview.LONGEST_REASON) {
            errors.rejectValue("reason", "contest.wrong.reason");
        }
        if (on == null || on.isAfter(today)) {
            errors.rejectValue("on", "contest.wrong.on");
        }
    }
}
