package org.kepu.plan.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.SourceText;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;

/**
 * A plan under review: what was read from its document, and what people have since corrected.
 *
 * @param region the area it belongs to, {@code null} until one is chosen
 * @param version grows with each change; an editor saves against the version that was on the screen
 */
record Draft(
        PlanId id,
        @Nullable RegionCode region,
        String fileName,
        SourceText source,
        ParsedPlan structure,
        int version,
        Instant uploadedAt,
        String uploadedBy,
        Instant changedAt,
        String changedBy,
        boolean confirmed) {

    Draft with(ParsedPlan changed) {
        return new Draft(
                id,
                region,
                fileName,
                source,
                changed,
                version,
                uploadedAt,
                uploadedBy,
                changedAt,
                changedBy,
                confirmed);
    }

    Draft in(RegionCode chosen) {
        return new Draft(
                id,
                chosen,
                fileName,
                source,
                structure,
                version,
                uploadedAt,
                uploadedBy,
                changedAt,
                changedBy,
                confirmed);
    }
}
