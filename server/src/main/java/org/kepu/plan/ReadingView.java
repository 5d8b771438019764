package org.kepu.plan;

import org.jspecify.annotations.Nullable;
import org.kepu.region.Region;

/** The reading view of a plan: the original beside the structure. */
public record ReadingView(Plan plan, @Nullable Region region, PlanStructure structure, SourceView source) {}
