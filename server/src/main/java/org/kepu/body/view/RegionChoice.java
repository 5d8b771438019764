package org.kepu.body.view;

import java.util.List;
import org.kepu.region.Region;

/** A league with its banners, for a picker. */
public record RegionChoice(Region head, List<Region> regions) {
    public RegionChoice {
        regions = List.copyOf(regions);
    }
}
