package org.kepu.activity;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes activities, publishes them, calls them off and takes last year's as a pattern. */
@Service
public class KeepingActivities {

    private final JdbcClient database;
    private final KeepingSessions sessions;
    private final SessionLocks locks;
    private final Regions regions;
    private final List<Clearance> clearances;
    private final Trail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepingActivities(
            JdbcClient database,
            KeepingSessions sessions,
            SessionLocks locks,
            Regions regions,
            List<Clearance> clearances,
            Trail trail,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.sessions = sessions;
        this.locks = locks;
        this.regions = regions;
        this.clearances = List.copyOf(clearances);
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /** What became of publishing one. */
    public enum Publishing {
        DONE,
        /** It was before. */
        ALREADY,
        CANCELLED,
        NO_SESSION,
        /** It has to be approved first, or was changed since. */
        NOT_APPROVED,
        /** The ethics of a contest have to be reviewed first. */
        NOT_REVIEWED
    }

    /**
     * Writes a new one down, as a draft.
     *
     * @throws NotFound if it may not be held by this scope
     */
    @Transactional
    public ActivityId write(Scope scope, Described told, List<Planned> planned) {
        var id = new ActivityId(UUID.randomUUID());
        write(scope, id, told, planned);
        return id;
    }

    /**
     * The same by a name that was given before: a form that is sent twice writes one. Says no if there is one already.
     *
     * @throws NotFound if it may not be held by this scope
     */
    @Transactional
    public boolean write(Scope scope, ActivityId id, Described told, List<Planned> planned) {
        scope.demands(Right.RUN_ACTIVITIES);
        var first = draft(scope, id, told, null);
        if (first) {
            planned.forEach(one -> sessions.add(scope, id, one));
        }
        return first;
    }

    /** Whether it is in a division within reach, or held by a body of one's own. */
    @Transactional(readOnly = true)
    public boolean mayHold(Scope scope, Described told) {
        scope.demands(Right.RUN_ACTIVITIES);
        return regions.reaches(scope, told.region())
                || told.organisers().stream().anyMatch(scope.bodies()::contains)
                        && regions.find(told.region()).isPresent();
    }

    /** Says no if there is one of this name. */
    private boolean draft(Scope scope, ActivityId id, Described told, @Nullable ActivityId pattern) {
        demandToHold(scope, told);
        int written = database.sql("""
                        insert into activity.activity (id, title, kind, campaign, summary, audiences, region, place_kind, place, way,
                                                       latitude, longitude, access, safety, telephone, state, version,
                                                       copied_from, written_at, written_by)
                        values (:id, :title, :kind, :campaign, :summary, :audiences, :region, :placeKind, :place, :way,
                                :latitude, :longitude, :access, :safety, :telephone, 'DRAFT', 1, :pattern, :now, :by)
                        on conflict (id) do nothing
                        """)
                .param("id", id.value())
                .params(Columns.of(told))
                .param("pattern", pattern == null ? null : pattern.value())
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        if (written == 0) {
            return false;
        }
        belongings(id, told);
        hadAHand(scope, id);
        trail.record(
                scope.actor(),
                Act.of(pattern == null ? "activity.act.written" : "activity.act.copied", "activity", id, told.title())
                        .in(told.region()));
        return true;
    }

    /**
     * Tells it otherwise; says no if somebody else did meanwhile.
     *
     * @param version of what was read
     */
    @Transactional
    public boolean change(Scope scope, ActivityId id, int version, Described told) {
        scope.demands(Right.RUN_ACTIVITIES);
        var before = mine(scope, id);
        demandToHold(scope, told);
        int changed = database.sql("""
                        update activity.activity
                        set title = :title, kind = :kind, campaign = :campaign, summary = :summary, audiences = :audiences,
                            region = :region, place_kind = :placeKind, place = :place, way = :way, latitude = :latitude,
                            longitude = :longitude, access = :access, safety = :safety, telephone = :telephone,
                            version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", id.value())
                .param("version", version)
                .params(Columns.of(told))
                .update();
        if (changed == 0) {
            return false;
        }
        database.sql("delete from activity.organiser where activity = :id")
                .param("id", id.value())
                .update();
        database.sql("delete from activity.served_measure where activity = :id")
                .param("id", id.value())
                .update();
        belongings(id, told);
        hadAHand(scope, id);
        trail.record(
                scope.actor(),
                Act.of("activity.act.changed", "activity", id, told.title())
                        .in(told.region())
                        .changed("activity.title", before.title(), told.title())
                        .changed("activity.region", before.described().region(), told.region())
                        .changed(
                                "activity.place",
                                before.described().place().address(),
                                told.place().address()));
        return true;
    }

    /** From now on everybody finds it. */
    @Transactional
    public Publishing publish(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = mine(scope, id);
        if (activity.state() != Activity.State.DRAFT) {
            return activity.state() == Activity.State.PUBLISHED ? Publishing.ALREADY : Publishing.CANCELLED;
        }
        var against = clearances.stream()
                .flatMap(clearance -> clearance.against(activity).stream())
                .findFirst();
        if (against.isPresent()) {
            return against.get();
        }
        int published = database.sql("""
                        update activity.activity set state = 'PUBLISHED', published_at = :now, version = version + 1
                        where id = :id and exists (select from activity.session where activity = :id and cancelled_at is null)
                        """)
                .param("id", id.value())
                .param("now", Rows.at(clock.instant()))
                .update();
        if (published == 0) {
            return Publishing.NO_SESSION;
        }
        trail.record(scope.actor(), act("activity.act.published", activity));
        return Publishing.DONE;
    }

    /** Calls it off with all sessions that have not begun; those who have a seat are told, and everybody reads why. Called off twice, it is once. */
    @Transactional
    public void cancel(Scope scope, ActivityId id, String reason) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = mine(scope, id);
        if (activity.state() == Activity.State.CANCELLED) {
            return;
        }
        var now = Rows.at(clock.instant());
        database.sql("""
                        update activity.activity
                        set state = 'CANCELLED', cancel_reason = :reason, published_at = coalesce(published_at, :now),
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id.value())
                .param("now", now)
                .param("reason", reason)
                .update();
        locks.of(id);
        database.sql("""
                        update activity.session set cancelled_at = :now
                        where activity = :id and cancelled_at is null and starts_at > :now returning id
                        """)
                .param("id", id.value())
                .param("now", now)
                .query(UUID.class)
                .list()
                .forEach(session -> events.publishEvent(new SessionCancelled(new SessionId(session))));
        trail.record(scope.actor(), act("activity.act.cancelled", activity).because(reason));
    }

    /**
     * A new draft like this one, its sessions 52 weeks later, on the same days of the week (copy last year's). Says no if
     * there is one already.
     *
     * @param copy the name of the new one, given before: a form that is sent twice copies once
     */
    @Transactional
    public boolean copy(Scope scope, ActivityId id, ActivityId copy) {
        scope.demands(Right.RUN_ACTIVITIES);
        var pattern = mine(scope, id);
        if (!draft(scope, copy, pattern.described(), id)) {
            return false;
        }
        database.sql("""
                        with pattern as materialized (
                            select session.*, gen_random_uuid() as copy,
                                   (select coalesce(sum(quota.capacity), 0) from activity.quota where quota.session = session.id) as to_keep
                            from activity.session where activity = :id and cancelled_at is null
                        ), sessions as (
                            insert into activity.session (id, activity, starts_at, ends_at, capacity, waits, per_person, opens_at, closes_at,
                                                          offer_minutes, lottery, kept, door_seats, release_minutes, parties, group_most,
                                                          reclaim_minutes, draw_seed)
                            select copy, :copy, starts_at + later, ends_at + later, capacity, waits, per_person,
                                   opens_at + later, closes_at + later, offer_minutes, lottery, to_keep, door_seats, release_minutes,
                                   parties, group_most, reclaim_minutes,
                                   case when lottery then encode(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()), 'hex') end
                            from pattern, make_interval(days => 364) as later
                        ), quotas as (
                            insert into activity.quota (id, session, kind, region, capacity)
                            select gen_random_uuid(), copy, quota.kind, quota.region, quota.capacity
                            from pattern join activity.quota on quota.session = pattern.id
                        )
                        insert into activity.question (session, position, words, kind, choices, needed)
                        select copy, position, words, question.kind, choices, needed
                        from pattern join activity.question on question.session = pattern.id
                        """).param("copy", copy.value()).param("id", id.value()).update();
        return true;
    }

    private void belongings(ActivityId id, Described told) {
        database.sql("""
                        insert into activity.organiser (activity, body, position)
                        select :id, body, position from unnest(:bodies::uuid[]) with ordinality as held (body, position)
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param(
                        "bodies",
                        told.organisers().stream().map(body -> body.value()).toArray(UUID[]::new))
                .update();
        database.sql("""
                        insert into activity.served_measure (activity, measure) select :id, unnest(:measures::uuid[])
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param(
                        "measures",
                        told.measures().stream().map(measure -> measure.value()).toArray(UUID[]::new))
                .update();
    }

    private void hadAHand(Scope scope, ActivityId id) {
        database.sql("insert into activity.writer (activity, account) values (:id, :by) on conflict do nothing")
                .param("id", id.value())
                .param("by", scope.actor().account())
                .update();
    }

    private void demandToHold(Scope scope, Described told) {
        if (!mayHold(scope, told)) {
            throw new NotFound();
        }
    }

    private Activity mine(Scope scope, ActivityId id) {
        return database.sql(Rows.ACTIVITY + "from activity.activity a where id = :id and " + Rows.IN_REACH
                        + " for no key update of a")
                .param("id", id.value())
                .params(scope.parameters())
                .query(Rows::activity)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Act act(String key, Activity activity) {
        return Act.of(key, "activity", activity.id(), activity.title())
                .in(activity.described().region());
    }
}
