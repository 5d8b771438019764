package org.kepu.ledger;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one task of the ledger. */
public record TaskId(UUID value) {
    public TaskId {
        requireNonNull(value, "task id");
    }

    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
