package org.kepu.plan.life;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one consultation (征求意见) on a draft. */
public record ConsultationId(UUID value) {
    public ConsultationId {
        requireNonNull(value, "consultation id");
    }

    public static ConsultationId of(String text) {
        return new ConsultationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
