package org.kepu.activity.training;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.activity.SessionLocks;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes classes (结班): whoever came at least once counts, once as an attendance (人次) of this class and as a person (名)
 * however many classes they attend. Closed again after a correction, what was told before counts no more.
 */
@Service
public class ClosingClasses {

    private final JdbcClient database;
    private final TrainingClasses classes;
    private final Trainees trainees;
    private final OwnActivities activities;
    private final SessionLocks locks;
    private final FactsOfClass facts;
    private final Trail trail;
    private final Clock clock;

    ClosingClasses(
            JdbcClient database,
            TrainingClasses classes,
            Trainees trainees,
            OwnActivities activities,
            SessionLocks locks,
            FactsOfClass facts,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.classes = classes;
        this.trainees = trainees;
        this.activities = activities;
        this.locks = locks;
        this.facts = facts;
        this.trail = trail;
        this.clock = clock;
    }

    /** What was told last of a class. */
    public record Closing(int version, int attendances, int minutes, Instant at) {}

    private record Row(int version, int attendances, int minutes, OffsetDateTime closedAt) {

        Closing closing() {
            return new Closing(version, attendances, minutes, closedAt.toInstant());
        }
    }

    /** What was told last of a class within reach. */
    @Transactional(readOnly = true)
    public Optional<Closing> find(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return classes.find(scope, id).flatMap(this::last);
    }

    /**
     * Tells what came of a class, or puts right what was told.
     *
     * @throws NotFound if there is no such class within reach
     */
    @Transactional
    public ClassClosed close(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        locks.of(id);
        var of = classes.locked(scope, id);
        var sessions = held(scope, id);
        var came = came(scope, id);
        var before = last(of);
        var problems = problems(activity, sessions, came, before.isPresent());
        if (!problems.isEmpty()) {
            return new ClassClosed.Refused(problems);
        }
        int version = before.map(Closing::version).orElse(0);
        if (!facts.tell(scope.actor(), activity, sessions, came)) {
            return new ClassClosed.Told(version, came.size());
        }
        keep(scope, id, new Closing(version + 1, came.size(), minutes(sessions), clock.instant()));
        trail.record(
                scope.actor(),
                Act.of("training.act.closed", "activity", id, activity.title())
                        .in(activity.described().region())
                        .changed(
                                "training.attendances",
                                before.map(Closing::attendances).orElse(null),
                                came.size()));
        return new ClassClosed.Told(version + 1, came.size());
    }

    /** Whether nothing has changed of what counts since the class was closed. */
    @Transactional(readOnly = true)
    public boolean isCurrent(Scope scope, Activity activity) {
        scope.demands(Right.RUN_ACTIVITIES);
        return facts.isTold(activity, held(scope, activity.id()), came(scope, activity.id()));
    }

    /** The sessions of a class that were not called off, the first first. */
    List<Session> held(Scope scope, ActivityId id) {
        return activities.sessionsOf(scope, id).stream()
                .filter(session -> !session.cancelled())
                .toList();
    }

    private List<Trainees.InFull> came(Scope scope, ActivityId id) {
        return trainees.inFull(scope, id).stream()
                .filter(one -> one.trainee().sessions() > 0)
                .toList();
    }

    private List<ClassClosed.Problem> problems(
            Activity activity, List<Session> sessions, List<Trainees.InFull> came, boolean told) {
        var problems = new ArrayList<ClassClosed.Problem>();
        if (activity.state() == Activity.State.DRAFT) {
            problems.add(ClassClosed.Problem.NOT_PUBLISHED);
        }
        if (!sessions.stream().allMatch(session -> session.isOver(clock.instant()))) {
            problems.add(ClassClosed.Problem.NOT_OVER);
        }
        if (came.isEmpty() && !told) {
            problems.add(ClassClosed.Problem.NOBODY);
        }
        if (!came.isEmpty() && came.stream().allMatch(one -> one.phone() == null)) {
            problems.add(ClassClosed.Problem.NAMES_GONE);
        }
        return problems;
    }

    /** How long they took together. */
    static int minutes(List<Session> sessions) {
        return sessions.stream().mapToInt(Session::minutes).sum();
    }

    private Optional<Closing> last(TrainingClass of) {
        return database.sql("""
                        select version, attendances, minutes, closed_at from activity.class_closing
                        where activity = :id order by version desc limit 1
                        """)
                .param("id", of.activity().value())
                .query(Row.class)
                .optional()
                .map(Row::closing);
    }

    private void keep(Scope scope, ActivityId id, Closing told) {
        database.sql("""
                        insert into activity.class_closing (activity, version, attendances, minutes, closed_at, closed_by)
                        values (:id, :version, :attendances, :minutes, :at, :by)
                        """)
                .param("id", id.value())
                .param("version", told.version())
                .param("attendances", told.attendances())
                .param("minutes", told.minutes())
                .param("at", Rows.at(told.at()))
                .param("by", scope.actor().account())
                .update();
    }
}
