package org.kepu.region.view;

import org.kepu.region.Region;

/** A line in the list of what lies below.
 *
 * @param children how many lie directly below it
 */
public record ChildRegion(Region region, int children) {}
