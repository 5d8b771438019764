package org.kepu.file;

import java.time.Instant;

/**
 * A file that was kept.
 *
 * @param name as it was brought, without folders and signs that do not show
 * @param size in bytes
 * @param sha256 of its content, in hexadecimal
 * @param by the name of who kept it
 */
public record KeptFile(FileId id, String name, FileType type, long size, String sha256, String by, Instant at) {

    /** The name of who kept it stays out of logs. */
    @Override
    public String toString() {
        return "KeptFile[" + id + " " + type + "]";
    }
}
