package org.kepu.activity.booking;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Offer;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.SessionLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements that decide who has a seat. The row of the session is locked before each of them, so that all who want something
 * of it pass one by one and decide by what is.
 */
@Component
class Seating {

    private static final long CODES = 1_000_000_000_000L;

    private final JdbcClient database;
    private final SessionLocks locks;
    private final Contacts contacts;
    private final RandomGenerator chance;
    private final Clock clock;

    Seating(JdbcClient database, SessionLocks locks, Contacts contacts, RandomGenerator chance, Clock clock) {
        this.database = database;
        this.locks = locks;
        this.contacts = contacts;
        this.chance = chance;
        this.clock = clock;
    }

    /** A booking as the statements know it. */
    record Seat(
            UUID id,
            UUID session,
            String code,
            String state,
            int places,
            @Nullable String phone) {

        Booking.State standing() {
            return Booking.State.valueOf(state);
        }
    }

    /**
     * What is there of an applicant.
     *
     * @param sameKey what was asked for with the same key
     * @param sameRequest whether that was the same request
     * @param samePerson the booking of the same person, in force
     * @param ownDoing whether that one was made by the same clerk or system
     */
    record Known(Optional<Seat> sameKey, boolean sameRequest, Optional<Seat> samePerson, boolean ownDoing) {}

    private record Found(
            UUID id,
            UUID session,
            String code,
            String state,
            int places,
            @Nullable String phone,
            @Nullable UUID bookedBy,
            boolean key,
            boolean person) {

        Seat seat() {
            return new Seat(id, session, code, state, places, phone);
        }

        boolean inForce() {
            return Booking.State.valueOf(state).isInForce();
        }
    }

    Known known(SessionId session, Applicant who) {
        var found = database.sql("""
                        select id, session, code, state, places, phone, booked_by, asked_with = :asked as key,
                               coalesce(session = :session and phone_print = :print, false) as person
                        from activity.booking
                        where asked_with = :asked
                           or session = :session and phone_print = :print and cancelled_at is null
                        """)
                .param("asked", contacts.asked(who))
                .param("session", session.value())
                .param("print", contacts.print(who.phone()))
                .query(Found.class)
                .list();
        var same = found.stream().filter(Found::key).findFirst();
        var person = found.stream().filter(one -> one.person() && one.inForce()).findFirst();
        var by = who.by();
        return new Known(
                same.map(Found::seat),
                same.filter(one -> one.person() && one.places() == who.places()).isPresent(),
                person.map(Found::seat),
                by != null
                        && person.filter(one -> by.account().equals(one.bookedBy()))
                                .isPresent());
    }

