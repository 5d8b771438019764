package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.page.NotFound;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * The evaluated to read, always in the order of the plan. That a body is evaluated, and how far it has come, is known to whoever sees the
 * evaluation; its scores are for its own clerks and for the office.
 */
@Service
class ReadingEvaluated {

    private static final String OWN = """
            (evaluated.body_id = any (:scopeBodies) or evaluated.region_code in (select region.reach(:scopeRegions, :scopeDay)))
            """;

    private static final String FROM = """
            select evaluated.* from ledger.evaluated join ledger.evaluation on evaluation.id = evaluated.evaluation_id where
            """;

    private final JdbcClient database;

    ReadingEvaluated(JdbcClient database) {
        this.database = database;
    }

    /** Those of an evaluation: all for its own division, otherwise one's own. */
    List<Evaluated> of(Scope scope, EvaluationId id) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(FROM + "evaluation.id = :id and (" + Evaluations.OF_OFFICE
                        + " or evaluation.state <> 'DRAFT' and " + OWN
                        + ") order by evaluated.position, evaluated.written, evaluated.id")
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, i) -> evaluated(row))
                .list();
    }

    /** One of the reader's own bodies, once it is asked. */
    Optional<Evaluated> own(Scope scope, EvaluationId evaluation, EvaluatedId id) {
        scope.demands(Right.DO_TASKS);
        return one(scope, evaluation, id, "evaluation.state <> 'DRAFT' and " + OWN);
    }

    /** One that the reader's office evaluates. */
    Optional<Evaluated> judged(Scope scope, EvaluationId evaluation, EvaluatedId id) {
        scope.demands(Right.RUN_LEDGER);
        return one(scope, evaluation, id, "evaluation.state <> 'DRAFT' and " + Evaluations.OF_OFFICE);
    }

    private Optional<Evaluated> one(Scope scope, EvaluationId evaluation, EvaluatedId id, String reached) {
        return database.sql(FROM + "evaluated.id = :id and evaluation.id = :evaluation and " + reached)
                .param("id", id.value())
                .param("evaluation", evaluation.value())
                .params(scope.parameters())
                .query((row, i) -> evaluated(row))
                .optional();
    }

    /**
     * The same as it stands now, found with the right that this hand needs and locked until the transaction ends.
     *
     * @throws NotFound if it is not within reach of that right
     */
    Evaluated locked(Scope scope, Hand hand, EvaluationId evaluation, EvaluatedId id) {
        var found = hand == Hand.SELF ? own(scope, evaluation, id) : judged(scope, evaluation, id);
        return found.map(one -> database.sql("select * from ledger.evaluated where id = :id for update")
                        .param("id", one.id().value())
                        .query((row, i) -> evaluated(row))
                        .single())
                .orElseThrow(NotFound::new);
    }

    /** One as it stands in this transaction, which was found within reach. */
    Evaluated now(EvaluationId evaluation, EvaluatedId id) {
        return database.sql("select * from ledger.evaluated where id = :id and evaluation_id = :evaluation")
                .param("id", id.value())
                .param("evaluation", evaluation.value())
                .query((row, i) -> evaluated(row))
                .single();
    }

    /** The marks of one that was found within reach, of all hands. */
    List<Mark> marks(EvaluatedId id) {
        return database.sql("""
                        select index_id, hand, mark, words, version from ledger.evaluation_mark where evaluated_id = :id
                        """)
                .param("id", id.value())
                .query((row, i) -> new Mark(
                        row.getObject("index_id", UUID.class),
                        Hand.valueOf(row.getString("hand")),
                        row.getObject("mark", BigDecimal.class),
                        row.getString("words"),
                        row.getInt("version")))
                .list();
    }

    private static Evaluated evaluated(ResultSet row) throws SQLException {
        return new Evaluated(
                new EvaluatedId(row.getObject("id", UUID.class)),
                new EvaluationId(row.getObject("evaluation_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getString("written"),
                row.getBoolean("government"),
                EvaluatedState.valueOf(row.getString("state")),
                row.getObject("due_on", LocalDate.class),
                row.getInt("version"),
                row.getString("returned"),
                row.getObject("objection_due", LocalDate.class),
                row.getString("objection"),
                row.getObject("answer_due", LocalDate.class),
                row.getString("decision"));
    }
}
