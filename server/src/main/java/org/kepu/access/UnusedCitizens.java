package org.kepu.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.kepu.privacy.Forgetting;
import org.kepu.privacy.Kept;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Citizens who have not been here for long; of those who never came back, the first day counts. They are forgotten. */
@Component
class UnusedCitizens implements Retained {

    private final JdbcClient database;
    private final Kept kept;
    private final Forgetting forgetting;
    private final Clock clock;

    UnusedCitizens(JdbcClient database, Kept kept, Forgetting forgetting, Clock clock) {
        this.database = database;
        this.kept = kept;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    @Override
    public String rule() {
        return "access.citizen";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        var unused = database.sql("""
                select id from access.account
                where kind = 'CITIZEN' and coalesce(last_visit, (created_at at time zone 'Asia/Shanghai')::date) < :day
                """)
                .param("day", LocalDate.ofInstant(limit, clock.getZone()))
                .query(UUID.class)
                .list();
        unused.forEach(person -> forgetting.forget(kept.subject(person)));
        return unused.size();
    }
}
