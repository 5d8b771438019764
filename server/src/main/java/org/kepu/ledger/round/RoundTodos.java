package org.kepu.ledger.round;

import java.time.Clock;
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
 * What rounds ask of a person: to fill in the sheets of the own body, to say what one thinks where the body leads, and, in an office, to read
 * what has come in for the own division.
 */
@Component
class RoundTodos implements TodoSource {

    private final JdbcClient database;
    private final Clock clock;

    RoundTodos(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Fill(UUID round, UUID sheet, String name, String written, SheetState state, LocalDate due) {}

    private record Opinion(UUID round, UUID body, String name, int lines, LocalDate due) {}

    private record Read(UUID round, String name, int sheets) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        var own = desk.scope(Right.DO_TASKS);
        return Stream.of(fill(own), opinions(own), read(desk.scope(Right.RUN_LEDGER)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Todo> fill(Scope scope) {
        return scope.bodies().isEmpty()
                ? List.of()
                : database.sql("""
                        select round.id as round, sheet.id as sheet, round.name, sheet.written, sheet.state, sheet.due_on as due
                        from ledger.sheet join ledger.asking on asking.id = sheet.asking_id join ledger.round on round.id = asking.round_id
                        where sheet.body_id = any (:scopeBodies) and sheet.state in ('ASKED', 'SENT_BACK')
                        order by sheet.due_on, sheet.id
                        """).params(scope.parameters()).query(Fill.class).list().stream()
                        .map(one -> Todo.open(
                                        Sentence.of(
                                                one.state() == SheetState.SENT_BACK
                                                        ? "round.todo.mend"
                                                        : "round.todo.fill",
                                                one.name(),
                                                one.written()),
                                        "round.todo.fill.act",
                                        "/desk/rounds/" + one.round() + "/sheets/" + one.sheet())
                                .by(one.due()))
                        .toList();
    }

    private List<Todo> opinions(Scope scope) {
        return scope.bodies().isEmpty()
                ? List.of()
                : database
                        .sql("""
                        select round.id as round, awaited.body, round.name, count(*) as lines, min(awaited.due) as due
                        from (select asking.round_id as round, lead.body_id as body, sheet.opinion_due as due
                        """ + GivingOpinions.AWAITED + """
                              ) awaited join ledger.round on round.id = awaited.round
                        where awaited.body = any (:scopeBodies)
                        group by round.id, awaited.body, round.name
                        order by due, round.id, awaited.body
                        """)
                        .param("today", Today.by(clock))
                        .params(scope.parameters())
                        .query(Opinion.class)
                        .list()
                        .stream()
                        .map(one -> Todo.open(
                                        Sentence.of("round.todo.opinion", one.name(), one.lines()),
                                        "round.todo.opinion.act",
                                        "/desk/rounds/" + one.round() + "/opinions/" + one.body())
                                .by(one.due()))
                        .toList();
    }

    /** What is still with the leads is not counted, nor what one submitted oneself: somebody else accepts that. */
    private List<Todo> read(Scope scope) {
        return scope.regions().isEmpty()
                ? List.of()
                : database
                        .sql("""
                        select round.id as round, round.name, count(*) as sheets
                        from ledger.sheet as handed join ledger.asking on asking.id = handed.asking_id
                             join ledger.round on round.id = asking.round_id
                        where handed.region_code = any (:scopeRegions) and handed.state = 'SUBMITTED'
                          and not exists (select
                        """ + GivingOpinions.AWAITED + """
                              and sheet.id = handed.id)
                          and not exists (select from ledger.sheet_event where sheet_id = handed.id and account = :me and
                        """ + SheetActs.SUBMITTED + """
                              )
                        group by round.id, round.name
                        order by round.id
                        """)
                        .param("today", Today.by(clock))
                        .param("me", scope.actor().account())
                        .params(scope.parameters())
                        .query(Read.class)
                        .list()
                        .stream()
                        .map(one -> Todo.open(
                                Sentence.of("round.todo.read", one.name(), one.sheets()),
                                "round.todo.read.act",
                                "/desk/rounds/" + one.round() + "?state=SUBMITTED"))
                        .toList();
    }
}
