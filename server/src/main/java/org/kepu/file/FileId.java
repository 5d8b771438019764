package org.kepu.file;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** The identity of a file that was kept. */
public record FileId(UUID value) {

    public FileId {
        requireNonNull(value, "file id");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
