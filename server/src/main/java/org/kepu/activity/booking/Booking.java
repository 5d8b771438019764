package org.kepu.activity.booking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Quota;
import org.kepu.page.Tone;

/**
 * Places that somebody has, waits for, or gave back.
 *
 * @param code twelve digits, so that they can be read out
 * @param name masked
 * @param phone masked
 * @param offeredUntil until when a place is kept that is offered; null if none is
 * @param present when they came; null: not yet
 * @param party who comes together; a name is not masked, it is that of a group or a school
 * @param answers to the questions of the session, in their order
 * @param kept what the seats are kept for in which they come; null: for all
 */
public record Booking(
        UUID id,
        String code,
        State state,
        int places,
        String name,
        String phone,
        Instant booked,
        @Nullable Instant offeredUntil,
        @Nullable Instant present,
        Party party,
        List<String> answers,
        Quota.@Nullable Kind kept) {

    public Booking {
        answers = List.copyOf(answers);
    }

    /** How it stands. */
    public enum State {
        /** To be drawn when registration closes. */
        ENTERED(Tone.ACTIVE),
        CONFIRMED(Tone.GOOD),
        WAITING(Tone.WAITING),
        /** A place is free and kept until an hour; to be taken or left. */
        OFFERED(Tone.WARN),
        CANCELLED(Tone.NEUTRAL),
        /** It was offered, and nobody took it in time. */
        LAPSED(Tone.NEUTRAL),
        /** Nobody came to take the place, and it was given away after the start. */
        RECLAIMED(Tone.NEUTRAL),
        /** It asks for more seats than there are since the session was planned otherwise. */
        TOO_LARGE(Tone.NEUTRAL);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        public boolean isInForce() {
            return switch (this) {
                case ENTERED, CONFIRMED, WAITING, OFFERED -> true;
                case CANCELLED, LAPSED, RECLAIMED, TOO_LARGE -> false;
            };
        }

        /** The key of its name on screen. */
        public String messageKey() {
            return "activity.booking.state." + name();
        }
    }

    /** The code as it is written and read out: 1234 5678 9012. */
    public static String spelled(String code) {
        return code.replaceAll("(\\d{4})(?=\\d)", "$1 ");
    }

    public String spelled() {
        return spelled(code);
    }

    /** Digit by digit, as it is read out. */
    public String aloud() {
        return code.replaceAll("(\\d)(?=\\d)", "$1、").replaceAll("((?:\\d、){4})(?=\\d)", "$1 ");
    }
}
