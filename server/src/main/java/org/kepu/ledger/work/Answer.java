package org.kepu.ledger.work;

import org.kepu.page.Flash;

/** What came of an act on a task. */
public enum Answer {
    SAVED,
    /** It was done before, by this hand or another: once is enough. */
    ALREADY,
    /** Someone else has changed it in the meantime. */
    OVERTAKEN,
    /** The task is finished or carried over. */
    CLOSED,
    /** The body has not taken the task up yet. */
    NOT_TAKEN_UP,
    /** The person put down does not stand for the body. */
    NO_SUCH_PERSON,
    /** The plan does not run in the next year. */
    PERIOD_OVER,
    /** The year has not begun. */
    NOT_YET;

    public boolean isGood() {
        return this == SAVED || this == ALREADY;
    }

    /** What the next page says of it; of a success, in the words of the act. */
    Flash flash(String done) {
        return switch (this) {
            case SAVED -> Flash.success(done);
            case ALREADY -> Flash.success("work.answer.ALREADY");
            case OVERTAKEN, CLOSED, NOT_TAKEN_UP, NO_SUCH_PERSON, PERIOD_OVER, NOT_YET -> Flash.warn(messageKey());
        };
    }

    String messageKey() {
        return "work.answer." + name();
    }
}
