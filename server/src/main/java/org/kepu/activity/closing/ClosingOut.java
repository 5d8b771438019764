package org.kepu.activity.closing;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Reach;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.SessionLocks;
import org.kepu.activity.school.School;
import org.kepu.activity.school.Schools;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.file.FileId;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Closes sessions out (办结): what came of them is told once and is in every figure at the same moment; it can be put right. */
@Service
public class ClosingOut {

    private final JdbcClient database;
    private final OwnActivities activities;
    private final Reach reach;
    private final SessionLocks locks;
    private final FactsOfSession facts;
    private final Schools schools;
    private final Trail trail;
    private final Clock clock;

    ClosingOut(
            JdbcClient database,
            OwnActivities activities,
            Reach reach,
            SessionLocks locks,
            FactsOfSession facts,
            Schools schools,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.activities = activities;
        this.reach = reach;
        this.locks = locks;
        this.facts = facts;
        this.schools = schools;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was told last of a session; nothing if nothing was, or if it is not within reach. */
    @Transactional(readOnly = true)
    public Optional<Closed> find(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return reach.covers(scope, session) ? last(session) : Optional.empty();
    }

    /** Which of the sessions of an activity are closed out, and how many came. */
    @Transactional(readOnly = true)
    public Map<SessionId, Integer> of(Scope scope, Activity activity) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database
                .sql("""
                        select session.id, coalesce((select sum(attendances) from activity.closing_number number
                                                     where number.session = session.id and number.version = told.version), 0) as came
                        from activity.session join activity.activity a on a.id = session.activity
                             join lateral (select max(version) as version from activity.closing
                                           where closing.session = session.id) told on told.version is not null
                        where a.id = :activity and
                        """ + Rows.IN_REACH)
                .param("activity", activity.id().value())
                .params(scope.parameters())
                .query((row, number) -> Map.entry(new SessionId(row.getObject("id", UUID.class)), row.getInt("came")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whether how many came is a figure of this kind of activity. */
    public boolean countsPeople(Scope scope, Activity activity) {
        scope.demands(Right.RUN_ACTIVITIES);
        return facts.countsPeople(activity);
    }

    /** The schools at which such a session may have been held; none where this kind of activity is not counted by school. */
    public List<School> schools(Scope scope, Activity activity, Session session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return schools(activity, session);
    }

    private List<School> schools(Activity activity, Session session) {
        return facts.isAboutSchools(activity)
                ? schools.standing(activity.described().region(), session.day())
                : List.of();
    }

    /** Whether it is closed as a class with its trainees, not session by session. */
    public boolean isClass(Scope scope, Activity activity) {
        scope.demands(Right.RUN_ACTIVITIES);
        return hasTrainees(activity);
    }

    /**
     * Tells what came of a session, or puts right what was told.
     *
     * @param version of what was told before; 0 if nothing was
     * @throws NotFound if the session is not within reach
     */
    @Transactional
    public Outcome close(Scope scope, SessionId id, int version, Closing closing) {
        scope.demands(Right.RUN_ACTIVITIES);
        if (!reach.covers(scope, id)) {
            throw new NotFound();
        }
        var session = locks.one(id).orElseThrow(NotFound::new);
        var activity = activities.find(scope, session.activity()).orElseThrow(NotFound::new);
        var before = last(id);
        if (before.filter(told -> told.closing().equals(closing)).isPresent()) {
            return new Outcome.Told(before.get().version());
        }
        int now = before.map(Closed::version).orElse(0);
        var problems = problems(activity, session, closing, now != version);
        if (!problems.isEmpty()) {
            return new Outcome.Refused(problems);
        }
        keep(scope, id, now + 1, closing);
        facts.tell(scope.actor(), activity, session, closing);
        trail.record(
                scope.actor(),
                Act.of("activity.act.closed", "activity", activity.id(), activity.title())
                        .in(activity.described().region())
                        .changed(
                                "activity.closing.held",
                                before.map(told -> told.closing().held()).orElse(null),
                                closing.held())
                        .changed(
                                "activity.closing.attendances",
                                before.map(told -> told.closing().total()).orElse(null),
                                closing.total()));
        return new Outcome.Told(now + 1);
    }

    private List<Outcome.Problem> problems(Activity activity, Session session, Closing closing, boolean changed) {
        var problems = new ArrayList<Outcome.Problem>();
        if (activity.state() == Activity.State.DRAFT) {
            problems.add(Outcome.Problem.NOT_PUBLISHED);
        }
        if (session.cancelled()) {
            problems.add(Outcome.Problem.CALLED_OFF);
        }
        if (!session.hasBegun(clock.instant())) {
            problems.add(Outcome.Problem.NOT_BEGUN);
        }
        if (hasTrainees(activity)) {
            problems.add(Outcome.Problem.HAS_TRAINEES);
        }
        if (closing.held() && closing.total() == 0 && facts.countsPeople(activity)) {
            problems.add(Outcome.Problem.NOBODY);
        }
        if (!closing.attendances().keySet().stream().allMatch(facts::isAudience)) {
            problems.add(Outcome.Problem.UNKNOWN_AUDIENCE);
        }
        if (closing.school() != null
                && schools(activity, session).stream()
                        .noneMatch(one -> one.code().equals(closing.school()))) {
            problems.add(Outcome.Problem.UNKNOWN_SCHOOL);
        }
        if (changed) {
            problems.add(Outcome.Problem.CHANGED_MEANWHILE);
        }
        return problems;
    }

    /** A class with a list of trainees is closed as a whole: closed out by session, its people would count twice. */
    private boolean hasTrainees(Activity activity) {
        return database.sql("select exists (select from activity.training_class where activity = :id)")
                .param("id", activity.id().value())
                .query(Boolean.class)
                .single();
    }

    private void keep(Scope scope, SessionId session, int version, Closing closing) {
        var document = closing.document();
        database.sql("""
                        insert into activity.closing (session, version, held, document, school, closed_at, closed_by)
                        values (:session, :version, :held, :document, :school, :now, :by)
                        """)
                .param("session", session.value())
                .param("version", version)
                .param("held", closing.held())
                .param("document", document == null ? null : document.value())
                .param("school", closing.school())
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        closing.attendances()
                .forEach((audience, count) -> database.sql("""
                        insert into activity.closing_number (session, version, audience, attendances)
                        values (:session, :version, :audience, :count)
                        """)
                        .param("session", session.value())
                        .param("version", version)
                        .param("audience", audience)
                        .param("count", count)
                        .update());
    }

    private record Counted(String audience, int attendances) {}

    private record Head(
            int version,
            boolean held,
            @Nullable UUID document,
            @Nullable String school,
            OffsetDateTime closedAt) {}

    private Optional<Closed> last(SessionId session) {
        return database.sql("select * from activity.closing where session = :session order by version desc limit 1")
                .param("session", session.value())
                .query(Head.class)
                .optional()
                .map(head -> closed(session, head));
    }

    private Closed closed(SessionId session, Head head) {
        var numbers = database
                .sql(
                        "select audience, attendances from activity.closing_number where session = :session and version = :version")
                .param("session", session.value())
                .param("version", head.version())
                .query(Counted.class)
                .list()
                .stream()
                .collect(toMap(Counted::audience, Counted::attendances));
        var document = head.document();
        return new Closed(
                head.version(),
                new Closing(head.held(), numbers, document == null ? null : new FileId(document), head.school()),
                head.closedAt().toInstant());
    }
}
