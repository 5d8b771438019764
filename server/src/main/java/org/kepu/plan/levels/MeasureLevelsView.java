package org.kepu.plan.levels;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.region.Region;
import org.kepu.shared.RegionCode;

/**
 * One measure and who takes it up below.
 *
 * @param editable the divisions whose links the reader may settle
 * @param offer a lower plan whose measures can be linked by hand
 */
public record MeasureLevelsView(
        Plan plan,
        Matrix.Row row,
        List<Matrix.Column> columns,
        List<LinkLine> links,
        List<TargetChange> changes,
        Map<RegionCode, Region> places,
        Set<RegionCode> reached,
        Set<RegionCode> editable,
        Optional<Offer> offer) {

    /** A lower plan with what can be linked. */
    public record Offer(Matrix.Column column, PlanStructure structure) {}

    public String place(RegionCode code) {
        var region = places.get(code);
        return region == null ? code.value() : region.name();
    }

    public String href(LinkLine link) {
        return reached.contains(link.region())
                ? "/desk/plans/" + link.plan() + "/levels/" + link.measure()
                : "/plans/" + link.plan() + "#node-" + link.measure();
    }

    /** The plans below that have not taken the measure up. */
    public List<Matrix.Column> missing() {
        return row.cells().stream()
                .filter(cell -> cell.how() == Matrix.How.NOT_TAKEN)
                .map(Matrix.Cell::column)
                .toList();
    }

    /** The plans below in which a link can be made by hand. */
    public List<Matrix.Column> offered() {
        return columns.stream()
                .filter(column -> editable.contains(column.region()))
                .toList();
    }
}
