package org.kepu.people.expert;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.people.InReach;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which invitations wait for a clerk: a time that an expert proposes, and what is over and not noted yet. */
@Component
class ExpertTodos implements TodoSource {

    private static final int MOST = 30;

    private final JdbcClient database;
    private final Clock clock;

    ExpertTodos(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Waiting(UUID expert, String title, boolean proposed) {}

    /** Of experts of the own divisions, and of those within reach whom the reader has invited. */
    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.KEEP_EXPERTS);
        if (scope.isEmpty()) {
            return List.of();
        }
        return database
                .sql("""
                        select i.expert, i.title, i.state = 'PROPOSED' as proposed
                        from people.invitation i join people.expert e on e.id = i.expert
                        where (e.region = any(:scopeRegions) or i.sent_by = :account)
                          and (i.state = 'PROPOSED' and greatest(i.starts_at, i.proposed_at) > :now or i.state = 'ACCEPTED' and i.ends_at <= :now)
                          and\s""" + InReach.region("e.region") + " order by i.starts_at, i.id limit :most")
                .param("account", desk.actor().account())
                .param("now", InvitationRows.at(clock.instant()))
                .param("most", MOST)
                .params(scope.parameters())
                .query(Waiting.class)
                .list()
                .stream()
                .map(one -> Todo.open(
                        Sentence.of(one.proposed() ? "people.todo.proposed" : "people.todo.over", one.title()),
                        "people.todo.see",
                        "/desk/experts/" + one.expert()))
                .toList();
    }
}
