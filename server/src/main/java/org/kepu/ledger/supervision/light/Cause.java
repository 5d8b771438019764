package org.kepu.ledger.supervision.light;

/** For what reason a light burns, or does not. What the limit of a rule means is said with each. */
public enum Cause {
    /** A target's time is over and it is not reached. No limit. */
    TARGET_MISSED,
    /** A cumulative target stands below so many per cent of what it should be by today. */
    TARGET_PACE,
    /** Nothing says where a target stands. No limit. */
    TARGET_NO_DATA,
    /** A sheet is awaited since so many working days. */
    SHEET_LATE,
    /** Nothing has moved since before the span of the last rounds began, so many back, whose day is over. */
    PROGRESS_OLD,
    /** A task without a number has neither facts nor evidence so many days before the end of its year. */
    EVIDENCE_MISSING,
    /** The plan is not published although its term is over. No limit. It concerns the plan, not its tasks. */
    PUBLICATION_LATE,
    /** The year lies before the plan was signed (G11-01): no alarm. Not a matter of rules. */
    BACK_DATED,
    /** The year has not begun. Not a matter of rules. */
    NOT_BEGUN,
    /** The task goes on as next year's. Not a matter of rules. */
    CARRIED_OVER;

    /** Whether a rule may name it; the others put a light out whatever the rules say. */
    public boolean isOfRules() {
        return this != BACK_DATED && this != NOT_BEGUN && this != CARRIED_OVER;
    }

    /** The key of the sentence that says when the light burns; {0} is the limit. */
    public String messageKey() {
        return "supervision.cause." + name();
    }
}
