package org.kepu.ledger.evaluation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One index being scored, as a page.
 *
 * @param self what the body gave itself, for those who score after it
 * @param evidence what the body points at
 * @param choices what may be picked; only for the body itself
 * @param open whether this hand may score now
 * @param clash what another has kept since it was read; null otherwise
 * @param field of the form that is wrong; or empty
 * @param reason the key of what is wrong with it; or empty
 */
public record MarkView(
        Evaluation evaluation,
        Evaluated evaluated,
        IndexTree tree,
        Index index,
        MarkForm form,
        Optional<Mark> self,
        List<Evidence> evidence,
        List<Evidence> choices,
        boolean open,
        @Nullable Mark clash,
        String field,
        String reason) {

    /** The address of the form. */
    public String path() {
        return path(index);
    }

    private String path(Index of) {
        return evaluated.path() + "/indices/" + of.id();
    }

    /** The titles from the first level down to this one. */
    public List<Index> above() {
        return tree.indices().stream()
                .filter(other -> index.number().startsWith(other.number() + "."))
                .toList();
    }

    /** The choices of one kind. */
    public List<Evidence> choices(Evidence.Kind kind) {
        return choices.stream().filter(one -> one.kind() == kind).toList();
    }

    public boolean isPicked(Evidence one) {
        return form.evidence().contains(one.key());
    }

    /** The key of what is wrong with a field; null if nothing is. */
    public @Nullable String wrong(String of) {
        return of.equals(field) ? reason : null;
    }

    /** How many scored indices there are, and the how manieth this one is. */
    public int place() {
        return tree.leaves().indexOf(index) + 1;
    }
}
