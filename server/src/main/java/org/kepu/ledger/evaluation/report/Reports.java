package org.kepu.ledger.evaluation.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.ledger.evaluation.EvaluationId;
import org.kepu.ledger.evaluation.Evaluations;
import org.kepu.ledger.evaluation.Frozen;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports of evaluations: asked for by the office, read by those whose division or plan it is. No scores are in them. */
@Service
public class Reports {

    private final Evaluations evaluations;
    private final Frozen frozen;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    Reports(Evaluations evaluations, Frozen frozen, JdbcClient database, Trail trail, Clock clock) {
        this.evaluations = evaluations;
        this.frozen = frozen;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** Asks for a report, unless one is being made; says which it is. */
    @Transactional
    public UUID ask(Scope scope, EvaluationId id) {
        scope.demands(Right.RUN_LEDGER);
        var evaluation = evaluations.run(scope, id);
        var report = UUID.randomUUID();
        database.sql("select from ledger.evaluation where id = :id for update")
                .param("id", id.value())
                .query(row -> {});
        var there = database.sql("""
                        select id from ledger.evaluation_report where evaluation_id = :id and state in ('WAITING', 'WRITING')
                        """).param("id", id.value()).query(UUID.class).optional();
        if (there.isPresent()) {
            return there.get();
        }
        database.sql("""
                        insert into ledger.evaluation_report (id, evaluation_id, turn, state, asked_at, asked_by, represented)
                        select :report, :id, coalesce(max(turn), 0) + 1, 'WAITING', :now, :by, :represented::uuid
                        from ledger.evaluation_report where evaluation_id = :id
                        """)
                .param("report", report)
                .param("id", id.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .param("represented", scope.actor().represented())
                .update();
        trail.record(
                scope.actor(),
                Act.of("evaluation.act.report-asked", "evaluation", id, evaluation.name())
                        .in(evaluation.region()));
        return report;
    }

    /** Those of an evaluation, the latest first; none where only one's own body is evaluated. */
    public List<Report> of(Scope scope, EvaluationId id) {
        return evaluations.whole(scope, id).isEmpty()
                ? List.of()
                : database.sql("select * from ledger.evaluation_report where evaluation_id = :id order by turn desc")
                        .param("id", id.value())
                        .query((row, i) -> report(row))
                        .list();
    }

    Optional<Report> find(Scope scope, EvaluationId id, UUID report) {
        return of(scope, id).stream().filter(one -> one.id().equals(report)).findFirst();
    }

    /** What a report that was made says. */
    Optional<ReportContent> content(Scope scope, EvaluationId id, UUID report) {
        return find(scope, id, report)
                .flatMap(found -> kept(found.id()))
                .map(kept -> frozen.read(kept, ReportContent.class));
    }

    /** A report with what it says. */
    Optional<ReportView> view(Scope scope, EvaluationId id, UUID report) {
        return find(scope, id, report).map(found -> {
            var kept = kept(found.id());
            var checksum = found.checksum();
            return new ReportView(
                    evaluations.get(id),
                    found,
                    kept.map(text -> frozen.read(text, ReportContent.class)).orElse(null),
                    checksum != null
                            && kept.filter(text -> frozen.isIntact(text, checksum))
                                    .isPresent());
        });
    }

    private Optional<String> kept(UUID report) {
        return database.sql("select content::text from ledger.evaluation_report where id = :id and state = 'DONE'")
                .param("id", report)
                .query(String.class)
                .optional();
    }

    private static Report report(ResultSet row) throws SQLException {
        return new Report(
                row.getObject("id", UUID.class),
                new EvaluationId(row.getObject("evaluation_id", UUID.class)),
                row.getInt("turn"),
                ReportState.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getInt("steps_done"),
                row.getInt("steps"),
                row.getString("checksum"),
                instant(row));
    }

    private static @Nullable Instant instant(ResultSet row) throws SQLException {
        var moment = row.getObject("ended_at", OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
