package org.kepu.activity.booking;

import java.time.Clock;
import java.util.Optional;
import org.kepu.activity.Reach;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

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
    private final Releasing releasing;
    private final Reach reach;
    private final Trail trail;
    private final Clock clock;

    DoorSeats(
            JdbcClient database,
            Seating seating,
            Bookings bookings,
            Releasing releasing,
            Reach reach,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.seating = seating;
        this.bookings = bookings;
        this.releasing = releasing;
        this.reach = reach;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of giving. */
    public enum Given {
        DONE,
        /** There are not so many; or not so many were given, to be taken back. */
        NOT_SO_MANY,
        /** Another number was given with the same key. */
        KEY_USED_OTHERWISE
    }

    /**
     * Gives seats. The same key gives them once.
     *
     * @param places how many; below zero takes back what was given by mistake
     * @throws NotFound if the session is not within reach
     */
    @Transactional
    public Given give(Scope scope, SessionId session, int places, String key) {
        scope.demands(Right.RUN_ACTIVITIES);
        var region = reach.regionOf(scope, session).orElseThrow(NotFound::new);
        seating.lock(session.value());
        var before = given(session, key);
        if (before.isPresent()) {
            return before.get() == places ? Given.DONE : Given.KEY_USED_OTHERWISE;
        }
        releasing.release(session);
        if (!give(session, places, key, scope.actor())) {
            return Given.NOT_SO_MANY;
        }
        if (places < 0) {
            bookings.promote(session);
        }
        trail.record(
                scope.actor(),
                Act.of("booking.act.door", "activity-session", session, "")
                        .in(region)
                        .changed("activity.booking.places", null, places));
        return Given.DONE;
    }

    private boolean give(SessionId session, int places, String key, Actor by) {
        return database.sql("""
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
                        .param("by", by.account())
                        .update()
                == 1;
    }

    private Optional<Integer> given(SessionId session, String key) {
        return database.sql("select places from activity.door_seat where session = :session and asked_with = :key")
                .param("session", session.value())
                .param("key", key)
                .query(Integer.class)
                .optional();
    }
}
