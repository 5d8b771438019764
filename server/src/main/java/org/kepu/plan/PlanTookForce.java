package org.kepu.plan;

import java.util.List;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;

/**
 * A reviewed plan was confirmed. Told within the transaction that puts it in force.
 *
 * @param years the years for which the ledger is to be opened
 * @param by who confirmed it
 */
public record PlanTookForce(PlanId plan, List<Integer> years, Actor by) {
    public PlanTookForce {
        years = List.copyOf(years);
    }
}
