package org.kepu.activity;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one activity for good. */
public record ActivityId(UUID value) {

    public ActivityId {
        requireNonNull(value, "activity id");
    }

    public static ActivityId of(String text) {
        return new ActivityId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
