package org.kepu.indicator.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the targets of plans stand, for lights: whom a target concerns may know whether it is kept, though he may not open its
 * facts. Whoever asks has seen to it that the reader may know.
 */
@Service
@Transactional(readOnly = true)
public class TargetStandings {

    private static final Actor LIGHTS = Actor.program("lights");

    private final TargetTable table;
    private final TargetCards cards;

    TargetStandings(TargetTable table, TargetCards cards) {
        this.table = table;
        this.cards = cards;
    }

    /** Of these targets of a plan; those that no indicator reads are not there. */
    public List<TargetCard> of(Collection<UUID> planTargets, LocalDate on) {
        var targets = planTargets.isEmpty() ? List.<Target>of() : table.of(planTargets);
        return cards.standing(lights(targets, on), targets, on);
    }

    /** The lights act as the program within the divisions of the targets themselves. */
    private static Scope lights(List<Target> targets, LocalDate on) {
        return Scope.ofProgram(
                LIGHTS,
                Right.READ_FIGURES,
                on,
                targets.stream().map(Target::region).collect(Collectors.toSet()));
    }

    /** Those of the targets of a plan that an indicator reads. */
    public Set<UUID> read(PlanId plan) {
        return table.of(plan).stream()
                .flatMap(target -> Stream.ofNullable(target.planTarget()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
