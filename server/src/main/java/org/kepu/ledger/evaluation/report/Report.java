package org.kepu.ledger.evaluation.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.evaluation.EvaluationId;

/**
 * A report as it is listed.
 *
 * @param turn the how manieth of its evaluation (第几稿)
 * @param done steps of its making that are done
 * @param steps all of them; 0 until they are known
 * @param checksum SHA-256 of what it says; null until it is made
 * @param endedAt when it was made, or given up
 */
public record Report(
        UUID id,
        EvaluationId evaluation,
        int turn,
        ReportState state,
        Instant askedAt,
        int done,
        int steps,
        @Nullable String checksum,
        @Nullable Instant endedAt) {

    /** The address of its page. */
    public String path() {
        return "/desk/evaluations/" + evaluation + "/reports/" + id;
    }
}
