package org.kepu.plan;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one measure of a plan in force. */
public record MeasureId(UUID value) {
    public MeasureId {
        requireNonNull(value, "measure id");
    }

    public static MeasureId of(String text) {
        return new MeasureId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
