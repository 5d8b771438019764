package org.kepu.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.privacy.Forgetting;
import org.kepu.privacy.Kept;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Citizens who have not been here for long; of those who never came back, the first day counts. They are forgotten. */
@Component
class UnusedCitizens implements Retained {

    private static final int AT_ONCE = 100;

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

    /** Closes the accounts as it finds them, so that nobody comes in between the finding and the erasing. */
    @Override
    public int removeOlderThan(Instant limit) {
        var unused = database.sql("""
                with unused as materialized (
                    select id from access.account
                    where kind = 'CITIZEN' and closed_at is null
                      and coalesce(last_visit, (created_at at time zone 'Asia/Shanghai')::date) < :day
                    order by id limit :most for update skip locked)
                update access.account set closed_at = :now from unused where account.id = unused.id
                returning account.id
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .param("day", LocalDate.ofInstant(limit, clock.getZone()))
                .query(UUID.class)
                .list();
        unused.forEach(person -> forgetting.forget(kept.subject(person)));
        return unused.size();
    }
}
