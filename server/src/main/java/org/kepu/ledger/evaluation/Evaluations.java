package org.kepu.ledger.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.page.NotFound;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Evaluations to read. That there is one, by which indices and until when, is for those whose division, plan or body it is; the scores of
 * a body are not here.
 */
@Service
public class Evaluations {

    /** Which evaluations are those of a scope's own division or plan; with the parameters of the scope. */
    static final String OF_OFFICE = """
            (evaluation.region_code in (select region.reach(:scopeRegions, :scopeDay)) or evaluation.plan_id = any (:scopePlans))
            """;

    private static final String REACHED = "(" + OF_OFFICE + """
            or evaluation.state <> 'DRAFT'
               and exists (select from ledger.evaluated
                            where evaluation_id = evaluation.id
                              and (body_id = any (:scopeBodies) or evaluated.region_code in (select region.reach(:scopeRegions, :scopeDay)))))
            """;

    private final JdbcClient database;

    Evaluations(JdbcClient database) {
        this.database = database;
    }

    /** The latest first. */
    List<Evaluation> all(Scope scope) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select * from ledger.evaluation where " + REACHED
                        + " order by covers_to desc, created_at desc, id")
                .params(scope.parameters())
                .query((row, i) -> evaluation(row))
                .list();
    }

    Optional<Evaluation> find(Scope scope, EvaluationId id) {
        scope.demands(Right.READ_LEDGER);
        return one(scope, id, REACHED);
    }

    /** One of the reader's own division or plan, with all that belongs to it but the scores. */
    public Optional<Evaluation> whole(Scope scope, EvaluationId id) {
        scope.demands(Right.READ_LEDGER);
        return one(scope, id, OF_OFFICE);
    }

    /**
     * One that the scope's office runs.
     *
     * @throws NotFound if there is none such within reach
     */
    public Evaluation run(Scope scope, EvaluationId id) {
        scope.demands(Right.RUN_LEDGER);
        return one(scope, id, OF_OFFICE).orElseThrow(NotFound::new);
    }

    private Optional<Evaluation> one(Scope scope, EvaluationId id, String reached) {
        return database.sql("select * from ledger.evaluation where id = :id and " + reached)
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, i) -> evaluation(row))
                .optional();
    }

    /** One that something within reach belongs to. */
    public Evaluation get(EvaluationId id) {
        return database.sql("select * from ledger.evaluation where id = :id")
                .param("id", id.value())
                .query((row, i) -> evaluation(row))
                .single();
    }

    /** The indices of an evaluation that was found within reach. */
    public IndexTree tree(EvaluationId id) {
        return new IndexTree(
                database.sql("""
                        select id, number, title, weight, standard, version from ledger.evaluation_index where evaluation_id = :id
                        """).param("id", id.value()).query(Index.class).list());
    }

    private static Evaluation evaluation(ResultSet row) throws SQLException {
        return new Evaluation(
                new EvaluationId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                EvaluationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("covers_from", LocalDate.class),
                row.getObject("covers_to", LocalDate.class),
                row.getInt("self_days"),
                row.getInt("rebuttal_days"),
                row.getInt("answer_days"),
                row.getInt("expert_share"),
                EvaluationState.valueOf(row.getString("state")),
                row.getInt("tree"),
                row.getString("checksum"),
                row.getObject("due_on", LocalDate.class),
                row.getString("problems"),
                row.getString("next_steps"),
                row.getInt("words_version"));
    }
}
