package org.kepu.activity.training;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.kepu.activity.ActivityId;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who was there each time (考勤): ticked on the list, and put right by ticking again. */
@Service
public class Attendance {

    private final JdbcClient database;
    private final TrainingClasses classes;
    private final OwnActivities activities;
    private final Trail trail;
    private final Clock clock;

    Attendance(JdbcClient database, TrainingClasses classes, OwnActivities activities, Trail trail, Clock clock) {
        this.database = database;
        this.classes = classes;
        this.activities = activities;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of ticking. */
    public enum Ticked {
        DONE,
        NOT_BEGUN,
        CALLED_OFF,
        /** Somebody else changed the class since the list was shown. */
        CHANGED_MEANWHILE
    }

    private record Count(UUID session, int came) {}

    /** Who was there. */
    @Transactional(readOnly = true)
    public Set<UUID> of(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select trainee from activity.attendance join activity.session s on s.id = attendance.session
                             join activity.activity a on a.id = s.activity
                        where s.id = :session and
                        """ + Rows.IN_REACH)
                .param("session", session.value())
                .params(scope.parameters())
                .query(UUID.class)
                .set();
    }

    /** How many were there each time; a session that nobody was ticked for is not there. */
    @Transactional(readOnly = true)
    public Map<SessionId, Integer> counts(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database
                .sql("""
                        select session, count(*)::int as came from activity.attendance join activity.session s on s.id = attendance.session
                             join activity.activity a on a.id = s.activity
                        where a.id = :id and
                        """ + Rows.IN_REACH + " group by session")
                .param("id", id.value())
                .params(scope.parameters())
                .query(Count.class)
                .list()
                .stream()
                .collect(toMap(count -> new SessionId(count.session()), Count::came));
    }

    /**
     * Ticks exactly these.
     *
     * @param version of the class when the list was shown
     * @param present who was there; whoever is not on the list is passed over
     * @throws NotFound if there is no such session of the class within reach
     */
    @Transactional
    public Ticked tick(Scope scope, ActivityId id, SessionId sessionId, int version, Set<UUID> present) {
        scope.demands(Right.RUN_ACTIVITIES);
        var of = classes.locked(scope, id);
        var session = activities
                .session(scope, sessionId)
                .filter(one -> one.activity().equals(id))
                .orElseThrow(NotFound::new);
        if (session.cancelled()) {
            return Ticked.CALLED_OFF;
        }
        if (!session.hasBegun(clock.instant())) {
            return Ticked.NOT_BEGUN;
        }
        if (of.version() != version) {
            return Ticked.CHANGED_MEANWHILE;
        }
        var ticked = present.toArray(UUID[]::new);
        database.sql("delete from activity.attendance where session = :session and trainee <> all(:present)")
                .param("session", sessionId.value())
                .param("present", ticked)
                .update();
        database.sql("""
                        insert into activity.attendance (session, trainee)
                        select :session, id from activity.trainee where activity = :id and id = any(:present)
                        on conflict do nothing
                        """)
                .param("session", sessionId.value())
                .param("id", id.value())
                .param("present", ticked)
                .update();
        classes.touch(of);
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        trail.record(
                scope.actor(),
                Act.of("training.act.ticked", "activity", id, activity.title())
                        .in(activity.described().region())
                        .changed("activity.session.starts", null, session.starts())
                        .changed("training.came", null, present.size()));
        return Ticked.DONE;
    }
}
