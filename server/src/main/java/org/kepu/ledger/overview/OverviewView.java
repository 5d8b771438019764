package org.kepu.ledger.overview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kepu.ledger.Task;
import org.kepu.plan.Plan;
import org.kepu.plandoc.Programme;

/**
 * The page at one look.
 *
 * @param plans the plans that can be chosen
 * @param year the ledger's year
 * @param regions the plan's own division first, then those directly below in the order of their codes; never by how well
 *     they do
 * @param unread how many targets of the plan no indicator reads yet
 */
public record OverviewView(
        List<Plan> plans,
        Optional<Plan> plan,
        int year,
        LocalDate day,
        List<ProgrammeLine> programmes,
        List<RegionLine> regions,
        long unread) {

    public OverviewView {
        plans = List.copyOf(plans);
        programmes = List.copyOf(programmes);
        regions = List.copyOf(regions);
    }

    /**
     * @param place of the programme; empty for the goals of the whole plan
     * @param states how many measures stand where, by their leads
     */
    public record ProgrammeLine(Optional<Place> place, String title, Tally tally, List<Count> states) {
        public ProgrammeLine {
            states = List.copyOf(states);
        }
    }

    /** A programme as filters name it. */
    public record Place(Programme.Kind kind, int ordinal) {
        @Override
        public String toString() {
            return kind + "-" + ordinal;
        }
    }

    public record Count(Task.State state, long measures) {}

    public record RegionLine(String code, String name, Tally tally) {}
}
