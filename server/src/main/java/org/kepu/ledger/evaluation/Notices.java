package org.kepu.ledger.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a body its result, in words that are never changed again. */
@Component
public class Notices {

    static final String NONE = "不适用";

    private final Evaluations evaluations;
    private final ReadingEvaluated reading;
    private final Plans plans;
    private final Regions regions;
    private final Frozen frozen;
    private final JdbcClient database;
    private final Clock clock;

    Notices(
            Evaluations evaluations,
            ReadingEvaluated reading,
            Plans plans,
            Regions regions,
            Frozen frozen,
            JdbcClient database,
            Clock clock) {
        this.evaluations = evaluations;
        this.reading = reading;
        this.plans = plans;
        this.regions = regions;
        this.frozen = frozen;
        this.database = database;
        this.clock = clock;
    }

    /**
     * What was told.
     *
     * @param intact whether what is kept still has the checksum
     */
    public record Notice(int turn, Instant at, NoticeContent content, String checksum, boolean intact) {}

    /** Those of one who was found within reach, the latest first. */
    List<Notice> of(EvaluatedId id) {
        return database.sql("""
                        select turn, issued_at, content::text as content, checksum from ledger.evaluation_notice
                        where evaluated_id = :id order by turn desc
                        """)
                .param("id", id.value())
                .query((row, i) -> notice(row))
                .list();
    }

    /** The one that holds, of one who was found within reach. */
    Optional<Notice> latest(EvaluatedId id) {
        return of(id).stream().findFirst();
    }

    /** Tells the result as it stands in this transaction. */
    void tell(EvaluationId evaluationId, EvaluatedId id) {
        int turn = of(id).size() + 1;
        var text = frozen.of(content(evaluations.get(evaluationId), reading.now(evaluationId, id), turn));
        database.sql("""
                        insert into ledger.evaluation_notice (id, evaluated_id, turn, issued_at, content, checksum)
                        values (:id, :evaluated, :turn, :now, :content::jsonb, :checksum)
                        """)
                .param("id", UUID.randomUUID())
                .param("evaluated", id.value())
                .param("turn", turn)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("content", text)
                .param("checksum", Frozen.checksum(text))
                .update();
    }

    private NoticeContent content(Evaluation evaluation, Evaluated evaluated, int turn) {
        var tree = evaluations.tree(evaluation.id());
        var marks = reading.marks(evaluated.id());
        var score = Score.of(tree, marks, evaluation.expertShare());
        var due = evaluated.objectionDue();
        return new NoticeContent(
                turn,
                evaluation.name(),
                plans.find(evaluation.plan()).map(Plan::title).orElse(""),
                regions.get(evaluation.region()).name(),
                evaluated.written(),
                Today.by(clock).toString(),
                evaluated.state() == EvaluatedState.NOTIFIED && due != null ? due.toString() : "",
                score.total().map(Index::written).orElse(""),
                law(evaluation),
                rows(tree, marks, score),
                evaluated.objection(),
                evaluated.decision());
    }

    private static String law(Evaluation evaluation) {
        return (evaluation.asksExperts()
                        ? "各指标得分由办公室评分占%d%%、专家评分占%d%%合成"
                                .formatted(100 - evaluation.expertShare(), evaluation.expertShare())
                        : "各指标得分为办公室评分")
                + "，保留一位小数；不适用的指标不计分，其余指标得分按满分折算为百分制。";
    }

    private static List<NoticeContent.Row> rows(IndexTree tree, List<Mark> marks, Score score) {
        var rows = new ArrayList<NoticeContent.Row>();
        for (var index : tree.indices()) {
            boolean leaf = tree.isLeaf(index);
            var points = score.written(index);
            rows.add(new NoticeContent.Row(
                    index.number(),
                    index.title(),
                    index.full(),
                    leaf ? written(marks, index) : "",
                    !leaf ? "" : points.isEmpty() ? NONE : points,
                    leaf ? words(marks, index) : ""));
        }
        return rows;
    }

    private static String written(List<Mark> marks, Index index) {
        return of(marks, index, Hand.SELF)
                .map(mark -> mark.isNotApplicable() ? NONE : mark.written())
                .orElse("未自评");
    }

    private static String words(List<Mark> marks, Index index) {
        return of(marks, index, Hand.OFFICE).map(Mark::words).orElse("");
    }

    private static Optional<Mark> of(List<Mark> marks, Index index, Hand hand) {
        return marks.stream()
                .filter(mark -> mark.hand() == hand && mark.index().equals(index.id()))
                .findFirst();
    }

    private Notice notice(ResultSet row) throws SQLException {
        var kept = row.getString("content");
        var checksum = row.getString("checksum");
        return new Notice(
                row.getInt("turn"),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                frozen.read(kept, NoticeContent.class),
                checksum,
                frozen.isIntact(kept, checksum));
    }
}
