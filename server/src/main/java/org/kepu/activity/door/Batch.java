package org.kepu.activity.door;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a telephone at the door sends when there is a line; sent again, it changes nothing.
 *
 * @param device the number that the browser gave itself; it names the telephone and nobody
 * @param now by its own clock, when it sends
 * @param counts of those who just came
 */
public record Batch(UUID device, Instant now, List<Shown> scans, List<Counted> counts) {

    /** The most scans at once. */
    public static final int MOST = 100;

    private static final int MOST_AUDIENCES = 40;
    private static final int MOST_PEOPLE = 100_000;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2060-01-01T00:00:00Z");

    @SuppressWarnings("NullAway") // an absent list comes as null
    public Batch {
        requireNonNull(device, "device");
        scans = scans == null ? List.of() : List.copyOf(scans);
        counts = counts == null ? List.of() : List.copyOf(counts);
        demand(isSensible(now) && scans.size() <= MOST && counts.size() <= MOST_AUDIENCES);
    }

    /** A code that was shown, when it was by the telephone's own clock. */
    public record Shown(UUID scan, String code, Instant at) {

        public Shown {
            requireNonNull(scan, "scan");
            demand(code != null && code.matches("\\d{12}") && isSensible(at));
        }
    }

    /**
     * How many just came, as this telephone counted them in all.
     *
     * @param turn rises with each change, so that what comes late undoes nothing
     */
    public record Counted(String audience, int count, long turn) {

        public Counted {
            demand(audience != null && audience.length() <= 40 && count >= 0 && count <= MOST_PEOPLE && turn > 0);
        }
    }

    private static boolean isSensible(@Nullable Instant moment) {
        return moment != null && moment.isAfter(FIRST) && moment.isBefore(LAST);
    }

    private static void demand(boolean sensible) {
        if (!sensible) {
            throw new IllegalArgumentException("no telephone of ours sends this");
        }
    }
}
