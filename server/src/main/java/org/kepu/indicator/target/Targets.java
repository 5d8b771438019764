package org.kepu.indicator.target;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The targets that an indicator reads, those within reach. */
@Service
@Transactional(readOnly = true)
public class Targets {

    private final TargetTable table;
    private final Regions regions;

    Targets(TargetTable table, Regions regions) {
        this.table = table;
        this.regions = regions;
    }

    /**
     * What is asked of a division.
     *
     * @throws NotFound if there is no such division, or it is not within reach
     */
    public List<Target> of(Scope scope, RegionCode region) {
        scope.demands(Right.READ_FIGURES);
        if (!regions.reaches(scope, region)) {
            throw new NotFound();
        }
        return table.in(List.of(region));
    }

    /** What is asked of divisions, as far as they are within reach. */
    public List<Target> in(Scope scope, Collection<RegionCode> some) {
        scope.demands(Right.READ_FIGURES);
        return within(scope, table.in(some));
    }

    /** What a plan asks. */
    public List<Target> of(Scope scope, PlanId plan) {
        scope.demands(Right.READ_FIGURES);
        return within(scope, table.of(plan));
    }

    /** What these targets of plans ask, such as those of one measure. */
    public List<Target> of(Scope scope, Collection<UUID> planTargets) {
        scope.demands(Right.READ_FIGURES);
        return within(scope, table.of(planTargets));
    }

    /** The divisions of which something is asked. */
    public List<RegionCode> regions(Scope scope) {
        scope.demands(Right.READ_FIGURES);
        var asked = table.regions();
        var reached = new HashSet<>(regions.reached(scope, asked));
        return asked.stream().filter(reached::contains).toList();
    }

    private List<Target> within(Scope scope, List<Target> targets) {
        var reached =
                regions.reached(scope, targets.stream().map(Target::region).toList());
        return targets.stream()
                .filter(target -> reached.contains(target.region()))
                .toList();
    }
}
