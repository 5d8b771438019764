package org.kepu.plan;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target.Window;
import org.kepu.region.Region;

/** A plan at one look: its programmes as a map, its targets by the window they are counted in. */
public record OverviewView(
        Plan plan, @Nullable Region region, PlanStructure structure, Map<Window, List<TargetLine>> families) {

    /** A target and the measure that promises it; a goal of the whole plan has none. */
    public record TargetLine(PlanStructure.Target target, PlanStructure.@Nullable Measure measure) {}
}
