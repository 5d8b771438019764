package org.kepu.activity;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one session for good. */
public record SessionId(UUID value) {

    public SessionId {
        requireNonNull(value, "session id");
    }

    public static SessionId of(String text) {
        return new SessionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
