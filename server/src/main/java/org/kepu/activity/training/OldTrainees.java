package org.kepu.activity.training;

import java.time.Instant;
import org.kepu.activity.Rows;
import org.kepu.privacy.Retained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who learnt in a class is not known any more when it is long over; how many, and as what, is. */
@Component
class OldTrainees implements Retained {

    private static final int AT_ONCE = 1000;

    private final JdbcClient database;

    OldTrainees(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String rule() {
        return "activity.trainee";
    }

    @Override
    public int removeOlderThan(Instant limit) {
        return database.sql("""
                        update activity.trainee set name = null, phone = null, phone_print = null
                        where id in (select id from activity.trainee
                                     where phone_print is not null and not exists (
                                         select from activity.session
                                         where session.activity = trainee.activity and ends_at >= :limit)
                                     limit :most)
                        """)
                .param("limit", Rows.at(limit))
                .param("most", AT_ONCE)
                .update();
    }
}
