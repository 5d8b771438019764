package org.kepu.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is planned.
 *
 * @param capacity how many may come; null if nobody need register
 * @param perPerson the most places of one booking
 * @param waits whether those wait in turn who find it full
 * @param opens from when on one may register; null: at once
 * @param closes until when; null: until it starts
 * @param offerMinutes how long a free place is kept for whoever is next in the line, to be taken or left; null: they have it at
 *     once
 * @param lottery whether all enter until registration closes and are drawn then, in place of who comes first; decided once
 * @param admission for whom seats are kept and what is asked; null: as it was
 */
public record Planned(
        Instant starts,
        Instant ends,
        @Nullable Integer capacity,
        int perPerson,
        boolean waits,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable Integer offerMinutes,
        boolean lottery,
        @Nullable Admission admission) {

    public Planned {
        if (!ends.isAfter(starts)) {
            throw new IllegalArgumentException("a session ends after it starts");
        }
    }

    /** For whom seats are kept and what is asked stays as it was. */
    public Planned(
            Instant starts,
            Instant ends,
            @Nullable Integer capacity,
            int perPerson,
            boolean waits,
            @Nullable Instant opens,
            @Nullable Instant closes,
            @Nullable Integer offerMinutes,
            boolean lottery) {
        this(starts, ends, capacity, perPerson, waits, opens, closes, offerMinutes, lottery, null);
    }

    /** The same, for whom it is and what is asked told. */
    public Planned admitting(Admission told) {
        return new Planned(starts, ends, capacity, perPerson, waits, opens, closes, offerMinutes, lottery, told);
    }

    /** Whoever is next in the line has a free place at once. */
    public Planned(
            Instant starts,
            Instant ends,
            @Nullable Integer capacity,
            int perPerson,
            boolean waits,
            @Nullable Instant opens,
            @Nullable Instant closes) {
        this(starts, ends, capacity, perPerson, waits, opens, closes, null, false);
    }

    /** Nobody need register. */
    public static Planned open(Instant starts, Instant ends) {
        return new Planned(starts, ends, null, 1, false, null, null, null, false);
    }
}
