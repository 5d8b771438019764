package org.kepu.ledger.supervision.problem;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the list of problems asks of a person: of a body's clerks to mend, of the office to look at what was mended. */
@Component
class ProblemTodos implements TodoSource {

    private final JdbcClient database;

    ProblemTodos(JdbcClient database) {
        this.database = database;
    }

    private record Row(UUID id, String what, String written, LocalDate due) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        return Stream.concat(mend(desk.scope(Right.DO_TASKS)), close(desk.scope(Right.RUN_LEDGER)))
                .toList();
    }

    private Stream<Todo> mend(Scope scope) {
        return scope.bodies().isEmpty()
                ? Stream.empty()
                : database.sql("""
                        select id, what, written, due_on as due from ledger.problem
                        where body_id = any (:scopeBodies) and state = 'OPEN' order by due_on, id
                        """).params(scope.parameters()).query(Row.class).list().stream()
                        .map(row -> Todo.open(
                                        Sentence.of("supervision.problem.todo.mend", row.what()),
                                        "supervision.problem.todo.mend.act",
                                        "/desk/supervision/problems/" + row.id())
                                .by(row.due()));
    }

    private Stream<Todo> close(Scope scope) {
        return scope.regions().isEmpty()
                ? Stream.empty()
                : database.sql("""
                        select id, what, written, due_on as due from ledger.problem
                        where region_code = any (:scopeRegions) and state = 'MENDED' order by due_on, id
                        """).params(scope.parameters()).query(Row.class).list().stream()
                        .map(row -> Todo.open(
                                Sentence.of("supervision.problem.todo.close", row.written(), row.what()),
                                "supervision.problem.todo.close.act",
                                "/desk/supervision/problems/" + row.id()));
    }
}
