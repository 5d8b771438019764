package org.kepu.ledger.work;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.KeptFile;

/**
 * What a body says of a task that no number tells (佐证): a few words, a day, at most one document.
 *
 * @param file the document, if there is one
 * @param supersedes the one whose place it took
 * @param superseded whether a later one took its place
 */
public record Evidence(
        UUID id,
        String said,
        LocalDate day,
        @Nullable KeptFile file,
        @Nullable UUID supersedes,
        boolean superseded) {

    static final int LONGEST = 500;
}
