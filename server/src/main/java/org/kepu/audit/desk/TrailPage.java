package org.kepu.audit.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the trail, the newest first.
 *
 * @param next after which row the next page begins; nothing at the end
 */
public record TrailPage(List<TrailRow> rows, @Nullable Long next) {

    public TrailPage {
        rows = List.copyOf(rows);
    }
}