    /**
     * Takes the places, or a place in the line: the session is locked, then one statement decides. Seats of a quota are taken before those
     * for all. Whoever has a booking already meets the index, and all of it is undone.
     *
     * @param offer as it was read; planned otherwise since, it gives nothing
     * @param mayUse the quotas of which they may have seats, in the order in which they are used
     * @return nothing if there are neither places nor a line
     */
    Optional<Seat> take(Offer offer, Applicant who, List<UUID> mayUse) {
        lock(offer.session().id().value());
        return database.sql("""
                        with door as (
                            select *, capacity - taken - kept - greatest(door_seats - door_given, 0) as room
                            from activity.session
                            where id = :session and version = :version and cancelled_at is null and opens_at <= :now and closes_at > :now and not lottery
                        ), decided as (
                            select door.id, usable.id as quota,
                                   case when usable.id is not null or waiting = 0 and :places <= room then 'CONFIRMED'
                                        when waits and waiting < capacity and :places <= capacity - door_seats then 'WAITING' end as state
                            from door left join lateral (
                                select quota.id from activity.quota
                                where session = door.id and quota.id = any(:mayUse::uuid[]) and released_at is null
                                  and quota.waiting = 0 and quota.taken + :places <= quota.capacity
                                order by array_position(:mayUse::uuid[], quota.id) limit 1) as usable on true
                        ), counted as (
                            update activity.session
                            set taken = taken + case when state = 'CONFIRMED' then :places else 0 end,
                                kept = kept - case when decided.quota is not null then :places else 0 end,
                                waiting = waiting + case when state = 'WAITING' then 1 else 0 end
                            from decided
                            where session.id = decided.id and state is not null
                            returning decided.*
                        ), quotas as (
                            update activity.quota
                            set taken = taken + case when quota.id = counted.quota then :places else 0 end,
                                waiting = waiting + case when state = 'WAITING' then 1 else 0 end
                            from counted
                            where quota.session = counted.id and quota.id = any(:mayUse::uuid[])
                              and (quota.id = counted.quota or state = 'WAITING')
                        )
                        insert into activity.booking (id, session, state, places, code, name, phone, phone_print, asked_with, booked_at,
                                                      booked_by, confirmed_at, party, children, party_name, grade, answers, may_use, quota)
                        select :id, counted.id, state, :places, :code, :name, :phone, :print, :asked, :now, nullif(:by, '')::uuid,
                               case when state = 'CONFIRMED' then :now end, :party, :children, :partyName, :grade, :answers,
                               :mayUse::uuid[], counted.quota
                        from counted
                        returning id, session, code, state, places, phone
                        """)
                .params(columns(offer, who))
                .param("mayUse", mayUse.toArray(UUID[]::new))
                .query(Seat.class)
                .optional();
    }

    /** Enters the draw; nothing if it is not open. Whoever draws waits for those who enter, so that nobody is left out. */
    Optional<Seat> enter(Offer offer, Applicant who, List<UUID> mayUse) {
        return database.sql("""
                        with open as (
                            select id from activity.session
                            where id = :session and version = :version and lottery and drawn_at is null and cancelled_at is null
                              and opens_at <= :now and closes_at > :now and :places <= capacity - door_seats
                            for share
                        )
                        insert into activity.booking (id, session, state, places, code, name, phone, phone_print, asked_with, booked_at,
                                                      booked_by, party, children, party_name, grade, answers, may_use)
                        select :id, open.id, 'ENTERED', :places, :code, :name, :phone, :print, :asked, :now, nullif(:by, '')::uuid,
                               :party, :children, :partyName, :grade, :answers, :mayUse::uuid[]
                        from open
                        returning id, session, code, state, places, phone
                        """)
                .params(columns(offer, who))
                .param("mayUse", mayUse.toArray(UUID[]::new))
                .query(Seat.class)
                .optional();
    }

    private Map<String, Object> columns(Offer offer, Applicant who) {
        var columns = new HashMap<String, Object>();
        columns.put("session", offer.session().id().value());
        columns.put("version", offer.version());
        columns.put("places", who.places());
        columns.put("now", Rows.at(clock.instant()));
        columns.put("id", UUID.randomUUID());
        columns.put("code", "%012d".formatted(chance.nextLong(CODES)));
        columns.put("name", contacts.sealName(who.name()));
        columns.put("phone", contacts.sealPhone(who.phone()));
        columns.put("print", contacts.print(who.phone()));
        columns.put("asked", contacts.asked(who));
        var by = who.by();
        columns.put("by", by == null ? "" : by.account().toString());
        columns.put("party", who.party().kind().name());
        columns.put("children", who.party().children());
        put(columns, "partyName", contacts.sealParty(who.party()));
        columns.put("grade", who.party().grade());
        put(columns, "answers", contacts.sealAnswers(who.answers()));
        return columns;
    }

