package org.kepu.people;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has served and is on no list any more is not known any more after a while; what was done is. */
@Component
class OldPersons implements Retained {

    private static final int AT_ONCE = 1000;

    /**
     * From the last shift, membership, term or place on a roster on. A request that nobody answered ends when it was made, a
     * membership at the latest with its team, a term on its last day.
     */
    private static final String IS_OLD = """
            p.phone_print is not null and p.entered_at < :limit
              and not exists (select from people.membership m join people.team t on t.id = m.team where m.volunteer = p.id
                              and case m.state when 'ASKED' then m.asked_at >= :limit
                                               when 'IN' then t.closed_on is null or t.closed_on >= (:limit at time zone 'Asia/Shanghai')::date
                                               else m.settled_at >= :limit end)
              and not exists (select from people.duty d where d.volunteer = p.id and upper(d.planned) >= :limit)
              and not exists (select from people.expert e where e.person = p.id
                              and least(e.left_on, e.term_to) >= (:limit at time zone 'Asia/Shanghai')::date)
              and not exists (select from people.invitation i join people.expert e on e.id = i.expert where e.person = p.id
                              and i.ends_at >= :limit)
              and not exists (select from people.roster_entry r where r.person = p.id
                              and (r.until is null or r.until >= (:limit at time zone 'Asia/Shanghai')::date))
            """;

    private final JdbcClient database;

    OldPersons(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "people.person";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return forget(lockOld(limit), limit);
    }

    /** Whoever comes back at the same moment is locked first by one of the two: what follows sees what the other did. */
    private UUID[] lockOld(Instant limit) {
        var old = database.sql("select p.id from people.person p where " + IS_OLD
                        + " order by p.id limit :most for update of p")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list()
                .toArray(UUID[]::new);
        database.sql("select person from people.volunteer where person = any(:old) order by person for update")
                .param("old", old)
                .query(row -> {});
        return old;
    }

    private int forget(UUID[] old, Instant limit) {
        return database.sql("""
                        update people.person p set name = null, phone = null, phone_print = null, identity_print = null,
                                                   birth_month = null, guardian = null
                        where p.id = any(:old) and\s""" + IS_OLD)
                .param("old", old)
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }
}
