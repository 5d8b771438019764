package org.kepu.plan.life;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a body or one of the public says to a clause.
 *
 * @param body the body's name; empty where the public speaks
 * @param clause the clause's title as it stood then; empty for the whole
 * @param outcome {@code null} while it is unanswered
 * @param named whether whoever sent it said what they are called; reachable, how
 * @param answers how often it was answered; who answers does so against what was on the screen
 */
public record Opinion(
        OpinionId id,
        String body,
        String node,
        String clause,
        String words,
        Instant sentAt,
        @Nullable Outcome outcome,
        String reason,
        int answers,
        boolean named,
        boolean reachable) {

    public boolean fromPublic() {
        return body.isEmpty();
    }

    /** 采纳情况. */
    public enum Outcome {
        ADOPTED,
        PARTLY,
        NOT_ADOPTED;

        /** Whoever is not followed is told why. */
        public boolean needsReason() {
            return this != ADOPTED;
        }

        public String messageKey() {
            return "life.outcome." + name();
        }
    }
}
