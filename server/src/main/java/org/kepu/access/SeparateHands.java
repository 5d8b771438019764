package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.notice.NeverShown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The accounts that hold one of the three separate roles, now or from some day on (三员分立, GB/T 22239). What opens such an
 * account is read by its owner alone: or one administrator could become another through the outbox.
 */
@Component
public class SeparateHands implements NeverShown {

    private final JdbcClient database;
    private final Clock clock;

    SeparateHands(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public boolean to(UUID account) {
        return holds(account);
    }

    /** Whether this account holds one of the three. */
    public boolean holds(UUID account) {
        return database.sql("""
                select exists (select from access.role_grant
                               where holder = :account and hand <> '' and revoked_at is null
                                 and (ends_at is null or ends_at > :now))
                """)
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
