package org.kepu.indicator.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Body;
import org.kepu.indicator.Kind;
import org.kepu.indicator.figure.FactLines.Line;
import org.kepu.page.Page;
import org.kepu.region.Region;
import org.kepu.shared.Right;

/**
 * One fact with everything that is known of it.
 *
 * @param path the way down to the division where it happened
 * @param history all versions and counter-facts, the first first
 * @param originKey the key of the name of its source; null if no capability says it
 * @param origin the address of its source; null if there is none within reach
 */
public record FactView(
        Line line,
        @Nullable Kind kind,
        List<Region> path,
        List<Body> organisers,
        List<ServedMeasure> measures,
        List<Line> history,
        @Nullable String originKey,
        @Nullable String origin) {

    /** A measure of a plan in force that the fact serves. */
    public record ServedMeasure(String id, String title, String plan) {}

    public FactView {
        path = List.copyOf(path);
        organisers = List.copyOf(organisers);
        measures = List.copyOf(measures);
        history = List.copyOf(history);
    }

    /** Whether it was taken back, by itself or by a later version. */
    public boolean isTakenBack() {
        return history.stream().anyMatch(other -> Long.valueOf(line.id()).equals(other.counters()));
    }

    /** Whether the reader may open a measure. */
    public boolean opensMeasures(Page page) {
        return page.may(Right.READ_LEDGER);
    }
}
