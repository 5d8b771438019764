package org.kepu.access.people;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Role;
import org.kepu.page.Tone;

/** A grant as the page of a person tells it: what, where, how long, by whom and why. */
public record GrantView(
        UUID id,
        Role role,
        String place,
        Instant starts,
        @Nullable Instant ends,
        String givenBy,
        Instant givenAt,
        String reason,
        @Nullable Instant revokedAt,
        String revokedBy,
        @Nullable String revokedWhy,
        State state) {

    /** Where the grant stands in time. */
    public enum State {
        NOW(Tone.GOOD),
        COMING(Tone.WAITING),
        OVER(Tone.NEUTRAL),
        TAKEN_BACK(Tone.BAD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of the state's name on screen. */
        public String messageKey() {
            return "access.grant.state." + name();
        }
    }

    /** Whether there is something to take back. */
    public boolean live() {
        return state == State.NOW || state == State.COMING;
    }
}
