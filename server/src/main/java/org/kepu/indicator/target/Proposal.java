package org.kepu.indicator.target;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definition;
import org.kepu.plan.PlanStructure;

/**
 * A target of a plan with the indicators that might read it.
 *
 * @param measure the title of the measure it stands in; null for a goal of the whole plan
 * @param candidates that count what it asks, the likeliest first
 * @param misfits that are about the same and count otherwise
 * @param decision of a person; null while nobody has decided
 */
public record Proposal(
        PlanStructure.Target target,
        @Nullable String measure,
        List<Candidate> candidates,
        List<NearMiss> misfits,
        @Nullable Decision decision) {

    public Proposal {
        candidates = List.copyOf(candidates);
        misfits = List.copyOf(misfits);
    }

    /**
     * An indicator that might read it.
     *
     * @param words of the sentence, by which it was found
     * @param ofAll whether the plan asks so much of each, and the indicator how many of them have it
     * @param sameSpan whether it is usually read over the window that the plan names
     */
    public record Candidate(Definition definition, List<String> words, boolean ofAll, boolean sameSpan) {

        public Candidate {
            words = List.copyOf(words);
        }
    }

    /** An indicator that cannot read it, with the reason. */
    public record NearMiss(Definition definition, Fit.Misfit misfit) {}

    /**
     * What a person decided.
     *
     * @param indicator null if none expresses the target
     * @param name of the indicator
     */
    public record Decision(
            @Nullable String indicator, @Nullable String name) {}

    /** What a form says stood there when it was shown. */
    public String seen() {
        if (decision == null) {
            return "";
        }
        var indicator = decision.indicator();
        return indicator == null ? ProposingTargets.WITHOUT : indicator;
    }
}
