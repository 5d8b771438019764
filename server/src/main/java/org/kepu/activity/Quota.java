package org.kepu.activity;

import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;

/**
 * Seats of a session that are kept for some, until they are released to all.
 *
 * @param region of those who live there; null if they are for elders
 * @param taken how many of them are given
 * @param waiting how many bookings wait that may use them
 */
public record Quota(UUID id, Kind kind, @Nullable RegionCode region, int capacity, int taken, int waiting) {

    /** For whom. */
    public enum Kind {
        ELDERS,
        /** Those who live in a division; nobody has to prove it. */
        AREA;

        /** As other systems know it; it stays. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A quota of which nothing is given yet. */
    public static Quota planned(Kind kind, @Nullable RegionCode region, int capacity) {
        return new Quota(UUID.randomUUID(), kind, region, capacity, 0, 0);
    }

    /** Seats of it that nobody has and nobody waits for. */
    public int free() {
        return waiting > 0 ? 0 : capacity - taken;
    }

    /** Whether it is for the same people. */
    boolean isFor(Quota other) {
        return kind == other.kind && Objects.equals(region, other.region);
    }
}
