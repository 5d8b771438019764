package org.kepu.guard;

import java.time.Clock;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Limits by a clock that the test moves. */
public final class LimitsOfTests {

    private LimitsOfTests() {}

    public static Limits at(Clock clock, JdbcClient database, Vault vault) {
        return new Limits(database, vault, clock);
    }
}
