package org.kepu.region;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;

/**
 * An administrative division as one edition of the tree knows it.
 *
 * @param parent the division it belongs to; none for the autonomous region
 * @param traits what is known of it; see {@link RegionTrait}
 * @param since the first day of this state
 * @param until the first day on which this state was over; none while it lasts
 */
public record Region(
        RegionCode code,
        String name,
        RegionLevel level,
        @Nullable RegionCode parent,
        Set<RegionTrait> traits,
        LocalDate since,
        @Nullable LocalDate until) {

    public Region {
        traits = Set.copyOf(traits);
    }

    public boolean is(RegionTrait trait) {
        return traits.contains(trait);
    }

    /** 边境旗市: on the state border. */
    public boolean border() {
        return is(RegionTrait.BORDER);
    }

    /** 牧区. */
    public boolean pastoral() {
        return is(RegionTrait.PASTORAL);
    }
}
