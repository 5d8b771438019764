package org.kepu.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Once that an activity takes place (场次).
 *
 * @param seats how one gets in; null if anybody may come
 * @param cancelled whether it does not take place
 */
public record Session(
        SessionId id,
        ActivityId activity,
        Instant starts,
        Instant ends,
        @Nullable Seats seats,
        boolean cancelled) {

    private static final ZoneId HERE = ZoneId.of("Asia/Shanghai");

    /**
     * How many may come, and from when to when one may ask.
     *
     * @param taken places that are given
     * @param waiting how many bookings wait
     * @param waits whether there is a list of those who wait
     * @param perPerson the most places of one booking
     * @param offerMinutes how long a free place is kept for whoever is next, to be taken or left; null: they have it at once
     * @param lottery whether all enter until registration closes, and are drawn then
     * @param kept of what is not taken: what is kept for elders or those of a division
     * @param keptAtDoor of what is not taken: what is kept for those who come without a word
     */
    public record Seats(
            int capacity,
            int taken,
            int waiting,
            boolean waits,
            int perPerson,
            Instant opens,
            Instant closes,
            @Nullable Integer offerMinutes,
            boolean lottery,
            int kept,
            int keptAtDoor) {

        /** Places for all that nobody has and nobody waits for. */
        public int free() {
            return waiting > 0 ? 0 : capacity - taken - kept - keptAtDoor;
        }

        public boolean isOpen(Instant now) {
            return !now.isBefore(opens) && now.isBefore(closes);
        }
    }

    /** The day on which it counts: that of its beginning, in Asia/Shanghai. */
    public LocalDate day() {
        return LocalDate.ofInstant(starts, HERE);
    }

    public int minutes() {
        return (int) Math.min(Integer.MAX_VALUE, Duration.between(starts, ends).toMinutes());
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(ends);
    }

    public boolean hasBegun(Instant now) {
        return !now.isBefore(starts);
    }
}
