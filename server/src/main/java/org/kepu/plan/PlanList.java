package org.kepu.plan;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.RegionLevel;
import org.springframework.stereotype.Component;

/** The plans in force, by the level of the government that issued them. */
@Component
public class PlanList {

    private final Plans plans;
    private final Regions regions;

    PlanList(Plans plans, Regions regions) {
        this.plans = plans;
        this.regions = regions;
    }

    /** A plan with the region it is for. */
    public record Entry(PlanSummary summary, Region region) {}

    /** The upper levels first; levels without a plan are left out. */
    public Map<RegionLevel, List<Entry>> byLevel() {
        var all = plans.all();
        var places =
                regions.all(all.stream().map(summary -> summary.plan().region()).toList());
        return all.stream()
                .map(summary -> new Entry(
                        summary, requireNonNull(places.get(summary.plan().region()))))
                .collect(groupingBy(entry -> entry.region().level(), () -> new EnumMap<>(RegionLevel.class), toList()));
    }
}
