package org.kepu.ledger.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one evaluation. */
public record EvaluationId(UUID value) {
    public EvaluationId {
        requireNonNull(value, "evaluation");
    }

    public static EvaluationId of(String text) {
        return new EvaluationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
