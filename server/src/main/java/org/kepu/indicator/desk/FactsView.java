package org.kepu.indicator.desk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Kind;
import org.kepu.indicator.figure.FactLines.Line;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;

/**
 * A page of the facts of a figure.
 *
 * @param base whether they are those of what the figure is a share of
 * @param hasBase whether it is a share of something that facts tell
 * @param first whether it is the first page
 * @param next the address of the next page; null on the last
 */
public record FactsView(
        FigureQuery query,
        List<Line> lines,
        Map<RegionCode, Region> regions,
        Map<String, Kind> kinds,
        boolean base,
        boolean hasBase,
        boolean first,
        @Nullable String next) {

    public FactsView {
        lines = List.copyOf(lines);
        regions = Map.copyOf(regions);
        kinds = Map.copyOf(kinds);
    }

    public String region(Line line) {
        return Optional.ofNullable(regions.get(line.region()))
                .map(Region::name)
                .orElse(line.region().value());
    }

    public @Nullable Kind kind(Line line) {
        return kinds.get(line.kind());
    }
}
