package org.kepu.order;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.BodyId;

/**
 * What is said with an act; each act reads what it needs.
 *
 * @param words the reason, or what is said of the service with the stars; whoever asked reads it
 * @param unmet of a refusal or a cancellation: because nobody could serve
 * @param department to which it is dispatched
 * @param supplier to whom it is offered, or who takes it
 */
public record Said(
        String words,
        boolean unmet,
        @Nullable BodyId department,
        @Nullable SupplierId supplier,
        @Nullable Instant starts,
        @Nullable Integer minutes,
        @Nullable LocalDate day,
        @Nullable Integer came,
        @Nullable Integer stars) {

    public static final Said NOTHING = new Said("", false, null, null, null, null, null, null, null);

    public static final int LONGEST_COMMENT = 300;
    public static final int SHORTEST_MINUTES = 10;
    public static final int LONGEST_MINUTES = 600;
    public static final int MOST_CAME = 9999;

    public Said {
        words = words.strip();
    }

    public static Said because(String words) {
        return new Said(words, false, null, null, null, null, null, null, null);
    }

    /** Nobody could serve: it counts as unmet. */
    public static Said unmet(String words) {
        return new Said(words, true, null, null, null, null, null, null, null);
    }

    public static Said to(@Nullable BodyId department, @Nullable SupplierId supplier) {
        return new Said("", false, department, supplier, null, null, null, null, null);
    }

    /** Whether it goes to a team, and to no department before. */
    boolean isForTeamAlone() {
        return supplier != null && department == null;
    }

    /** @param words why it is another time than before; may be empty */
    public static Said at(@Nullable Instant starts, @Nullable Integer minutes, String words) {
        return new Said(words, false, null, null, starts, minutes, null, null, null);
    }

    public static Said served(@Nullable LocalDate day, @Nullable Integer came, @Nullable Integer minutes) {
        return new Said("", false, null, null, null, minutes, day, came, null);
    }

    /** Another outcome than was written down, and why. */
    public static Said amended(
            @Nullable LocalDate day, @Nullable Integer came, @Nullable Integer minutes, String words) {
        return new Said(words, false, null, null, null, minutes, day, came, null);
    }

    public static Said rated(@Nullable Integer stars, String comment) {
        return new Said(comment, false, null, null, null, null, null, null, stars);
    }
}
