package org.kepu.activity.contest;

import java.time.LocalDate;

/**
 * What the review of a contest's ethics decided (加强竞赛类活动道德伦理审查).
 *
 * @param round one more each time it is reviewed; the last one holds
 * @param reviewers the body or the committee, no names of persons
 */
public record EthicsReview(int round, boolean passed, String reviewers, String reason, LocalDate on) {

    static final int LONGEST_REVIEWERS = 80;
    static final int LONGEST_REASON = 500;
}
