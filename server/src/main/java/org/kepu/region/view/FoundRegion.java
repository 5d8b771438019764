package org.kepu.region.view;

import org.kepu.region.Region;

/** A hit of the search.
 *
 * @param above the names of the divisions above, from the top but one
 */
public record FoundRegion(Region region, String above) {}
