package org.kepu.ledger.progress;

import org.kepu.ledger.Task;
import org.kepu.page.Tone;

/** Where a measure stands this year, in the words of the public. It says nothing of how well anybody did. */
public enum Standing {
    /** No body has begun, or the year's tasks are not given out yet. */
    NOT_BEGUN(Tone.NEUTRAL),
    UNDER_WAY(Tone.ACTIVE),
    DONE(Tone.GOOD),
    GOES_ON(Tone.ACTIVE);

    private final Tone tone;

    Standing(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    public String messageKey() {
        return "progress.standing." + name();
    }

    static Standing of(Task.State state) {
        return switch (state) {
            case ASSIGNED, TAKEN_UP -> NOT_BEGUN;
            case IN_PROGRESS -> UNDER_WAY;
            case CARRIED_OVER -> GOES_ON;
            case DONE -> DONE;
        };
    }
}
