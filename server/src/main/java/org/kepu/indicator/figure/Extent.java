package org.kepu.indicator.figure;

import java.util.List;
import org.kepu.shared.RegionCode;

/**
 * Where and when something is counted.
 *
 * @param roots divisions of one level
 * @param at the divisions for each of which it is counted; all of them lie in or below the roots
 */
record Extent(List<RegionCode> roots, List<String> at, Window window) {

    static Extent of(Asked asked, List<String> at) {
        return new Extent(List.of(asked.root()), at, asked.window());
    }

    /** The roots as a statement takes them. */
    String[] rootCodes() {
        return roots.stream().map(RegionCode::value).toArray(String[]::new);
    }

    String[] atCodes() {
        return at.toArray(String[]::new);
    }
}
