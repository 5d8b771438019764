package org.kepu.indicator.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;

/**
 * A figure being read, in one moment.
 *
 * @param below the divisions into which it is broken down; empty if it is not broken down by division
 */
record Asked(Tree tree, Figures.Question question, List<Region> below) {

    RegionCode root() {
        return question.region();
    }

    Window window() {
        return question.window();
    }

    /** The division itself and those into which it is broken down. */
    List<String> divisions() {
        var codes = new ArrayList<String>();
        codes.add(root().value());
        below.forEach(division -> codes.add(division.code().value()));
        return codes;
    }

    List<Figure.Part> byRegion(Function<Region, @Nullable BigDecimal> value) {
        return below.stream()
                .map(division -> new Figure.Part(division.code().value(), division.name(), value.apply(division)))
                .toList();
    }
}
