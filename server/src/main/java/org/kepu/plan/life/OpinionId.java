package org.kepu.plan.life;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one opinion; the form that it is written in names it, so that sending it twice is once. */
public record OpinionId(UUID value) {
    public OpinionId {
        requireNonNull(value, "opinion id");
    }

    public static OpinionId of(String text) {
        return new OpinionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
