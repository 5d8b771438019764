package org.kepu.ledger.supervision.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kepu.file.KeptFile;

/**
 * What a body answered to a note, the first, second … time.
 *
 * @param file the one document that came with it
 */
public record Answer(
        int number, String said, Instant at, @Nullable KeptFile file) {

    public static final int LONGEST = 1000;
}
