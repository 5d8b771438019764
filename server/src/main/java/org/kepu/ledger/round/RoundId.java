package org.kepu.ledger.round;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one round of reporting. */
public record RoundId(UUID value) {
    public RoundId {
        requireNonNull(value, "round id");
    }

    public static RoundId of(String text) {
        return new RoundId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
