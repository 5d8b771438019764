package org.kepu.ledger.round;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one sheet: what one body answers for one plan in a round. */
public record SheetId(UUID value) {
    public SheetId {
        requireNonNull(value, "sheet id");
    }

    public static SheetId of(String text) {
        return new SheetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
