package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.page.NotFound;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office edits the indices of an evaluation as long as it is not started. Of two who change the same index, the second is told. */
@Service
class EditingIndices {

    private final Evaluations evaluations;
    private final EvaluationEvents events;
    private final JdbcClient database;

    EditingIndices(Evaluations evaluations, EvaluationEvents events, JdbcClient database) {
        this.evaluations = evaluations;
        this.events = events;
        this.database = database;
    }

    /** What came of it. */
    enum Edited {
        SAVED,
        /** Another index has this number. */
        NUMBER_TAKEN,
        /** Somebody else has changed or removed it since it was read. */
        OVERTAKEN,
        /** The evaluation has begun. */
        STARTED
    }

    @Transactional
    public Edited add(Scope scope, EvaluationId id, IndexForm form) {
        var evaluation = evaluations.run(scope, id);
        if (!touch(id)) {
            return Edited.STARTED;
        }
        int added = database.sql("""
                        insert into ledger.evaluation_index (id, evaluation_id, number, title, weight, standard)
                        values (gen_random_uuid(), :evaluation, :number, :title, :weight, :standard)
                        on conflict on constraint evaluation_index_numbered_once do nothing
                        """)
                .param("evaluation", id.value())
                .param("number", form.number())
                .param("title", form.title())
                .param("weight", weight(form))
                .param("standard", form.standard())
                .update();
        if (added == 0) {
            return Edited.NUMBER_TAKEN;
        }
        tell(scope, evaluation, "evaluation.act.index-added", form.number(), null, form.title());
        return Edited.SAVED;
    }

    /** @throws NotFound if there is no such index in the evaluation */
    @Transactional
    public Edited change(Scope scope, EvaluationId id, UUID index, IndexForm form) {
        var evaluation = evaluations.run(scope, id);
        var before = find(id, index);
        if (!touch(id)) {
            return Edited.STARTED;
        }
        var other = evaluations.tree(id).find(form.number());
        if (other.isPresent() && !other.get().id().equals(index)) {
            return Edited.NUMBER_TAKEN;
        }
        int changed = database.sql("""
                        update ledger.evaluation_index
                        set number = :number, title = :title, weight = :weight, standard = :standard, version = version + 1
                        where id = :index and evaluation_id = :evaluation and version = :version
                        """)
                .param("index", index)
                .param("evaluation", id.value())
                .param("number", form.number())
                .param("title", form.title())
                .param("weight", weight(form))
                .param("standard", form.standard())
                .param("version", form.version())
                .update();
        if (changed == 0) {
            return Edited.OVERTAKEN;
        }
        tell(
                scope,
                evaluation,
                "evaluation.act.index-changed",
                form.number(),
                before.title() + " " + before.full(),
                form.title() + " " + form.weight());
        return Edited.SAVED;
    }

    /** @throws NotFound if there is no such index in the evaluation */
    @Transactional
    public Edited remove(Scope scope, EvaluationId id, UUID index, int version) {
        var evaluation = evaluations.run(scope, id);
        var before = find(id, index);
        if (!touch(id)) {
            return Edited.STARTED;
        }
        int removed = database.sql(
                        "delete from ledger.evaluation_index where id = :index and evaluation_id = :evaluation and version = :version")
                .param("index", index)
                .param("evaluation", id.value())
                .param("version", version)
                .update();
        if (removed == 0) {
            return Edited.OVERTAKEN;
        }
        tell(scope, evaluation, "evaluation.act.index-removed", before.number(), before.title(), null);
        return Edited.SAVED;
    }

    /** Counts a change of the tree and waits for others who are changing it; says no once the evaluation has begun. */
    boolean touch(EvaluationId id) {
        return database.sql("update ledger.evaluation set tree = tree + 1 where id = :id and state = 'DRAFT'")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private Index find(EvaluationId id, UUID index) {
        return evaluations.tree(id).indices().stream()
                .filter(one -> one.id().equals(index))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private void tell(
            Scope scope,
            Evaluation evaluation,
            String act,
            String number,
            @org.jspecify.annotations.Nullable String before,
            @org.jspecify.annotations.Nullable String after) {
        events.note(
                scope.actor(),
                evaluation,
                Act.of(act, "evaluation", evaluation.id(), evaluation.name())
                        .changed("evaluation.index", before, after),
                number + " " + (after == null ? before : after));
    }

    /** Only of a form that was checked. */
    private static BigDecimal weight(IndexForm form) {
        return form.points().orElseThrow();
    }
}
