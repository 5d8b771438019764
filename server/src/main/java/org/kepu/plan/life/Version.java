package org.kepu.plan.life;

import java.time.Instant;
import java.util.UUID;
import org.kepu.shared.PlanId;

/**
 * One version of a plan, with the document it was read from.
 *
 * @param line what the versions of one plan have in common
 * @param number from 1, in the order in which they came
 * @param inForce whether it was confirmed
 */
public record Version(
        PlanId id,
        UUID line,
        int number,
        Stage stage,
        String title,
        String fileName,
        Instant uploadedAt,
        String uploadedBy,
        boolean inForce) {}
