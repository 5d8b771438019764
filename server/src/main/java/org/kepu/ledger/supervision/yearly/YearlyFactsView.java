package org.kepu.ledger.supervision.yearly;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.region.Region;

/**
 * The three facts of a division and of those directly below, in a year; in the order of the codes.
 *
 * @param own the divisions at which the reader may begin
 * @param path from the reader's own division down to this one
 * @param facts those that stand, by code and kind
 * @param states whether the reader may state those of the division itself
 * @param history what was said for the division itself, the latest first
 */
public record YearlyFactsView(
        Region region,
        int year,
        List<Integer> years,
        List<Region> own,
        List<Region> path,
        List<Region> below,
        Map<String, Map<Kind, YearlyFact>> facts,
        boolean states,
        List<YearlyFact> history) {

    public Optional<YearlyFact> of(Region division, Kind kind) {
        return Optional.ofNullable(
                facts.getOrDefault(division.code().value(), Map.of()).get(kind));
    }

    /** How many of those below have it. */
    public long given(Kind kind) {
        return below.stream()
                .filter(one -> of(one, kind).filter(YearlyFact::given).isPresent())
                .count();
    }
}
