package org.kepu.activity.booking;

import java.time.Clock;
import org.kepu.activity.Reach;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seats given at the door (现场) to those who come without a word: first what is kept for them, then what is left for all; never what
 * others have or, before the start, wait for. Numbers only.
 */
@Service
public class DoorSeats {

    /** The most seats that are given at once. */
    public static final int MOST = 500;

    private final JdbcClient database;
    private final Seating seating;
    private final Bookings bookings;
    private final Reach reach;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DoorSeats(
            JdbcClient database,
            Seating seating,
            Bookings bookings,
            Reach reach,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.seating = seating;
        this.bookings = bookings;
        this.reach = reach;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Gives seats; says no if there are not so many. The same key gives them once.
     *
     * @param places how many; below zero takes back what was given by mistake
     * @throws NotFound if the session is not within reach
     */
    public boolean give(Scope scope, SessionId session, int places, String key) {
        scope.demands(Right.RUN_ACTIVITIES);
        if (!reach.covers(scope, session)) {
            throw new NotFound();
        }
        try {
            return Boolean.TRUE.equals(transaction.execute(begun -> given(scope, session, places, key)));
        } catch (DuplicateKeyException twice) {
            return true;
        }
    }

    private boolean given(Scope scope, SessionId session, int places, String key) {
        seating.lock(session.value());
        int given = database.sql("""
                        with given as (
                            update activity.session set taken = taken + :places, door_given = door_given + :places
                            where id = :session and cancelled_at is null and ends_at > :now and door_given + :places >= 0
                              and taken + :places + kept + greatest(door_seats - door_given - :places, 0) <= capacity
                              and (door_given + :places <= door_seats or waiting = 0 or starts_at <= :now)
                            returning id
                        )
                        insert into activity.door_seat (session, asked_with, places, given_at, given_by)
                        select id, :key, :places, :now, :by from given
                        """)
                .param("session", session.value())
                .param("places", places)
                .param("key", key)
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        if (given == 1 && places < 0) {
            bookings.promote(session);
        }
        if (given == 1) {
            trail.record(
                    scope.actor(),
                    Act.of("booking.act.door", "activity-session", session, "")
                            .changed("activity.booking.places", null, places));
        }
        return given == 1 || wasGiven(session, key);
    }

    private boolean wasGiven(SessionId session, String key) {
        return database.sql(
                        "select exists (select from activity.door_seat where session = :session and asked_with = :key)")
                .param("session", session.value())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }
}
