package org.kepu.activity.series;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.kepu.activity.ActivityId;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.KeepingSessions.Change;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.Rows;
import org.kepu.activity.Seen;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.SessionLocks;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans sessions by a rule, all or none, and changes or calls off those of a series that have not begun. What was stays as it was; a day that was
 * left out can be planned later by the same rule.
 */
@Service
public class KeepingSeries {

    private final JdbcClient database;
    private final OwnActivities activities;
    private final KeepingSessions sessions;
    private final SessionLocks locks;
    private final OfficeCalendar calendar;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepingSeries(
            JdbcClient database,
            OwnActivities activities,
            KeepingSessions sessions,
            SessionLocks locks,
            OfficeCalendar calendar,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.activities = activities;
        this.sessions = sessions;
        this.locks = locks;
        this.calendar = calendar;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A series with its sessions, the first first.
     *
     * @param ahead those that can still be changed: neither begun nor called off
     */
    public record Series(SeriesId id, ActivityId activity, List<Session> sessions, List<Session> ahead) {
        public Series {
            sessions = List.copyOf(sessions);
            ahead = List.copyOf(ahead);
        }
    }

    /**
     * The days of a rule, as they are shown to be ticked off.
     *
     * @param known whether the holidays of all their years are on record
     */
    public record Proposal(List<Occasion> occasions, boolean known) {

        /** No day is shown yet. */
        public static final Proposal NONE = new Proposal(List.of(), true);

        public Proposal {
            occasions = List.copyOf(occasions);
        }
    }

    /** What became of a change of several sessions. */
    public sealed interface Altered {
        record Done(int sessions) implements Altered {}

        /** Nothing was changed, for this one cannot be. */
        record Refused(Session session, Change why) implements Altered {}
    }

    /** @param first the first session as it is planned */
    public Proposal propose(
            Scope scope, ActivityId activity, String rule, Planned first, int times, boolean skipsHolidays) {
        var there = activities.sessionsOf(scope, activity).stream()
                .filter(session ->
                        !session.cancelled() && Moved.time(session.starts()).equals(Moved.time(first.starts())))
                .map(Session::day)
                .collect(toSet());
        var days = calendar.days();
        var occasions = Occasions.of(rule, Moved.day(first.starts()), times, skipsHolidays, days, there);
        return new Proposal(
                occasions,
                occasions.stream()
                        .allMatch(occasion -> days.knows(occasion.day().getYear())));
    }

    /**
     * Plans a session like the first one on each of the days; a day that has one at that time gets no second. Sent twice, it is once.
     *
     * @param id chosen when the form was shown
     * @return how many were planned
     */
    @Transactional
    public int plan(
            Scope scope, ActivityId activity, SeriesId id, String rule, Planned first, Collection<LocalDate> days) {
        scope.demands(Right.RUN_ACTIVITIES);
        demand(scope, activity);
        int begun = database.sql("""
                        insert into activity.series (id, activity, rule, planned_at, planned_by)
                        values (:id, :activity, :rule, :now, :by) on conflict do nothing
                        """)
                .param("id", id.value())
                .param("activity", activity.value())
                .param("rule", rule)
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        if (begun == 0) {
            return 0;
        }
        var there = starts(scope, activity);
        var planned = new ArrayList<UUID>();
        for (var day : days.stream().distinct().sorted().toList()) {
            var session = Moved.onto(day, first);
            if (!there.contains(session.starts())) {
                planned.add(sessions.add(scope, activity, session).value());
            }
        }
        database.sql("update activity.session set series = :id where id = any (:planned)")
                .param("id", id.value())
                .param("planned", planned.toArray(UUID[]::new))
                .update();
        return planned.size();
    }

    private void demand(Scope scope, ActivityId activity) {
        if (database.sql("select id from activity.activity a where id = :id and " + Rows.IN_REACH + " for update of a")
                .param("id", activity.value())
                .params(scope.parameters())
                .query(UUID.class)
                .optional()
                .isEmpty()) {
            throw new NotFound();
        }
    }

    private Set<Instant> starts(Scope scope, ActivityId activity) {
        return activities.sessionsOf(scope, activity).stream()
                .filter(session -> !session.cancelled())
                .map(Session::starts)
                .collect(toSet());
    }

    /** The series of an activity, if it is within reach. */
    public List<Series> of(Scope scope, ActivityId activity) {
        return database
                .sql("select id from activity.series where activity = :activity order by planned_at, id")
                .param("activity", activity.value())
                .query(UUID.class)
                .list()
                .stream()
                .flatMap(id -> find(scope, new SeriesId(id)).stream())
                .toList();
    }

    public Optional<Series> find(Scope scope, SeriesId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select series.activity
                        from activity.series join activity.activity a on a.id = series.activity where series.id = :id and
                        """ + Rows.IN_REACH)
                .param("id", id.value())
                .params(scope.parameters())
                .query(UUID.class)
                .optional()
                .map(activity -> whole(id, new ActivityId(activity)));
    }

    private Series whole(SeriesId id, ActivityId activity) {
        var now = clock.instant();
        var all = sessions(id);
        return new Series(
                id,
                activity,
                all,
                all.stream()
                        .filter(session -> !session.cancelled() && !session.hasBegun(now))
                        .toList());
    }

    private List<Session> sessions(SeriesId id) {
        return database.sql("select * from activity.session where series = :id order by starts_at, id")
                .param("id", id.value())
                .query(Rows::session)
                .list();
    }

    /** Changes the chosen ones, all or none. */
    public Altered alter(Scope scope, SeriesId id, Set<SessionId> chosen, Alteration otherwise) {
        return each(
                scope,
                id,
                chosen,
                session ->
                        sessions.change(scope, session.id(), Seen.of(session), otherwise.of(session, clock.instant())));
    }

    /** Calls the chosen ones off, all or none; those who have a seat are told. */
    public Altered cancel(Scope scope, SeriesId id, Set<SessionId> chosen) {
        return each(scope, id, chosen, session -> sessions.cancel(scope, session.id()));
    }

    private Altered each(Scope scope, SeriesId id, Set<SessionId> chosen, Function<Session, Change> act) {
        scope.demands(Right.RUN_ACTIVITIES);
        return Objects.requireNonNull(transaction.execute(begun -> {
            var found = find(scope, id).orElseThrow(NotFound::new);
            locks.all(found.sessions().stream()
                    .map(Session::id)
                    .filter(chosen::contains)
                    .toList());
            var all = whole(id, found.activity()).ahead().stream()
                    .filter(session -> chosen.contains(session.id()))
                    .toList();
            for (var session : all) {
                var change = act.apply(session);
                if (change != Change.DONE) {
                    begun.setRollbackOnly();
                    return new Altered.Refused(session, change);
                }
            }
            return new Altered.Done(all.size());
        }));
    }
}
