package org.kepu.activity.door;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A code that was shown, with what it was answered.
 *
 * @param code that was shown
 * @param places that it stands for; 0 if there is no such code
 * @param made when it was shown, by the clock of the telephone
 * @param clockAhead by how much that clock was ahead of ours when it sent; below zero: behind
 * @param since when its holder came; null if nobody did
 * @param where the telephone at which they came; null if it was a list, or nobody came
 * @param of the session that it is a code of; null if there is no such code
 */
public record Scan(
        UUID id,
        UUID device,
        String code,
        Answer answer,
        int places,
        Instant made,
        Duration clockAhead,
        Instant received,
        @Nullable Instant since,
        @Nullable UUID where,
        @Nullable Other of) {

    /** A clock that goes wrong by less is right enough. */
    static final Duration BEARABLE = Duration.ofMinutes(5);

    /** The session of a code: what everybody may know of it. */
    public record Other(String title, Instant starts, Instant ends) {}

    /** Whether the telephone's clock went so wrong that its time is not to be believed. */
    public boolean isClockWrong() {
        return clockAhead.abs().compareTo(BEARABLE) > 0;
    }

    /** When it was shown, by our clock. */
    public Instant corrected() {
        return made.minus(clockAhead);
    }

    /** How a telephone is called on screen: the first signs of its number. */
    public static String called(UUID device) {
        return device.toString().substring(0, 4).toUpperCase(Locale.ROOT);
    }
}
