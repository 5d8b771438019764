package org.kepu.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans the sessions of activities. */
@Service
public class KeepingSessions {

    private final JdbcClient database;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Offers offers;
    private final Reach reach;
    private final SessionLocks locks;
    private final KeepingAdmission admissions;
    private final Clock clock;

    KeepingSessions(
            JdbcClient database,
            Trail trail,
            ApplicationEventPublisher events,
            Offers offers,
            Reach reach,
            SessionLocks locks,
            KeepingAdmission admissions,
            Clock clock) {
        this.database = database;
        this.trail = trail;
        this.events = events;
        this.offers = offers;
        this.reach = reach;
        this.locks = locks;
        this.admissions = admissions;
        this.clock = clock;
    }

    /** What became of a change. */
    public enum Change {
        DONE,
        /** More places are taken than there would be. */
        MORE_TAKEN,
        /** The questions were answered: others cannot be asked in their place. */
        ANSWERED,
        /** It is called off, or closed out by itself or with its class. */
        TOO_LATE,
        /** Somebody else was faster. */
        CHANGED_MEANWHILE
    }

    private record Owner(String title, String region, boolean cancelled) {}

    @Transactional
    public SessionId add(Scope scope, ActivityId activity, Planned planned) {
        var id = new SessionId(UUID.randomUUID());
        add(scope, activity, id, planned);
        return id;
    }

