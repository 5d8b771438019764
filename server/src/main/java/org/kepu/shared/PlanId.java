package org.kepu.shared;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one plan, from the upload of its document on. */
public record PlanId(UUID value) {
    public PlanId {
        requireNonNull(value, "plan id");
    }

    public static PlanId of(String text) {
        return new PlanId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
