package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The evaluation of one body as a page, for its own clerks and the office.
 *
 * @param own whether the reader may answer for the body
 * @param judges whether the reader's office evaluates it
 * @param lacking indices that still need a mark
 * @param act the act whose words were refused, if any were
 * @param words as they were typed
 * @param wrong the key of what is wrong with them; or empty
 */
public record EvaluatedView(
        Evaluation evaluation,
        String plan,
        Evaluated evaluated,
        IndexTree tree,
        List<Mark> marks,
        Map<UUID, List<Evidence>> picked,
        List<Notices.Notice> notices,
        List<Happened> history,
        boolean own,
        boolean judges,
        LocalDate today,
        List<Index> lacking,
        @Nullable EvaluatedAct act,
        String words,
        String wrong) {

    /** Whether the marks of this hand are for this reader now. */
    public boolean shows(Hand hand) {
        return switch (hand) {
            case SELF -> true;
            case OFFICE -> judges || evaluated.state().isTold();
            case EXPERT ->
                evaluation.asksExperts() && (judges || evaluated.state().isTold());
        };
    }

    /** Whether this reader may score with this hand now. */
    public boolean scores(Hand hand) {
        return evaluated.state().lets(hand)
                && (hand == Hand.SELF ? own : judges)
                && (hand != Hand.EXPERT || evaluation.asksExperts());
    }

    public Optional<Mark> mark(Index index, Hand hand) {
        return marks.stream()
                .filter(mark -> mark.hand() == hand && mark.index().equals(index.id()))
                .findFirst();
    }

    public List<Evidence> evidence(Index index) {
        return picked.getOrDefault(index.id(), List.of());
    }

    /** What counts; only where the marks of the office are shown. */
    public Score score() {
        return Score.of(tree, marks, evaluation.expertShare());
    }

    public Score selfScore() {
        return Score.ofSelf(tree, marks);
    }

    /** Whether this act can be taken by this reader now. */
    public boolean may(EvaluatedAct wanted) {
        if (evaluated.state() != wanted.from || !(wanted.right == org.kepu.shared.Right.DO_TASKS ? own : judges)) {
            return false;
        }
        return switch (wanted) {
            case OBJECT -> evaluated.mayObjectOn(today);
            case SETTLE -> !evaluated.mayObjectOn(today);
            case PROCEED -> evaluated.isLate(today);
            case SUBMIT, SEND_BACK, NOTIFY, AGREE, DECIDE -> true;
        };
    }

    /** What was typed for an act that was refused. */
    public String typed(EvaluatedAct wanted) {
        return wanted == act ? words : "";
    }

    /** The key of what is wrong with it; null if nothing is. */
    public @Nullable String wrong(EvaluatedAct wanted) {
        return wanted == act && !wrong.isEmpty() ? wrong : null;
    }
}
