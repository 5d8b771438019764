package org.kepu.ledger.supervision.problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.round.RoundId;
import org.kepu.ledger.round.SheetId;
import org.kepu.ledger.supervision.Happened;
import org.kepu.ledger.supervision.SupervisionHistory;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The list of problems to read: those of offices and bodies within reach, by day of their finding, never by who has most. */
@Service
class ProblemList {

    static final int MOST = 1000;

    private static final String PROBLEM = """
            select problem.*, asking.round_id
            from ledger.problem left join ledger.sheet on sheet.id = problem.sheet_id left join ledger.asking on asking.id = sheet.asking_id
            where (problem.region_code in (select region.reach(:scopeRegions, :scopeDay)) or problem.body_id = any (:scopeBodies))
            """;

    private final SupervisionHistory history;
    private final JdbcClient database;

    ProblemList(SupervisionHistory history, JdbcClient database) {
        this.history = history;
        this.database = database;
    }

    /** Those in one state or in all, the latest found first. */
    List<Problem> all(Scope scope, @Nullable ProblemState state) {
        scope.demands(Right.READ_LEDGER);
        return database.sql(PROBLEM + """
                         and (:state::text is null or problem.state = :state)
                        order by found_on desc, problem.region_code, problem.written, problem.id limit :most
                        """)
                .param("state", state == null ? null : state.name())
                .param("most", MOST)
                .params(scope.parameters())
                .query((row, number) -> problem(row))
                .list();
    }

    Optional<Problem> find(Scope scope, ProblemId id) {
        scope.demands(Right.READ_LEDGER);
        return reached(scope, id);
    }

    /** A problem that the scope lets one mend: its body does, nobody for it. */
    Optional<Problem> mendable(Scope scope, ProblemId id) {
        scope.demands(Right.DO_TASKS);
        return reached(scope, id).filter(problem -> scope.bodies().contains(problem.body()));
    }

    /** A problem that the scope lets one judge: its division's office, or one above it. */
    Optional<Problem> judgeable(Scope scope, ProblemId id) {
        scope.demands(Right.RUN_LEDGER);
        return reached(scope, id);
    }

    private Optional<Problem> reached(Scope scope, ProblemId id) {
        return database.sql(PROBLEM + " and problem.id = :id")
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, number) -> problem(row))
                .optional();
    }

    /** What happened to a problem that was found within reach, the first first. */
    List<Happened> history(Scope scope, Problem problem) {
        scope.demands(Right.READ_LEDGER);
        return history.of(problem.id().value());
    }

    private static Problem problem(ResultSet row) throws SQLException {
        var sheet = row.getObject("sheet_id", UUID.class);
        var measure = row.getObject("measure_id", UUID.class);
        return new Problem(
                new ProblemId(row.getObject("id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                Source.valueOf(row.getString("source")),
                row.getString("origin"),
                sheet == null
                        ? null
                        : new Problem.SheetPlace(
                                new RoundId(row.getObject("round_id", UUID.class)), new SheetId(sheet)),
                measure == null ? null : new MeasureId(measure),
                row.getObject("found_on", LocalDate.class),
                row.getString("what"),
                row.getString("cause"),
                row.getString("remedy"),
                new BodyId(row.getObject("body_id", UUID.class)),
                row.getString("written"),
                row.getObject("due_on", LocalDate.class),
                ProblemState.valueOf(row.getString("state")),
                row.getString("done"),
                row.getInt("version"));
    }
}
