package org.kepu.ledger.supervision.note;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one supervision note. */
public record NoteId(UUID value) {
    public NoteId {
        requireNonNull(value, "note id");
    }

    public static NoteId of(String text) {
        return new NoteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
