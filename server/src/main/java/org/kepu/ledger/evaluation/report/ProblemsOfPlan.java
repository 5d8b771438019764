package org.kepu.ledger.evaluation.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.kepu.ledger.evaluation.Evaluation;
import org.kepu.ledger.supervision.problem.ProblemState;
import org.kepu.plan.PlanStructure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The list of problems of the office that evaluates, as far as its report speaks of them. */
@Component
class ProblemsOfPlan {

    private final JdbcClient database;

    ProblemsOfPlan(JdbcClient database) {
        this.database = database;
    }

    /**
     * Those found in the days of the evaluation, and those of before that are not closed; without those that were none,
     * and without those of measures of other plans. By day, never by who has most.
     */
    List<ReportContent.Problem> of(Evaluation evaluation, PlanStructure structure) {
        return database.sql("""
                        select what, found_on, cause, remedy, written, due_on, state, done
                        from ledger.problem
                        where region_code = :region and state <> 'WITHDRAWN' and found_on <= :to
                          and (found_on >= :from or state <> 'CLOSED')
                          and (measure_id is null or measure_id = any (:measures))
                        order by found_on, written, what
                        """)
                .param("region", evaluation.region().value())
                .param("from", evaluation.from())
                .param("to", evaluation.to())
                .param(
                        "measures",
                        structure
                                .measures()
                                .map(measure -> measure.id().value())
                                .toArray(UUID[]::new))
                .query((row, number) -> problem(row))
                .list();
    }

    private static ReportContent.Problem problem(ResultSet row) throws SQLException {
        return new ReportContent.Problem(
                row.getString("what"),
                row.getString("found_on"),
                row.getString("cause"),
                row.getString("remedy"),
                row.getString("written"),
                row.getString("due_on"),
                switch (ProblemState.valueOf(row.getString("state"))) {
                    case OPEN -> "整改中";
                    case MENDED -> "已整改，待销号";
                    case CLOSED -> "已销号";
                    case WITHDRAWN -> "已撤销";
                },
                row.getString("done"));
    }
}
