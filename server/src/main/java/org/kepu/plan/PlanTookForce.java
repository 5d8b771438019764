package org.kepu.plan;

import java.util.List;
import org.kepu.shared.PlanId;

/**
 * A reviewed plan was confirmed. Told within the transaction that puts it in force.
 *
 * @param years the years for which the ledger is to be opened
 */
public record PlanTookForce(PlanId plan, List<Integer> years) {
    public PlanTookForce {
        years = List.copyOf(years);
    }
}
