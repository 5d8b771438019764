package org.kepu.home;

import java.util.List;
import org.kepu.page.Hit;

/**
 * What one source found.
 *
 * @param label the key of the group's heading
 */
public record Found(String label, List<Hit> hits) {

    public Found {
        hits = List.copyOf(hits);
    }
}
