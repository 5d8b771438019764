package org.kepu.plan.life;

import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.shared.PlanId;
import org.kepu.shared.PublicKnowledge;
import org.springframework.stereotype.Service;

/** Where an issued plan stands in its life: its publication, its phases, what it continues and what continues it. */
@Service
@PublicKnowledge("when an issued plan was published, and what follows on it, is no secret")
public class PlanLife {

    private final Publishing publishing;
    private final Succession succession;
    private final Clock clock;

    PlanLife(Publishing publishing, Succession succession, Clock clock) {
        this.publishing = publishing;
        this.succession = succession;
        this.clock = clock;
    }

    public record Standing(
            Publication publication, List<PhaseLine> phases, Optional<Plan> continues, Optional<Plan> continuedBy) {
        public Standing {
            phases = List.copyOf(phases);
        }
    }

    /** Where a plan in force stands with its publication. */
    public Publication publication(PlanId plan) {
        return publishing.of(plan);
    }

    public Standing of(Plan plan, PlanStructure structure) {
        return new Standing(
                publishing.of(plan.id()),
                PhaseLine.of(plan, structure.phases(), Year.now(clock).getValue()),
                succession.earlier(plan.id()),
                succession.later(plan.id()));
    }
}
