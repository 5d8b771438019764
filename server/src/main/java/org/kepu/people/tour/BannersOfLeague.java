package org.kepu.people.tour;

import java.util.List;
import org.kepu.region.Region;

/** Banners of one league from which stops are chosen. */
public record BannersOfLeague(Region league, List<Region> banners) {

    public BannersOfLeague {
        banners = List.copyOf(banners);
    }
}
