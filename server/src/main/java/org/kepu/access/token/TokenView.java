package org.kepu.access.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;

/** A token as it is listed; its secret is not kept. */
public record TokenView(
        UUID id,
        UUID account,
        String name,
        Instant madeAt,
        Instant expires,
        @Nullable Instant lastUsed,
        State state) {

    /** Whether a token opens anything. */
    public enum State {
        HOLDS(Tone.GOOD),
        EXPIRED(Tone.NEUTRAL),
        REVOKED(Tone.BAD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of the state's name on screen. */
        public String messageKey() {
            return "access.token.state." + name();
        }
    }
}
