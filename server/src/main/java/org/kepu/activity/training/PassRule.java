package org.kepu.activity.training;

import org.jspecify.annotations.Nullable;

/**
 * When a trainee has passed.
 *
 * @param share the least share of the hours that were attended, in percent
 * @param mark the least mark of the exam, of a hundred; null if there is no exam
 */
public record PassRule(int share, @Nullable Integer mark) {

    /** What is offered where nobody has said otherwise. */
    public static final PassRule USUAL = new PassRule(80, null);

    public static final int WHOLE = 100;

    public PassRule {
        if (share < 0 || share > WHOLE || mark != null && (mark < 0 || mark > WHOLE)) {
            throw new IllegalArgumentException("shares and marks are of a hundred");
        }
    }

    /**
     * Whoever never came has not passed, whatever the rule.
     *
     * @param attended in minutes
     * @param all the minutes of all sessions
     * @param got the mark; null if there is none yet
     */
    public boolean isMet(int attended, int all, @Nullable Integer got) {
        return attended > 0
                && (long) attended * WHOLE >= (long) share * all
                && (mark == null || got != null && got >= mark);
    }
}
