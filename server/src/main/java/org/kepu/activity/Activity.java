package org.kepu.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;

/**
 * Something that is done for people, told once.
 *
 * @param version one more with each change, so that nobody overwrites another's
 * @param cancelReason why it was called off, for everybody; null if it was not
 */
public record Activity(
        ActivityId id,
        Described described,
        State state,
        int version,
        @Nullable Instant publishedAt,
        @Nullable String cancelReason) {

    /** How far it is. */
    public enum State {
        DRAFT(Tone.NEUTRAL),
        PUBLISHED(Tone.GOOD),
        CANCELLED(Tone.BAD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "activity.state." + name();
        }
    }

    public String title() {
        return described.title();
    }
}
