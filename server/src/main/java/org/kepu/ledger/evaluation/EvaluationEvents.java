package org.kepu.ledger.evaluation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to an evaluation: a line in its own history and one on the trail, in the transaction of the change. */
@Component
class EvaluationEvents {

    private final JdbcClient database;
    private final Trail trail;
    private final PersonNames names;
    private final Clock clock;

    EvaluationEvents(JdbcClient database, Trail trail, PersonNames names, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    private record Row(OffsetDateTime at, String act, UUID account, String words) {}

    /** An act of the office on the whole. */
    void record(Actor by, Evaluation evaluation, EvaluationAct act, Act told) {
        write(by, evaluation.id(), null, act.messageKey(), "");
        trail.record(by, told.in(evaluation.region()).changed("evaluation.state", act.from, act.to));
    }

    /** Something else that was done to the whole. */
    void note(Actor by, Evaluation evaluation, Act told, String words) {
        write(by, evaluation.id(), null, told.key(), words);
        trail.record(by, told.in(evaluation.region()));
    }

    /** An act in the evaluation of one body. */
    void record(Actor by, Evaluated evaluated, EvaluatedAct act, String words) {
        write(by, evaluated.evaluation(), evaluated.id(), act.messageKey(), words);
        trail.record(
                by,
                Act.of(act.messageKey(), "evaluated", evaluated.id(), evaluated.written())
                        .in(evaluated.region())
                        .changed("evaluation.state", act.from, act.to));
    }

    /** A mark of one hand; that it was given is told, and how much, on the trail only. */
    void marked(Actor by, Evaluated evaluated, Index index, Mark mark) {
        trail.record(
                by,
                Act.of("evaluation.act.marked", "evaluated", evaluated.id(), evaluated.written())
                        .in(evaluated.region())
                        .changed("evaluation.index", null, index.number())
                        .changed(mark.hand().messageKey(), null, mark.written()));
    }

    private void write(Actor by, EvaluationId evaluation, @Nullable EvaluatedId evaluated, String act, String words) {
        database.sql("""
                        insert into ledger.evaluation_event (evaluation_id, evaluated_id, at, act, account, words)
                        values (:evaluation, :evaluated::uuid, :at, :act, :account, :words)
                        """)
                .param("evaluation", evaluation.value())
                .param("evaluated", evaluated == null ? null : evaluated.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("act", act)
                .param("account", by.account())
                .param("words", words)
                .update();
    }

    /** What happened to the whole, the first first. */
    List<Happened> of(EvaluationId evaluation) {
        return named(database.sql("""
                        select at, act, account, words from ledger.evaluation_event
                        where evaluation_id = :evaluation and evaluated_id is null order by id
                        """)
                .param("evaluation", evaluation.value())
                .query(Row.class)
                .list());
    }

    /** What happened in the evaluation of one body, the first first. */
    List<Happened> of(EvaluatedId evaluated) {
        return named(database.sql(
                        "select at, act, account, words from ledger.evaluation_event where evaluated_id = :id order by id")
                .param("id", evaluated.value())
                .query(Row.class)
                .list());
    }

    private List<Happened> named(List<Row> rows) {
        var called = names.of(rows.stream().map(Row::account).distinct().toList());
        return rows.stream()
                .map(row -> new Happened(
                        row.at().toInstant(), called.getOrDefault(row.account(), ""), row.act(), row.words()))
                .toList();
    }
}
