package org.kepu.ledger.evaluation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.ImportReport;
import org.springframework.validation.Errors;

/** The indices of an evaluation as a page on which they are edited. */
public record IndicesView(Evaluation evaluation, IndexTree tree, Returned returned) {

    /**
     * What was sent and refused, or what came of an import.
     *
     * @param index the one that was changed; null for a new one
     * @param form as it was typed; null where nothing was
     */
    public record Returned(
            @Nullable UUID index,
            @Nullable IndexForm form,
            @Nullable Errors errors,
            @Nullable ImportReport report) {

        static final Returned NOTHING = new Returned(null, null, null, null);
    }

    public boolean isDraft() {
        return evaluation.state() == EvaluationState.DRAFT;
    }

    /** The form for an index, or for a new one: as it was typed, or as it stands. */
    public IndexForm form(@Nullable Index index) {
        var typed = returned.form();
        if (typed != null && isTyped(index)) {
            return typed;
        }
        return index == null ? IndexForm.empty() : IndexForm.of(index);
    }

    /** Whether the form of this index, or of a new one, was sent and refused. */
    public boolean isTyped(@Nullable Index index) {
        return returned.form() != null
                && (index == null ? returned.index() == null : index.id().equals(returned.index()));
    }

    public @Nullable Errors errors(@Nullable Index index) {
        return isTyped(index) ? returned.errors() : null;
    }
}
