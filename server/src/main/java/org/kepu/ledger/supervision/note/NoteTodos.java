package org.kepu.ledger.supervision.note;

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

/**
 * What notes ask of a person: of a body's clerks to receive and to answer them; of the office that issued to read answers and to close; of the
 * office to which one was escalated to say what was decided.
 */
@Component
class NoteTodos implements TodoSource {

    private static final String NUMBERED = "'督〔' || year || '〕' || number || '号' as number";

    private final JdbcClient database;

    NoteTodos(JdbcClient database) {
        this.database = database;
    }

    private record Row(UUID id, String number, String written, String measure, NoteState state, LocalDate due) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        return Stream.concat(
                        body(desk.scope(Right.DO_TASKS)).map(NoteTodos::ofBody),
                        office(desk.scope(Right.RUN_LEDGER)).map(NoteTodos::ofOffice))
                .toList();
    }

    private Stream<Row> body(Scope scope) {
        return scope.bodies().isEmpty()
                ? Stream.empty()
                : database
                        .sql("select id, " + NUMBERED + """
                        , written, measure, state, due_on as due from ledger.supervision_note
                        where body_id = any (:scopeBodies) and state in ('ISSUED', 'RECEIVED')
                        order by due_on, id
                        """)
                        .params(scope.parameters())
                        .query(Row.class)
                        .list()
                        .stream();
    }

    private Stream<Row> office(Scope scope) {
        return scope.regions().isEmpty()
                ? Stream.empty()
                : database
                        .sql("select id, " + NUMBERED + """
                        , written, measure, state, due_on as due from ledger.supervision_note
                        where region_code = any (:scopeRegions) and state in ('ANSWERED', 'ACCEPTED')
                           or escalated_to = any (:scopeRegions) and state = 'ESCALATED'
                        order by issued_on, id
                        """)
                        .params(scope.parameters())
                        .query(Row.class)
                        .list()
                        .stream();
    }

    private static Todo ofBody(Row row) {
        var path = "/desk/supervision/notes/" + row.id();
        return (row.state() == NoteState.ISSUED
                        ? Todo.atOnce(
                                Sentence.of("supervision.note.todo.receive", row.number(), row.written()),
                                "supervision.note.act.RECEIVE",
                                path + "/receive")
                        : Todo.open(
                                Sentence.of("supervision.note.todo.answer", row.number(), row.written()),
                                "supervision.note.todo.answer.act",
                                path))
                .hint(Sentence.of("supervision.note.todo.about", row.measure()))
                .by(row.due());
    }

    private static Todo ofOffice(Row row) {
        var key = switch (row.state()) {
            case ANSWERED -> "supervision.note.todo.read";
            case ACCEPTED -> "supervision.note.todo.close";
            default -> "supervision.note.todo.instruct";
        };
        return Todo.open(
                        Sentence.of(key, row.number(), row.written()),
                        "supervision.note.todo.open.act",
                        "/desk/supervision/notes/" + row.id())
                .hint(Sentence.of("supervision.note.todo.about", row.measure()));
    }
}
