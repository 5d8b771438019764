package org.kepu.activity.closing;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kepu.file.FileId;

/**
 * What came of a session.
 *
 * @param held whether it took place
 * @param attendances how many came (人次), by audience; of audiences that nobody came from nothing is said
 * @param document the one proof, if there is one
 * @param school the code of the school that it was held at, or that went; null if it was none
 */
public record Closing(
        boolean held,
        Map<String, Integer> attendances,
        @Nullable FileId document,
        @Nullable String school) {

    /** More than ever came to anything. */
    public static final int MOST = 1_000_000;

    public Closing {
        var counted = new TreeMap<>(attendances);
        counted.values().removeIf(count -> count == 0);
        attendances = Map.copyOf(counted);
        if (attendances.values().stream().anyMatch(count -> count < 0 || count > MOST)) {
            throw new IllegalArgumentException("nobody, or some, or very many, but not " + attendances);
        }
    }

    /** Of a session that was not held at a school. */
    public Closing(boolean held, Map<String, Integer> attendances, @Nullable FileId document) {
        this(held, attendances, document, null);
    }

    public int total() {
        return attendances.values().stream().mapToInt(Integer::intValue).sum();
    }
}
