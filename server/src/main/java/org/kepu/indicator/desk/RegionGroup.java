package org.kepu.indicator.desk;

import java.util.List;
import org.kepu.region.Region;

/** A division with those below it, for a picker. */
public record RegionGroup(Region head, List<Region> regions) {
    public RegionGroup {
        regions = List.copyOf(regions);
    }
}
