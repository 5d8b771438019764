package org.kepu.activity.booking;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Reach;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.kepu.page.NotFound;
import org.kepu.shared.Masked;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sees to those who come (签到): by the code that they show, once, however often it is shown. */
@Service
public class Presence {

    private final JdbcClient database;
    private final Contacts contacts;
    private final Reach reach;
    private final Clock clock;

    Presence(JdbcClient database, Contacts contacts, Reach reach, Clock clock) {
        this.database = database;
        this.contacts = contacts;
        this.reach = reach;
        this.clock = clock;
    }

    /** What became of showing a code. */
    public sealed interface Shown {

        /** @param name masked */
        record Here(String name, int places) implements Shown {}

        record HereBefore(String name, int places, Instant since) implements Shown {}

        /** It waits for a place, or its places were given back. */
        record NoSeat(Booking.State state) implements Shown {}

        /** There is no such code, or it is one of another session. */
        record Unknown() implements Shown {}
    }

    private record Found(
            String state,
            int places,
            @Nullable String name,
            @Nullable OffsetDateTime presentAt,
            boolean first) {}

    /** @throws NotFound if the session is not within reach */
    @Transactional
    public Shown show(Scope scope, SessionId session, String code) {
        scope.demands(Right.RUN_ACTIVITIES);
        if (!reach.covers(scope, session)) {
            throw new NotFound();
        }
        return database.sql("""
                        with came as (
                            update activity.booking set present_at = :now
                            where session = :session and code = :code and state = 'CONFIRMED' and present_at is null
                            returning state, places, name, present_at, true as first
                        )
                        select * from came
                        union all
                        select state, places, name, present_at, false from activity.booking
                        where session = :session and code = :code and not exists (select from came)
                        """)
                .param("now", Rows.at(clock.instant()))
                .param("session", session.value())
                .param("code", code.replaceAll("[\\s-]", ""))
                .query(Found.class)
                .optional()
                .map(this::shown)
                .orElseGet(Shown.Unknown::new);
    }

    /** How many of those who booked have come. */
    @Transactional(readOnly = true)
    public int count(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return !reach.covers(scope, session)
                ? 0
                : database.sql(
                                "select coalesce(sum(places), 0) from activity.booking where session = :session and present_at is not null")
                        .param("session", session.value())
                        .query(Integer.class)
                        .single();
    }

    /** Whoever has a seat and was not counted now was counted at another door at this very moment. */
    private Shown shown(Found found) {
        var name = Masked.name(contacts.name(found.name()));
        var state = Booking.State.valueOf(found.state());
        if (state != Booking.State.CONFIRMED) {
            return new Shown.NoSeat(state);
        }
        var since = found.presentAt();
        return found.first()
                ? new Shown.Here(name, found.places())
                : new Shown.HereBefore(name, found.places(), since == null ? clock.instant() : since.toInstant());
    }
}
