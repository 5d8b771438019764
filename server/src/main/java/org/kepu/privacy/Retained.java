package org.kepu.privacy;

import java.time.Instant;

/** Removes what has been kept long enough. The register says how long; see {@link Purpose#rule()}. */
public interface Retained {

    /** The rule's name in the register. */
    String rule();

    /**
     * Removes what lay here before this moment, and says how many rows that was. It may stop after a part: it is called
     * again, in a transaction of its own, until nothing is left to remove.
     */
    int removeOlderThan(Instant limit);
}
