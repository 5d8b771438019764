package org.kepu.people.tour;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Tone;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;

/**
 * A batch of a tour of experts (巡讲批次).
 *
 * @param body in charge
 * @param region whose banners it is for
 * @param first the first day, {@code last} the last
 * @param criteria how the banners were chosen
 * @param announced since when the public reads of it; null if it does not
 * @param cancelled why it was called off; empty if it was not
 */
public record Tour(
        UUID id,
        Programme programme,
        String title,
        BodyId body,
        RegionCode region,
        LocalDate first,
        LocalDate last,
        String criteria,
        int version,
        @Nullable Instant announced,
        String cancelled) {

    /** How a tour stands. */
    public enum State {
        TO_COME(Tone.WAITING),
        RUNNING(Tone.ACTIVE),
        OVER(Tone.NEUTRAL),
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
            return "people.tour." + name();
        }
    }

    public State state(LocalDate today) {
        if (!cancelled.isEmpty()) {
            return State.CANCELLED;
        }
        if (today.isBefore(first)) {
            return State.TO_COME;
        }
        return today.isAfter(last) ? State.OVER : State.RUNNING;
    }

    /** Whether it can still be changed, and experts asked for it. */
    public boolean isOpen(LocalDate today) {
        return state(today) == State.TO_COME || state(today) == State.RUNNING;
    }

    public boolean includes(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** Where the desk shows it. */
    public String path() {
        return "/desk/tours/" + id;
    }
}
