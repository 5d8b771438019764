package org.kepu.ledger.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.region.Region;

/**
 * A round as a page.
 *
 * @param putOff plans that could not be asked so far
 * @param path the way down from the round's division to the one shown, as far as it is within reach
 * @param byWeekends whether the due day was counted without the notice of its year
 */
public record RoundView(
        Round round,
        Region office,
        Progress progress,
        List<PutOff> putOff,
        Summary summary,
        List<Region> path,
        @Nullable Only only,
        boolean byWeekends) {}
