package org.kepu.ledger.round;

import java.util.List;
import org.kepu.region.Region;

/**
 * How a round stands in one division: its own sheets by the names of the bodies, and what lies below, division by division in the order of
 * the codes. There is no order by how well or how fast.
 *
 * @param whole of the division and all below it
 * @param own its own sheets, as far as they were asked for
 * @param below the divisions directly below in which something is asked, each with all that lies below it
 * @param undecided tasks of its own plan that nobody was asked about, as no body is named for them yet
 */
public record Summary(Region region, Tally whole, List<SheetRow> own, List<Below> below, int undecided) {

    public Summary {
        own = List.copyOf(own);
        below = List.copyOf(below);
    }

    public record Below(Region region, Tally tally) {}
}
