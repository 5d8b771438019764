package org.kepu.ledger.round;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one line of a sheet. */
public record LineId(UUID value) {
    public LineId {
        requireNonNull(value, "line id");
    }

    public static LineId of(String text) {
        return new LineId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
