package org.kepu.indicator.target;

import java.util.List;
import org.kepu.indicator.figure.Definition;
import org.kepu.plan.Plan;

/**
 * The targets of a plan with the indicators that might read them.
 *
 * @param definitions all there are, to choose another
 * @param keeps whether the reader may decide
 */
public record ProposalsView(Plan plan, List<Proposal> proposals, List<Definition> definitions, boolean keeps) {

    public ProposalsView {
        proposals = List.copyOf(proposals);
        definitions = List.copyOf(definitions);
    }

    /** How many are not decided yet. */
    public long open() {
        return proposals.stream()
                .filter(proposal -> proposal.decision() == null)
                .count();
    }
}
