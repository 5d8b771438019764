package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Todo;
import org.kepu.access.Todo.Sentence;
import org.kepu.access.TodoSource;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What evaluations ask of a person: to score the own body, to look at its result; in an office, to score those that have scored themselves,
 * to answer objections, and to settle what nobody objected to.
 */
@Component
class EvaluationTodos implements TodoSource {

    private final JdbcClient database;
    private final java.time.Clock clock;

    EvaluationTodos(JdbcClient database, java.time.Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record One(
            UUID evaluation,
            UUID evaluated,
            String name,
            String written,
            EvaluatedState state,
            @Nullable LocalDate due) {

        String path() {
            return "/desk/evaluations/" + evaluation + "/bodies/" + evaluated;
        }
    }

    private record Many(UUID evaluation, String name, EvaluatedState state, int bodies) {}

    @Override
    public List<Todo> todosFor(Desk desk) {
        return Stream.of(
                        own(desk.scope(Right.DO_TASKS)),
                        objections(desk.scope(Right.RUN_LEDGER)),
                        waiting(desk.scope(Right.RUN_LEDGER)))
                .flatMap(List::stream)
                .toList();
    }

    private List<Todo> own(Scope scope) {
        return scope.bodies().isEmpty() && scope.regions().isEmpty()
                ? List.of()
                : database
                        .sql("""
                        select evaluation.id as evaluation, evaluated.id as evaluated, evaluation.name, written, evaluated.state,
                               case evaluated.state when 'ASKED' then evaluated.due_on else objection_due end as due
                        from ledger.evaluated join ledger.evaluation on evaluation.id = evaluation_id
                        where evaluation.state = 'OPEN'
                          and (body_id = any (:scopeBodies) or government and evaluated.region_code = any (:scopeRegions))
                          and (evaluated.state = 'ASKED' or evaluated.state = 'NOTIFIED' and objection_due >= :today)
                        order by due, evaluated.id
                        """)
                        .param("today", Today.by(clock))
                        .params(scope.parameters())
                        .query(One.class)
                        .list()
                        .stream()
                        .map(EvaluationTodos::own)
                        .toList();
    }

    private static Todo own(One one) {
        boolean asked = one.state() == EvaluatedState.ASKED;
        var todo = Todo.open(
                Sentence.of(asked ? "evaluation.todo.score" : "evaluation.todo.told", one.name(), one.written()),
                asked ? "evaluation.todo.score.act" : "evaluation.todo.told.act",
                one.path());
        var due = one.due();
        return due == null ? todo : todo.by(due);
    }

    private List<Todo> objections(Scope scope) {
        return scope.regions().isEmpty()
                ? List.of()
                : database.sql("""
                        select evaluation.id as evaluation, evaluated.id as evaluated, evaluation.name, written, evaluated.state,
                               answer_due as due
                        from ledger.evaluated join ledger.evaluation on evaluation.id = evaluation_id
                        where evaluation.state = 'OPEN' and evaluation.region_code = any (:scopeRegions) and evaluated.state = 'OBJECTED'
                        order by due, evaluated.id
                        """).params(scope.parameters()).query(One.class).list().stream()
                        .map(one -> Todo.open(
                                        Sentence.of("evaluation.todo.answer", one.name(), one.written()),
                                        "evaluation.todo.answer.act",
                                        one.path())
                                .by(java.util.Objects.requireNonNull(one.due())))
                        .toList();
    }

    private List<Todo> waiting(Scope scope) {
        return scope.regions().isEmpty()
                ? List.of()
                : database
                        .sql("""
                        select evaluation.id as evaluation, evaluation.name, evaluated.state, count(*) as bodies
                        from ledger.evaluated join ledger.evaluation on evaluation.id = evaluation_id
                        where evaluation.state = 'OPEN' and evaluation.region_code = any (:scopeRegions)
                          and (evaluated.state = 'SCORED' or evaluated.state = 'NOTIFIED' and objection_due < :today)
                        group by evaluation.id, evaluation.name, evaluated.state
                        order by evaluation.id, evaluated.state
                        """)
                        .param("today", Today.by(clock))
                        .params(scope.parameters())
                        .query(Many.class)
                        .list()
                        .stream()
                        .map(many -> Todo.open(
                                Sentence.of(
                                        many.state() == EvaluatedState.SCORED
                                                ? "evaluation.todo.judge"
                                                : "evaluation.todo.settle",
                                        many.name(),
                                        many.bodies()),
                                "evaluation.todo.judge.act",
                                "/desk/evaluations/" + many.evaluation()))
                        .toList();
    }
}
