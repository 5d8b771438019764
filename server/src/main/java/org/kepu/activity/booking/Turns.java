package org.kepu.activity.booking;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kepu.activity.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets those in who wait, in their turn, as far as there is room; and those who are not drawn stand in it. The session is locked. */
@Component
class Turns {

    private final JdbcClient database;
    private final Clock clock;

    Turns(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Room(UUID seats, int free) {}

    /** Where the session asks first, they are offered until an hour. Nobody comes in after the start. */
    List<Seating.Seat> promote(UUID session) {
        return promote(session, false);
    }

    /** After the start, what nobody came for is theirs at once. */
    List<Seating.Seat> promoteLate(UUID session) {
        return promote(session, true);
    }

    private List<Seating.Seat> promote(UUID session, boolean late) {
        var room = room(session, late);
        if (room.values().stream().allMatch(free -> free <= 0)) {
            return List.of();
        }
        var seated = Line.seat(room, line(session));
        return seated.isEmpty() ? List.of() : move(session, seated, late);
    }

    private Map<UUID, Integer> room(UUID session, boolean late) {
        var room = new HashMap<UUID, Integer>();
        database.sql("""
                        with open as (
                            select * from activity.session
                            where id = :session and cancelled_at is null and capacity is not null
                              and (starts_at > :now or :late and ends_at > :now)
                        )
                        select :all::uuid as seats, capacity - taken - kept - greatest(door_seats - door_given, 0) as free from open
                        union all
                        select quota.id, quota.capacity - quota.taken from activity.quota join open on quota.session = open.id
                        where released_at is null
                        """)
                .param("session", session)
                .param("now", Rows.at(clock.instant()))
                .param("late", late)
                .param("all", Line.ALL)
                .query(Room.class)
                .list()
                .forEach(one -> room.put(one.seats(), one.free()));
        return room;
    }

    private List<Line.Turn> line(UUID session) {
        return database.sql("""
                        select id, places, may_use from activity.booking where session = :session and state = 'WAITING' order by turn
                        """)
                .param("session", session)
                .query((row, number) ->
                        new Line.Turn(row.getObject("id", UUID.class), row.getInt("places"), List.of((UUID[])
                                row.getArray("may_use").getArray())))
                .list();
    }

    private List<Seating.Seat> move(UUID session, List<Line.Seated> seated, boolean late) {
        return database.sql("""
                        with seated as (
                            select booking, nullif(seats, :all::uuid) as quota
                            from unnest(:bookings::uuid[], :seats::uuid[]) as line (booking, seats)
                        ), moved as (
                            update activity.booking
                            set state = case when asks then 'OFFERED' else 'CONFIRMED' end,
                                confirmed_at = case when asks then null else :now end,
                                offered_until = case when asks then least(starts_at, :now + make_interval(mins => offer_minutes)) end,
                                quota = seated.quota
                            from seated,
                                 (select starts_at, offer_minutes, offer_minutes is not null and not :late as asks
                                  from activity.session where id = :session) as session
                            where booking.id = seated.booking and booking.state = 'WAITING'
                            returning booking.id, booking.session, code, state, places, phone, booking.quota, may_use
                        ), quotas as (
                            update activity.quota
                            set taken = taken + (select coalesce(sum(places), 0) from moved where moved.quota = quota.id),
                                waiting = waiting - (select count(*) from moved where quota.id = any(may_use))
                            where session = :session and exists (select from moved where quota.id = any(may_use))
                        ), counted as (
                            update activity.session
                            set taken = taken + (select sum(places) from moved),
                                kept = kept - (select coalesce(sum(places), 0) from moved where moved.quota is not null),
                                waiting = waiting - (select count(*) from moved)
                            where id = :session and exists (select from moved)
                        )
                        select id, session, code, state, places, phone from moved
                        """)
                .param("session", session)
                .param("bookings", seated.stream().map(Line.Seated::booking).toArray(UUID[]::new))
                .param("seats", seated.stream().map(Line.Seated::seats).toArray(UUID[]::new))
                .param("all", Line.ALL)
                .param("late", late)
                .param("now", Rows.at(clock.instant()))
                .query(Seating.Seat.class)
                .list();
    }

    /** Counts anew who waits of those who may use a quota, after they were put into the line. */
    void count(UUID session) {
        database.sql("""
                        update activity.quota
                        set waiting = (select count(*) from activity.booking
                                       where booking.session = :session and state = 'WAITING' and quota.id = any(may_use))
                        where session = :session
                        """).param("session", session).update();
    }
}
