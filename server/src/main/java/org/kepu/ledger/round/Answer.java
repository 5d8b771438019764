package org.kepu.ledger.round;

import java.util.Arrays;
import java.util.Optional;

/** What a body says of a task for the days of a round. */
public enum Answer {
    /** 有进展, in a few words. */
    PROGRESS,
    /** 本期无事项 */
    NOTHING,
    /** 不适用, with the reason. */
    NOT_APPLICABLE;

    /** The key of the answer's name on screen. */
    public String messageKey() {
        return "round.answer." + name();
    }

    static Optional<Answer> read(String written) {
        return Arrays.stream(values())
                .filter(answer -> answer.name().equals(written))
                .findFirst();
    }
}
