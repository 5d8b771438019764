package org.kepu.people.tour;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;
import org.kepu.shared.RegionCode;

/**
 * A banner that a tour goes to, and how it stands there.
 *
 * @param topic what is to be spoken of; may be empty
 * @param waiting invitations that can still be answered, or settled on at another time
 * @param agreed the first day that is agreed upon and not yet served; null if there is none
 * @param visits how many services there were
 * @param attendances how many came to them
 * @param visited the last day of them; null if there was none
 */
public record Stop(
        RegionCode banner,
        Planned planned,
        String topic,
        int waiting,
        @Nullable LocalDate agreed,
        int visits,
        int attendances,
        @Nullable LocalDate visited) {

    /** How far it has come. */
    public enum State {
        OPEN(Tone.NEUTRAL),
        ASKED(Tone.WAITING),
        AGREED(Tone.ACTIVE),
        VISITED(Tone.GOOD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "people.stop." + name();
        }
    }

    public State state() {
        if (visits > 0) {
            return State.VISITED;
        }
        if (agreed != null) {
            return State.AGREED;
        }
        return waiting > 0 ? State.ASKED : State.OPEN;
    }

    /** Whether nothing is under way there, so that it can be taken out. */
    public boolean isIdle() {
        return state() == State.OPEN;
    }
}