    /** By a name that was given before: a form that is sent twice plans one. Says no if there is one already. */
    @Transactional
    public boolean add(Scope scope, ActivityId activity, SessionId id, Planned planned) {
        scope.demands(Right.RUN_ACTIVITIES);
        var owner = owner(scope, activity);
        var told = planned.admission();
        var admission = told == null ? Admission.PLAIN : told;
        int added = database.sql("""
                        insert into activity.session (id, activity, starts_at, ends_at, capacity, waits, per_person, opens_at, closes_at,
                                                      offer_minutes, lottery, kept, door_seats, release_minutes, parties, group_most,
                                                      reclaim_minutes, draw_seed)
                        values (:id, :activity, :starts, :ends, :capacity, :waits, :perPerson, :opens, :closes, :offer, :lottery,
                                :kept, :doorSeats, :release, :parties, :groupMost, :reclaim,
                                case when :lottery then encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex') end)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .param("activity", activity.value())
                .params(columns(planned))
                .params(KeepingAdmission.columns(admission))
                .param("kept", admission.setAside() - admission.doorSeats())
                .update();
        if (added == 0) {
            return false;
        }
        admissions.write(id, admission, false);
        record(scope, "activity.act.session-added", activity, owner, planned);
        return true;
    }

    /** Plans it otherwise, unless somebody else has done so since it was {@link Seen}. */
    @Transactional
    public Change change(Scope scope, SessionId id, String seen, Planned planned) {
        scope.demands(Right.RUN_ACTIVITIES);
        return Seen.of(mine(scope, id)).equals(seen) ? change(scope, id, planned) : Change.CHANGED_MEANWHILE;
    }

    /** Plans it otherwise. Where there is more room than before, those who wait come in in their turn. */
    @Transactional
    public Change change(Scope scope, SessionId id, Planned planned) {
        scope.demands(Right.RUN_ACTIVITIES);
        var before = mine(scope, id);
        var owner = owner(scope, before.activity());
        if (before.cancelled() || isClosed(id)) {
            return Change.TOO_LATE;
        }
        var offer = offers.of(before);
        var told = planned.admission();
        var admission = told == null ? offer.admission() : told;
        if (admissions.asksOtherwise(id, offer, admission)) {
            return Change.ANSWERED;
        }
        var kept = admissions.kept(offer, admission);
        if (kept == null) {
            return Change.MORE_TAKEN;
        }
        int changed = database.sql("""
                        update activity.session
                        set starts_at = :starts, ends_at = :ends, capacity = :capacity, waits = :waits,
                            per_person = :perPerson, opens_at = :opens, closes_at = :closes, offer_minutes = :offer,
                            kept = :kept, door_seats = :doorSeats, release_minutes = :release, parties = :parties,
                            group_most = :groupMost, reclaim_minutes = :reclaim, version = version + 1
                        where id = :id and taken + :kept + greatest(:doorSeats - door_given, 0) <= coalesce(:capacity::int, 0) and (waiting = 0 or :capacity::int is not null)
                        """)
                .param("id", id.value())
                .params(columns(planned))
                .params(KeepingAdmission.columns(admission))
                .param("kept", kept)
                .update();
        if (changed == 0) {
            return Change.MORE_TAKEN;
        }
        admissions.write(id, admission, offer.released());
        record(scope, "activity.act.session-changed", before.activity(), owner, planned);
        events.publishEvent(new RoomMade(id));
        return Change.DONE;
    }

    /** Calls it off; those who have a seat are told. Called off twice, it is once. */
    @Transactional
    public Change cancel(Scope scope, SessionId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        var session = mine(scope, id);
        var owner = owner(scope, session.activity());
        if (isClosed(id)) {
            return Change.TOO_LATE;
        }
        int cancelled = database.sql(
                        "update activity.session set cancelled_at = :now where id = :id and cancelled_at is null")
                .param("id", id.value())
                .param("now", Rows.at(clock.instant()))
                .update();
        if (cancelled == 1) {
            events.publishEvent(new SessionCancelled(id));
            trail.record(
                    scope.actor(),
                    Act.of("activity.act.session-cancelled", "activity", session.activity(), owner.title())
                            .in(new RegionCode(owner.region()))
                            .changed("activity.session.starts", session.starts(), null));
        }
        return Change.DONE;
    }

    private Map<String, Object> columns(Planned planned) {
        return columns(planned, clock.instant());
    }

    /** The places of a statement that plans a session. */
    static Map<String, Object> columns(Planned planned, Instant now) {
        var columns = new HashMap<String, Object>();
        var opens = planned.opens() == null ? now : planned.opens();
        var closes = planned.closes() == null ? planned.starts() : planned.closes();
        columns.put("starts", Rows.at(planned.starts()));
        columns.put("ends", Rows.at(planned.ends()));
        Columns.put(columns, "capacity", planned.capacity());
        columns.put("waits", planned.waits());
        columns.put("perPerson", planned.perPerson());
        columns.put("opens", Rows.at(opens.isBefore(closes) ? opens : closes.minusSeconds(1)));
        columns.put("closes", Rows.at(closes));
        Columns.put(columns, "offer", planned.offerMinutes());
        columns.put("lottery", planned.lottery() && planned.capacity() != null);
        return columns;
    }

    private boolean isClosed(SessionId id) {
        return database.sql("""
                        select exists (select from activity.closing where session = :id)
                            or exists (select from activity.class_closing join activity.session using (activity) where session.id = :id)
                        """).param("id", id.value()).query(Boolean.class).single();
    }

    private void record(Scope scope, String key, ActivityId activity, Owner owner, Planned planned) {
        trail.record(
                scope.actor(),
                Act.of(key, "activity", activity, owner.title())
                        .in(new RegionCode(owner.region()))
                        .changed("activity.session.starts", null, planned.starts())
                        .changed("activity.session.capacity", null, planned.capacity())
                        .changed("booking.plan.kept", null, kept(planned)));
    }

    private static @Nullable Integer kept(Planned planned) {
        var told = planned.admission();
        return told == null ? null : told.setAside();
    }

    private Owner owner(Scope scope, ActivityId activity) {
        return database.sql(
                        "select title, region, state = 'CANCELLED' as cancelled from activity.activity a where id = :id and "
                                + Rows.IN_REACH)
                .param("id", activity.value())
                .params(scope.parameters())
                .query(Owner.class)
                .optional()
                .filter(owner -> !owner.cancelled())
                .orElseThrow(NotFound::new);
    }

    private Session mine(Scope scope, SessionId id) {
        if (!reach.covers(scope, id)) {
            throw new NotFound();
        }
        return locks.one(id).orElseThrow(NotFound::new);
    }
}
