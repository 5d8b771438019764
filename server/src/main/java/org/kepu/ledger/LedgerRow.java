package org.kepu.ledger;

import java.util.List;
import org.kepu.plan.MeasureId;
import org.kepu.plan.PlanStructure.Target;
import org.kepu.plandoc.Programme.Kind;

/**
 * One measure in the ledger of a year.
 *
 * @param state that of its lead, or of the last participant where nobody leads
 * @param takenUp how many of its tasks are taken up or further
 */
public record LedgerRow(
        MeasureId measure,
        Kind kind,
        int programme,
        String programmeTitle,
        int ordinal,
        String title,
        List<String> leads,
        List<String> participants,
        List<Target> targets,
        Task.State state,
        int tasks,
        int takenUp) {
    public LedgerRow {
        leads = List.copyOf(leads);
        participants = List.copyOf(participants);
        targets = List.copyOf(targets);
    }
}
