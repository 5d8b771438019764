package org.kepu.shared;

import java.util.UUID;

/** Identifies a body for good, whatever it is called. */
public record BodyId(UUID value) {

    public static BodyId of(String text) {
        return new BodyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
