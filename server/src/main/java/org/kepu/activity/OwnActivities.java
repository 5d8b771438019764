package org.kepu.activity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The activities of one's divisions and bodies, drafts among them. */
@Service
public class OwnActivities {

    private final JdbcClient database;

    OwnActivities(JdbcClient database) {
        this.database = database;
    }

    /**
     * A line of the list.
     *
     * @param when the next session begins, or the last one began if all are over; null if none is planned
     * @param toClose how many are over and not closed out
     */
    public record Line(Activity activity, @Nullable Instant when, int toClose) {}

    /** A page of the list. */
    public record Listing(List<Line> lines, long total) {
        public Listing {
            lines = List.copyOf(lines);
        }
    }

    private record Counted(Line line, long total) {}

    public Optional<Activity> find(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql(Rows.ACTIVITY + "from activity.activity a where id = :id and " + Rows.IN_REACH)
                .param("id", id.value())
                .params(scope.parameters())
                .query(Rows::activity)
                .optional();
    }

    public List<Session> sessionsOf(Scope scope, ActivityId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select session.* from activity.session join activity.activity a on a.id = session.activity
                        where a.id = :id and
                        """ + Rows.IN_REACH + "order by starts_at, session.id")
                .param("id", id.value())
                .params(scope.parameters())
                .query(Rows::session)
                .list();
    }

    public Optional<Session> session(Scope scope, SessionId id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select session.* from activity.session join activity.activity a on a.id = session.activity
                        where session.id = :id and
                        """ + Rows.IN_REACH)
                .param("id", id.value())
                .params(scope.parameters())
                .query(Rows::session)
                .optional();
    }

    /**
     * What is to be closed out first, then what comes next, then what was.
     *
     * @param words all of which the title has; may be empty
     * @param state null: any
     */
    public Listing list(Scope scope, String words, Activity.@Nullable State state, Instant now, int page, int size) {
        scope.demands(Right.RUN_ACTIVITIES);
        var found = database.sql(Rows.ACTIVITY + """
                            , waiting.sessions as to_close, coalesce(next, last) as shown, count(*) over () as total
                        from activity.activity a
                             cross join lateral (
                                 select count(*) filter (where ends_at <= :now and cancelled_at is null and not exists (
                                            select from activity.closing where closing.session = session.id) and not exists (
                                            select from activity.class_closing done where done.activity = a.id) and not exists (
                                            select from activity.training_class class
                                                 join activity.session later on later.activity = class.activity
                                            where class.activity = a.id and later.ends_at > :now
                                              and later.cancelled_at is null)) as sessions,
                                        min(starts_at) filter (where ends_at > :now) as next, max(starts_at) as last
                                 from activity.session where activity = a.id) waiting
                        where (:words = '' or position(:words in title) > 0) and (:state::text is null or state = :state) and
                        """ + Rows.IN_REACH + """
                        order by waiting.sessions > 0 and state = 'PUBLISHED' desc, next nulls last, last desc nulls first, a.id
                        limit :size offset :before
                        """)
                .param("now", Rows.at(now))
                .param("words", words.strip())
                .param("state", state == null ? null : state.name())
                .param("size", size)
                .param("before", (long) (page - 1) * size)
                .params(scope.parameters())
                .query((row, number) -> new Counted(
                        new Line(Rows.activity(row, number), Rows.instant(row, "shown"), row.getInt("to_close")),
                        row.getLong("total")))
                .list();
        return new Listing(
                found.stream().map(Counted::line).toList(),
                found.isEmpty() ? 0 : found.getFirst().total());
    }
}
