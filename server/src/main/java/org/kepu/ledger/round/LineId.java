package org.kepu.ledger.round;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names one line of a sheet. */
public record LineId(UUID value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    public LineId {
        requireNonNull(value, "line id");
    }

    public static LineId of(String text) {
        return new LineId(UUID.fromString(text));
    }

    /** What a form or a table says; empty if it names no line. */
    static Optional<LineId> read(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(of(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
