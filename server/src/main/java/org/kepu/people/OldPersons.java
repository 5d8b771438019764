package org.kepu.people;

import java.time.Instant;
import java.time.ZoneOffset;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has served and is on no list any more is not known any more after a while; what was done is. */
@Component
class OldPersons implements Retained {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;

    OldPersons(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "people.person";
    }

    /** From the last shift, membership, term or place on a roster on. */
    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("""
                        update people.person set name = null, phone = null, phone_print = null, identity_print = null,
                                                 birth_month = null, guardian = null
                        where id in (
                            select p.id from people.person p
                            where p.phone_print is not null and p.entered_at < :limit
                              and not exists (select from people.membership m where m.volunteer = p.id
                                              and (m.state in ('ASKED', 'IN') or m.settled_at >= :limit))
                              and not exists (select from people.duty d where d.volunteer = p.id and upper(d.planned) >= :limit)
                              and not exists (select from people.expert e where e.person = p.id
                                              and (e.left_on is null or e.left_on >= (:limit at time zone 'Asia/Shanghai')::date))
                              and not exists (select from people.roster_entry r where r.person = p.id
                                              and (r.until is null or r.until >= (:limit at time zone 'Asia/Shanghai')::date))
                            limit :most)
                        """)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .update();
    }
}
