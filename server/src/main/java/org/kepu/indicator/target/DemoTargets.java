package org.kepu.indicator.target;

import org.kepu.plan.Plan;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** For a demonstration: the targets of the plans are read by the indicators that are proposed first, where nobody has decided yet. */
@Component
@Order(3)
class DemoTargets implements Demo {

    private final ProposingTargets proposing;

    DemoTargets(ProposingTargets proposing) {
        this.proposing = proposing;
    }

    @Override
    @Transactional
    public void load(Desk program) {
        proposing.plans(program.scope(Right.READ_FIGURES)).stream()
                .map(Plan::id)
                .forEach(plan -> decide(program, plan));
    }

    private void decide(Desk program, PlanId plan) {
        var proposals = proposing.of(program.scope(Right.READ_FIGURES), plan);
        if (proposals.stream().anyMatch(proposal -> proposal.decision() != null)) {
            return;
        }
        for (var proposal : proposals) {
            proposal.candidates().stream()
                    .filter(Proposal.Candidate::sameSpan)
                    .findFirst()
                    .ifPresent(candidate -> proposing.decide(
                            program.scope(Right.KEEP_INDICATORS),
                            plan,
                            proposal.target().id(),
                            candidate.definition().id(),
                            proposal.seen()));
        }
    }
}
