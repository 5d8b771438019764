package org.kepu.audit.chain;

import java.time.Duration;
import java.util.List;
import org.springframework.modulith.NamedInterface;

/**
 * What came of a verification.
 *
 * @param links rows in the chain
 * @param unsealed rows that wait for their place in it
 * @param late those of them that wait for more than a minute
 * @param heads lines in the file outside of the database
 * @param sealedUpTo the position that the last of these lines tells; 0 if there is none
 * @param found how many findings there are
 * @param findings the first of them
 */
@NamedInterface("verifying")
public record Verdict(
        long links,
        long unsealed,
        long late,
        long heads,
        long sealedUpTo,
        long found,
        List<Finding> findings,
        Duration took) {

    public Verdict {
        findings = List.copyOf(findings);
    }

    public boolean whole() {
        return found == 0;
    }

    public long rowsPerSecond() {
        return Math.round((links + unsealed) * 1e9 / Math.max(1, took.toNanos()));
    }
}
