package org.kepu.people.hours;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits for a team: those who ask to be taken in, those whose hours are not confirmed, those who hold something to be wrong. */
@Component
class ServiceTodos implements TodoSource {

    private static final int MOST = 30;

    private final JdbcClient database;

    ServiceTodos(JdbcClient database) {
        this.database = database;
    }

    private record Waiting(UUID team, String title, int asking, int unconfirmed, int appeals) {}

    /** Of the own divisions and bodies; whoever may act from above is not reminded of all that lies below. */
    @Override
    public List<Todo> todosFor(Desk desk) {
        var scope = desk.scope(Right.RUN_TEAMS);
        if (scope.isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select * from (
                            select t.id as team, t.title,
                                   (select count(*) from people.membership m where m.team = t.id and m.state = 'ASKED') as asking,
                                   (select count(*) from people.duty d join people.shift s on s.id = d.shift
                                    where s.team = t.id and d.state = 'PRESENT' and d.gone is not null and d.team_at is null) as unconfirmed,
                                   (select count(*) from people.appeal a join people.duty d on d.id = a.duty join people.shift s on s.id = d.shift
                                    where s.team = t.id and a.answered_at is null) as appeals
                            from people.team t
                            where t.closed_on is null and (t.region = any(:scopeRegions) or t.body = any(:scopeBodies))) waiting
                        where asking + unconfirmed + appeals > 0 order by title limit :most
                        """).param("most", MOST).params(scope.parameters()).query(Waiting.class).list().stream()
                .flatMap(ServiceTodos::todos)
                .toList();
    }

    private static Stream<Todo> todos(Waiting team) {
        var path = "/desk/teams/" + team.team();
        return Stream.of(
                        todo("people.todo.asking", team, team.asking(), path + "#members"),
                        todo("people.todo.unconfirmed", team, team.unconfirmed(), path + "/shifts"),
                        todo("people.todo.appeals", team, team.appeals(), path + "/shifts"))
                .flatMap(Optional::stream);
    }

    private static Optional<Todo> todo(String key, Waiting team, int count, String path) {
        return count == 0
                ? Optional.empty()
                : Optional.of(Todo.open(Sentence.of(key, team.title(), count), "people.todo.see", path));
    }
}
