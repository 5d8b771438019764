package org.kepu.access;

import java.time.Instant;
import java.time.ZoneOffset;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sign-ins of long ago, and what was sent for signing in. Codes end by themselves much earlier. */
@Component
class OldSignIns implements Retained {

    private final JdbcClient database;

    OldSignIns(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "access.session";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        var moment = limit.atOffset(ZoneOffset.UTC);
        return database.sql("delete from access.session where seen_at < :limit")
                        .param("limit", moment)
                        .update()
                + database.sql("delete from access.contact_code where until < :limit")
                        .param("limit", moment)
                        .update()
                + database.sql("delete from access.password_reset where until < :limit")
                        .param("limit", moment)
                        .update();
    }
}
