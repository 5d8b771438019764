package org.kepu.activity.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Reach;
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

/**
 * Three questions to those who came, answered once for each booking and kept apart from it; comments are shown to others when
 * somebody has read them.
 */
@Service
public class Voices {

    public static final int LONGEST = 300;

    private static final Feedback NOTHING = new Feedback(0, null, List.of());

    private final JdbcClient database;
    private final Reach reach;
    private final Trail trail;
    private final Clock clock;

    Voices(JdbcClient database, Reach reach, Trail trail, Clock clock) {
        this.database = database;
        this.reach = reach;
        this.trail = trail;
        this.clock = clock;
    }

    /** Each of 1 to 5, and a few words or none. */
    public record Told(int useful, int clear, int again, String comment) {}

    private record Sums(int count, double useful, double clear, double again) {

        Feedback.@Nullable Marks marks() {
            return count < Feedback.ENOUGH ? null : new Feedback.Marks(useful, clear, again);
        }
    }

    /** Whether the holder of this code can speak: had a seat, it has begun, and has not spoken yet. */
    @Transactional(readOnly = true)
    public boolean maySpeak(String code) {
        return database.sql("""
                        select exists (select from activity.booking join activity.session on session.id = booking.session
                                       where code = :code and state = 'CONFIRMED' and not spoken
                                         and session.cancelled_at is null and starts_at <= :now)
                        """)
                .param("code", code)
                .param("now", Rows.at(clock.instant()))
                .query(Boolean.class)
                .single();
    }

    /** Takes it once; says no to whoever cannot speak, or has. */
    @Transactional
    public boolean tell(String code, Told told) {
        return database.sql("""
                        with speaker as (
                            update activity.booking set spoken = true from activity.session
                            where session.id = booking.session and code = :code and state = 'CONFIRMED' and not spoken
                              and session.cancelled_at is null and starts_at <= :now
                            returning booking.session
                        )
                        insert into activity.feedback (id, session, useful, clear, again, comment, state, told_on)
                        select gen_random_uuid(), session, :useful, :clear, :again, :comment,
                               case when :comment = '' then 'HIDDEN' else 'UNREAD' end, :today
                        from speaker
                        """)
                        .param("code", code)
                        .param("now", Rows.at(clock.instant()))
                        .param("useful", told.useful())
                        .param("clear", told.clear())
                        .param("again", told.again())
                        .param("comment", told.comment())
                        .param("today", LocalDate.now(clock))
                        .update()
                == 1;
    }

    /** For its organisers: all comments. */
    @Transactional(readOnly = true)
    public Feedback of(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return reach.covers(scope, session) ? read(List.of(session), false) : NOTHING;
    }

    /** For everybody, of all sessions of an activity: the comments that are shown; nothing while only a few have spoken. */
    @Transactional(readOnly = true)
    public Feedback published(Collection<SessionId> sessions) {
        var said = read(sessions, true);
        return said.marks() == null ? NOTHING : said;
    }

    /**
     * Shows a comment to everybody, or hides it.
     *
     * @throws NotFound if it is none of a session within reach
     */
    @Transactional
    public void moderate(Scope scope, SessionId session, UUID comment, Feedback.State state) {
        scope.demands(Right.RUN_ACTIVITIES);
        var region = reach.regionOf(scope, session).orElseThrow(NotFound::new);
        int changed = database.sql("""
                        update activity.feedback set state = :state where id = :id and session = :session and comment <> ''
                        """)
                .param("state", state.name())
                .param("id", comment)
                .param("session", session.value())
                .update();
        if (changed == 0) {
            throw new NotFound();
        }
        trail.record(
                scope.actor(),
                Act.of("activity.act.moderated", "activity-session", session, "")
                        .in(region)
                        .changed("activity.comment", null, state));
    }

    private Feedback read(Collection<SessionId> sessions, boolean shownOnly) {
        if (sessions.isEmpty()) {
            return NOTHING;
        }
        var ids = sessions.stream().map(SessionId::value).toArray(UUID[]::new);
        var sums = database.sql("""
                        select count(*) as count, coalesce(avg(useful), 0) as useful, coalesce(avg(clear), 0) as clear,
                               coalesce(avg(again), 0) as again
                        from activity.feedback where session = any(:sessions)
                        """).param("sessions", ids).query(Sums.class).single();
        var comments = database.sql("""
                        select id, comment as words, state from activity.feedback
                        where session = any(:sessions) and comment <> '' and (not :shownOnly or state = 'SHOWN') order by id
                        """)
                .param("sessions", ids)
                .param("shownOnly", shownOnly)
                .query((row, number) -> new Feedback.Comment(
                        row.getObject("id", UUID.class),
                        row.getString("words"),
                        Feedback.State.valueOf(row.getString("state"))))
                .list();
        return new Feedback(sums.count(), sums.marks(), comments);
    }
}
