package org.kepu.activity.booking;

import java.time.Instant;
import org.kepu.activity.Rows;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who came to a session is not known any more when it is long over; how many came is. */
@Component
class OldBookings implements Retained {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;

    OldBookings(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "activity.booking";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("""
                        update activity.booking set name = null, phone = null, phone_print = null, party_name = null, answers = null
                        where id in (select booking.id from activity.booking join activity.session on session.id = booking.session
                                     where phone_print is not null and ends_at < :limit limit :most)
                        """)
                .param("limit", Rows.at(limit))
                .param("most", AT_ONCE)
                .update();
    }
}
