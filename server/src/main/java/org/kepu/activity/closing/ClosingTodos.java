package org.kepu.activity.closing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.activity.Rows;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks those who run an activity to close out what is over, the longest over first. */
@Component
class ClosingTodos implements TodoSource {

    private static final int MOST = 10;

    private final JdbcClient database;
    private final Clock clock;

    ClosingTodos(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param session the first one of those that are to be closed
     * @param ofClass they are closed as a whole, when the last is over
     */
    private record Open(UUID activity, String title, int sessions, UUID session, boolean ofClass) {

        Todo todo() {
            return Todo.open(Sentence.of("activity.todo.close", title, sessions), "activity.todo.close.act", path());
        }

        private String path() {
            if (ofClass) {
                return "/desk/trainings/" + activity;
            }
            return sessions > 1 ? "/desk/activities/" + activity : "/desk/activities/sessions/" + session + "/close";
        }
    }

    /** An office is asked for what is in the division of its own grant, a body for what it organises; not for all that lies below. */
    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.RUN_ACTIVITIES);
        if (scope.regions().isEmpty() && scope.bodies().isEmpty()) {
            return List.of();
        }
        return database
                .sql("""
                        select a.id as activity, a.title, count(*) as sessions,
                               (array_agg(session.id order by ends_at))[1] as session, class.activity is not null as of_class
                        from activity.activity a join activity.session on session.activity = a.id
                             left join activity.training_class class on class.activity = a.id
                        where a.state = 'PUBLISHED' and ends_at <= :now and cancelled_at is null
                          and (a.region = any (:scopeRegions)
                               or exists (select from activity.organiser o where o.activity = a.id and o.body = any (:scopeBodies)))
                          and not exists (select from activity.closing where closing.session = session.id)
                          and not exists (select from activity.class_closing done where done.activity = a.id)
                          and (class.activity is null or not exists (
                               select from activity.session later
                               where later.activity = a.id and later.ends_at > :now and later.cancelled_at is null))
                        group by a.id, class.activity order by min(ends_at), a.id limit :most
                        """)
                .param("now", Rows.at(clock.instant()))
                .param("most", MOST)
                .params(scope.parameters())
                .query(Open.class)
                .list()
                .stream()
                .map(Open::todo)
                .toList();
    }
}
