package org.kepu.activity.booking;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seats that nobody uses go to others: before the start those of quotas to all, and after it, where the session says so, those of
 * people who are not there. Each is done once, whoever comes first to do it.
 */
@Service
class Releasing {

    private final JdbcClient database;
    private final Seating seating;
    private final Turns turns;
    private final Bookings bookings;
    private final Letters letters;
    private final Clock clock;

    Releasing(JdbcClient database, Seating seating, Turns turns, Bookings bookings, Letters letters, Clock clock) {
        this.database = database;
        this.seating = seating;
        this.turns = turns;
        this.bookings = bookings;
        this.letters = letters;
        this.clock = clock;
    }

    /** The sessions whose quotas are to be released now, as long as they last: the program may not have run when their time came. */
    List<UUID> toRelease() {
        return database.sql("""
                        select id from activity.session
                        where ends_at > :now and starts_at <= :now + interval '7 days' and released_at is null
                          and cancelled_at is null and starts_at - make_interval(mins => release_minutes) <= :now
                          and exists (select from activity.quota where quota.session = session.id)
                        """)
                .param("now", Rows.at(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /** What is left of the quotas is for all from now on, and those who wait have it first; says no if it was before, or is not due. */
    @Transactional
    public boolean release(SessionId session) {
        seating.lock(session.value());
        int released = database.sql("""
                        update activity.session set kept = 0, released_at = :now
                        where id = :id and released_at is null and starts_at - make_interval(mins => release_minutes) <= :now
                          and exists (select from activity.quota where quota.session = session.id)
                        """)
                .param("id", session.value())
                .param("now", Rows.at(clock.instant()))
                .update();
        if (released == 0) {
            return false;
        }
        database.sql("update activity.booking set quota = null where session = :id and quota is not null")
                .param("id", session.value())
                .update();
        bookings.promote(session);
        return true;
    }

    /** The sessions whose empty seats are to be given away now: where somebody was checked in, so that one knows who is there. */
    List<UUID> toReclaim() {
        return database.sql("""
                        select id from activity.session
                        where starts_at between :now - interval '3 hours' and :now and ends_at > :now and reclaim_minutes is not null
                          and reclaimed_at is null and cancelled_at is null
                          and starts_at + make_interval(mins => reclaim_minutes) <= :now
                          and exists (select from activity.booking where booking.session = session.id and present_at is not null)
                        """)
                .param("now", Rows.at(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /**
     * Whoever has a seat and is not there loses it to those who wait; the rest is for those at the door. By then quotas are released.
     * Once; says how many seats.
     */
    @Transactional
    public int reclaim(SessionId session) {
        seating.lock(session.value());
        if (!toReclaim().contains(session.value())) {
            return 0;
        }
        release(session);
        var gone = database.sql("""
                        with gone as (
                            update activity.booking set state = 'RECLAIMED', cancelled_at = :now
                            where session = :id and state in ('CONFIRMED', 'OFFERED') and present_at is null
                            returning id, session, code, state, places, phone
                        ), freed as (
                            update activity.session
                            set reclaimed_at = :now, taken = taken - (select coalesce(sum(places), 0) from gone)
                            where id = :id
                        )
                        select id, session, code, state, places, phone from gone
                        """)
                .param("id", session.value())
                .param("now", Rows.at(clock.instant()))
                .query(Seating.Seat.class)
                .list();
        gone.forEach(seat -> letters.send(seat, "booking.sms.reclaimed"));
        turns.promoteLate(session.value()).forEach(seat -> letters.send(seat, "booking.sms.come-now"));
        return gone.stream().mapToInt(Seating.Seat::places).sum();
    }
}
