package org.kepu.activity.booking;

import org.kepu.activity.Reach;
import org.kepu.activity.SessionId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many of those who had a seat did not come: a number of seats, and nothing of who they were. */
@Service
public class Turnout {

    private final JdbcClient database;
    private final Reach reach;

    Turnout(JdbcClient database, Reach reach) {
        this.database = database;
        this.reach = reach;
    }

    /**
     * What came of the seats of a session.
     *
     * @param booked seats that were booked and not given back
     * @param missing of those, seats to which nobody came
     */
    public record Seats(int booked, int missing) {

        /** Where nobody was checked in, nobody knows who did not come. */
        public boolean isKnown() {
            return missing < booked;
        }
    }

    @Transactional(readOnly = true)
    public Seats of(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return !reach.covers(scope, session)
                ? new Seats(0, 0)
                : database.sql("""
                        select coalesce(sum(places), 0) as booked, coalesce(sum(places) filter (where present_at is null), 0) as missing
                        from activity.booking
                        where session = :session and (state = 'CONFIRMED' or state = 'RECLAIMED' and confirmed_at is not null)
                        """)
                        .param("session", session.value())
                        .query(Seats.class)
                        .single();
    }
}
