package org.kepu.activity;

import java.time.Instant;
import java.util.Locale;
import org.kepu.page.Tone;

/** How one gets into a session at a moment, in one word. */
public enum SeatState {
    CALLED_OFF(Tone.BAD),
    OVER(Tone.NEUTRAL),
    /** Anybody may come. */
    OPEN_TO_ALL(Tone.GOOD),
    NOT_OPEN_YET(Tone.WAITING),
    CLOSED(Tone.NEUTRAL),
    /** All may enter, and are drawn when registration closes. */
    DRAW(Tone.ACTIVE),
    FREE(Tone.GOOD),
    /** What is left is kept for elders or those of a division. */
    KEPT(Tone.WARN),
    /** Full, but one may wait. */
    LINE(Tone.WARN),
    FULL(Tone.NEUTRAL);

    private final Tone tone;

    SeatState(Tone tone) {
        this.tone = tone;
    }

    public static SeatState of(Session session, Instant now) {
        var seats = session.seats();
        if (session.cancelled()) {
            return CALLED_OFF;
        }
        if (session.isOver(now)) {
            return OVER;
        }
        if (seats == null) {
            return OPEN_TO_ALL;
        }
        if (now.isBefore(seats.opens())) {
            return NOT_OPEN_YET;
        }
        if (!now.isBefore(seats.closes())) {
            return CLOSED;
        }
        if (seats.lottery()) {
            return DRAW;
        }
        if (seats.free() > 0) {
            return FREE;
        }
        if (seats.kept() > 0) {
            return KEPT;
        }
        return seats.waits() && seats.waiting() < seats.capacity() ? LINE : FULL;
    }

    public Tone tone() {
        return tone;
    }

    /** Whether one may ask for a place now. */
    public boolean isOpen() {
        return this == FREE || this == KEPT || this == LINE || this == DRAW;
    }

    /** The key of its name on screen; {0} is filled with the free places, {2} with those kept. */
    public String messageKey() {
        return "activity.seats." + name();
    }

    /** As other systems know it; it stays. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
