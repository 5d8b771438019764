package org.kepu.region;

import java.util.List;
import java.util.Objects;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** What a division may become part of within one's reach. */
@Service
class ChangeChoices {

    private final Regions regions;

    ChangeChoices(Regions regions) {
        this.regions = regions;
    }

    /** For a move, the other divisions of the level above; for a merger, its neighbours; otherwise none. */
    List<Region> targets(Scope scope, Region region, Change change) {
        scope.demands(Right.KEEP_REGIONS);
        var parent = Objects.requireNonNull(region.parent(), "the topmost division stays what it is");
        var possible = switch (change) {
            case MOVE ->
                parents(parent).stream()
                        .filter(one -> !one.code().equals(parent))
                        .toList();
            case MERGE ->
                regions.childrenOf(parent).stream()
                        .filter(one -> !one.code().equals(region.code()) && one.level() == region.level())
                        .toList();
            case RENAME, SPLIT -> List.<Region>of();
        };
        var reached = regions.reached(scope, possible.stream().map(Region::code).toList());
        return possible.stream().filter(one -> reached.contains(one.code())).toList();
    }

    /** A village stays within its banner. */
    private List<Region> parents(RegionCode parent) {
        var above = regions.get(parent).parent();
        return parent.level() == RegionLevel.SUMU && above != null
                ? regions.childrenOf(above)
                : regions.withinLevel(parent.level());
    }
}