    /** Nothing is a value too: the statement has a place for it. */
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> columns, String name, @Nullable Object value) {
        columns.put(name, value);
    }

    /** Where a booking stands in the line, from 1. */
    int position(Seat seat) {
        return database.sql("""
                        select count(*) from activity.booking
                        where session = :session and state = 'WAITING'
                          and turn <= (select turn from activity.booking where id = :id)
                        """)
                .param("session", seat.session())
                .param("id", seat.id())
                .query(Integer.class)
                .single();
    }

    /** Takes what is offered; nothing if it is not, or not any more. The session is locked. */
    Optional<Seat> accept(UUID booking) {
        return database.sql("""
                        update activity.booking set state = 'CONFIRMED', confirmed_at = :now, offered_until = null
                        where id = :id and state = 'OFFERED' and offered_until > :now
                        returning id, session, code, state, places, phone
                        """)
                .param("id", booking)
                .param("now", Rows.at(clock.instant()))
                .query(Seat.class)
                .optional();
    }

    /** Offers that nobody took in time. */
    List<Seat> lapsed(int most) {
        return database.sql("""
                        select id, session, code, state, places, phone from activity.booking
                        where state = 'OFFERED' and offered_until <= :now order by offered_until limit :most
                        """)
                .param("now", Rows.at(clock.instant()))
                .param("most", most)
                .query(Seat.class)
                .list();
    }

    /** Lets nobody else change the seats of a session until the transaction is over. */
    Optional<Session> lock(UUID session) {
        return locks.one(new SessionId(session));
    }

    /** The same of several; there are no others to come in this transaction. */
    void lock(Stream<UUID> sessions) {
        locks.all(sessions.distinct().map(SessionId::new).toList());
    }

    /**
     * Gives the places of a booking back, or its turn; nothing if that was done before. The session is locked.
     *
     * @param as what it is from then on: cancelled, or lapsed if it was an offer that nobody took
     */
    Optional<Seat> giveBack(UUID booking, Booking.State as) {
        return database.sql("""
                        with gone as (
                            update activity.booking set state = :as, cancelled_at = :now
                            where id = :id and cancelled_at is null and present_at is null
                              and (:as = 'CANCELLED' or state = 'OFFERED' and offered_until <= :now)
                            returning id, session, code, old.state as state, places, phone, quota, may_use,
                                      case when old.state in ('CONFIRMED', 'OFFERED') then places else 0 end as given
                        ), quotas as (
                            update activity.quota
                            set taken = taken - case when quota.id = gone.quota then given else 0 end,
                                waiting = waiting - case when gone.state = 'WAITING' then 1 else 0 end
                            from gone where quota.session = gone.session and quota.id = any(may_use)
                        ), freed as (
                            update activity.session
                            set taken = taken - given, kept = kept + case when gone.quota is null then 0 else given end,
                                waiting = waiting - case when gone.state = 'WAITING' then 1 else 0 end
                            from gone where session.id = gone.session
                        )
                        select id, session, code, state, places, phone from gone
                        """)
                .param("id", booking)
                .param("as", as.name())
                .param("now", Rows.at(clock.instant()))
                .query(Seat.class)
                .optional();
    }

    /** Takes those out of the line, or of the draw, who could not come in even if all seats were free. The session is locked. */
    List<Seat> setAside(UUID session) {
        return database.sql("""
                        with gone as (
                            update activity.booking set state = 'TOO_LARGE', cancelled_at = :now
                            from activity.session
                            where session.id = :session and booking.session = session.id and booking.state in ('ENTERED', 'WAITING')
                              and places > capacity - door_seats
                            returning booking.id, booking.session, code, old.state, places, phone, may_use
                        ), quotas as (
                            update activity.quota
                            set waiting = waiting - (select count(*) from gone where gone.state = 'WAITING' and quota.id = any(may_use))
                            where session = :session and exists (select from gone)
                        ), counted as (
                            update activity.session set waiting = waiting - (select count(*) from gone where gone.state = 'WAITING')
                            where id = :session and exists (select from gone)
                        )
                        select id, session, code, state, places, phone from gone
                        """)
                .param("session", session)
                .param("now", Rows.at(clock.instant()))
                .query(Seat.class)
                .list();
    }
}
