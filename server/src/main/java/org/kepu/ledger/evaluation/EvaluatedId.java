package org.kepu.ledger.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one evaluated body of one evaluation. */
public record EvaluatedId(UUID value) {
    public EvaluatedId {
        requireNonNull(value, "evaluated body of one evaluation");
    }

    public static EvaluatedId of(String text) {
        return new EvaluatedId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
