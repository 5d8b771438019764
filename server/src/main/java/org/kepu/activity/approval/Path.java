package org.kepu.activity.approval;

import java.util.List;
import org.kepu.shared.RegionCode;

/**
 * The way that a division has set for its activities.
 *
 * @param version one more with each change
 * @param steps in their order; none: nothing is asked
 */
public record Path(RegionCode region, int version, List<Step> steps) {

    public static final int MOST_STEPS = 4;

    public Path {
        steps = List.copyOf(steps);
    }
}
