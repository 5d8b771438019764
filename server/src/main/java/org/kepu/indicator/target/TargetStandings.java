package org.kepu.indicator.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.shared.PlanId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the targets of plans stand, for lights: whom a target concerns may know whether it is kept, though he may not open its
 * facts. Whoever asks has seen to it that the reader may know.
 */
@Service
@Transactional(readOnly = true)
public class TargetStandings {

    private final TargetTable table;
    private final TargetCards cards;

    TargetStandings(TargetTable table, TargetCards cards) {
        this.table = table;
        this.cards = cards;
    }

    /** Of these targets of a plan; those that no indicator reads are not there. */
    public List<TargetCard> of(Collection<UUID> planTargets, LocalDate on) {
        return planTargets.isEmpty() ? List.of() : cards.standing(table.of(planTargets), on);
    }

    /** Those of the targets of a plan that an indicator reads. */
    public Set<UUID> read(PlanId plan) {
        return table.of(plan).stream()
                .flatMap(target -> java.util.stream.Stream.ofNullable(target.planTarget()))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
