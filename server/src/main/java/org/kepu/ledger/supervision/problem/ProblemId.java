package org.kepu.ledger.supervision.problem;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one problem of the list. */
public record ProblemId(UUID value) {
    public ProblemId {
        requireNonNull(value, "problem id");
    }

    public static ProblemId of(String text) {
        return new ProblemId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
