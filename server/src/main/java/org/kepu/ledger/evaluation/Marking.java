package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scores an index: the body itself with what it can point at, or the office for itself and for the experts. Of two, the second is told. */
@Service
class Marking {

    private final Evaluations evaluations;
    private final ReadingEvaluated reading;
    private final PickingEvidence picking;
    private final EvaluationEvents events;
    private final JdbcClient database;

    Marking(
            Evaluations evaluations,
            ReadingEvaluated reading,
            PickingEvidence picking,
            EvaluationEvents events,
            JdbcClient database) {
        this.evaluations = evaluations;
        this.reading = reading;
        this.picking = picking;
        this.events = events;
        this.database = database;
    }

    /** @param choices what may be picked as evidence; only for the body itself */
    @Transactional
    public Marked mark(
            Scope scope, EvaluationId evaluation, EvaluatedId id, UUID index, MarkForm form, List<Evidence> choices) {
        var evaluated = reading.locked(scope, form.hand(), evaluation, id);
        var leaf = evaluations.tree(evaluation).leaf(index).orElseThrow(NotFound::new);
        if (!evaluated.state().lets(form.hand())
                || form.hand() == Hand.EXPERT && !evaluations.get(evaluation).asksExperts()) {
            return new Marked.Closed();
        }
        BigDecimal points = null;
        if (!form.notApplicable()) {
            switch (form.read(leaf.weight())) {
                case Points.Read.Refused refused -> {
                    return new Marked.Wrong("points", refused.reason());
                }
                case Points.Read.Given given -> points = given.points().value();
            }
        }
        var picked = choices.stream()
                .filter(one -> form.evidence().contains(one.key()))
                .toList();
        var wrong = wrong(form, picked);
        if (wrong != null) {
            return wrong;
        }
        if (write(evaluated, leaf, form, points) == 0) {
            return new Marked.Overtaken();
        }
        if (form.hand() == Hand.SELF) {
            picking.write(id, leaf, picked);
        }
        events.marked(
                scope.actor(), evaluated, leaf, new Mark(index, form.hand(), points, form.words(), form.version() + 1));
        return new Marked.Kept();
    }

    private static Marked.@Nullable Wrong wrong(MarkForm form, List<Evidence> picked) {
        if (form.words().length() > Mark.LONGEST) {
            return new Marked.Wrong("words", "evaluation.mark.words.long");
        }
        if (form.notApplicable() && form.words().isEmpty()) {
            return new Marked.Wrong("words", "evaluation.mark.words.why");
        }
        if (picked.size() > Evidence.MOST) {
            return new Marked.Wrong("evidence", "evaluation.mark.evidence.many");
        }
        return picked.stream()
                                .filter(one -> one.kind() == Evidence.Kind.DOCUMENT)
                                .count()
                        > 1
                ? new Marked.Wrong("evidence", "evaluation.mark.evidence.documents")
                : null;
    }

    private int write(Evaluated evaluated, Index index, MarkForm form, @Nullable BigDecimal points) {
        var sql = form.version() == 0 ? """
                insert into ledger.evaluation_mark (evaluated_id, index_id, full_mark, hand, mark, not_applicable, words)
                values (:evaluated, :index, :full, :hand, :mark::numeric, :none, :words) on conflict do nothing
                """ : """
                update ledger.evaluation_mark
                set mark = :mark::numeric, not_applicable = :none, words = :words, full_mark = :full, version = version + 1
                where evaluated_id = :evaluated and index_id = :index and hand = :hand and version = :version
                """;
        return database.sql(sql)
                .param("evaluated", evaluated.id().value())
                .param("index", index.id())
                .param("full", index.weight())
                .param("hand", form.hand().name())
                .param("mark", points)
                .param("none", form.notApplicable())
                .param("words", form.words())
                .param("version", form.version())
                .update();
    }
}
