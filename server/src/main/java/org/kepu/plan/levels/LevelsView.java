package org.kepu.plan.levels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kepu.plan.Plan;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;

/**
 * The matrix on screen.
 *
 * @param reached the divisions within the reader's reach; of others the public page of the plan is shown
 * @param without divisions directly below that have no plan for these years
 */
public record LevelsView(
        Plan plan,
        Optional<Region> region,
        Matrix matrix,
        List<TargetChange> changes,
        Map<RegionCode, Region> places,
        Set<RegionCode> reached,
        List<String> without) {

    /** A division's name, or its code where the tree does not know it. */
    public String place(RegionCode code) {
        var region = places.get(code);
        return region == null ? code.value() : region.name();
    }

    /** Where a plan below opens for this reader. */
    public String href(Matrix.Column column) {
        return reached.contains(column.region())
                ? "/desk/plans/" + column.plan() + "/levels"
                : "/plans/" + column.plan();
    }

    /** What the whole plans promise, beside their measures. */
    public List<TargetChange> goals() {
        return changes.stream().filter(change -> change.above().isPresent()).toList();
    }

    /** What the plans below add. */
    public List<TargetChange> added() {
        return changes.stream().filter(change -> change.above().isEmpty()).toList();
    }
}
