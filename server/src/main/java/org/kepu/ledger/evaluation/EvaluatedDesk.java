package org.kepu.ledger.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.shared.Desk;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;

/** Puts together what the pages of one evaluated body show: to its own clerks, and to the office. */
@Service
class EvaluatedDesk {

    private final Evaluations evaluations;
    private final ReadingEvaluated reading;
    private final PickingEvidence picking;
    private final Notices notices;
    private final EvaluationEvents events;
    private final Plans plans;
    private final Clock clock;

    EvaluatedDesk(
            Evaluations evaluations,
            ReadingEvaluated reading,
            PickingEvidence picking,
            Notices notices,
            EvaluationEvents events,
            Plans plans,
            Clock clock) {
        this.evaluations = evaluations;
        this.reading = reading;
        this.picking = picking;
        this.notices = notices;
        this.events = events;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * What was sent and refused.
     *
     * @param act the act; null where nothing was refused
     */
    record Returned(List<Index> lacking, @Nullable EvaluatedAct act, String words, String wrong) {
        static final Returned NOTHING = new Returned(List.of(), null, "", "");
    }

    /** A mark that was sent and refused. */
    record Refused(@Nullable MarkForm form, boolean clash, String field, String reason) {
        static final Refused NOTHING = new Refused(null, false, "", "");
    }

    /** @throws NotFound if it is neither the reader's own nor evaluated by the reader's office */
    EvaluatedView view(Scope scope, Desk desk, EvaluationId evaluationId, EvaluatedId id, Returned returned) {
        var own = reading.own(scope, evaluationId, id);
        var judged = reading.judged(desk.scope(Right.RUN_LEDGER), evaluationId, id);
        var evaluated = own.or(() -> judged).orElseThrow(NotFound::new);
        var evaluation = evaluations.get(evaluationId);
        return new EvaluatedView(
                evaluation,
                plans.find(evaluation.plan()).map(Plan::title).orElse(""),
                evaluated,
                evaluations.tree(evaluationId),
                reading.marks(id),
                picking.picked(id),
                notices.of(id),
                events.of(id),
                own.isPresent(),
                judged.isPresent(),
                Today.by(clock),
                returned.lacking(),
                returned.act(),
                returned.words(),
                returned.wrong());
    }

    /** @throws NotFound if this hand is not the reader's, or there is no such index to be scored */
    MarkView mark(
            Scope scope, Desk desk, EvaluationId evaluationId, EvaluatedId id, UUID index, Hand hand, Refused refused) {
        var evaluated = (hand == Hand.SELF
                        ? reading.own(scope, evaluationId, id)
                        : reading.judged(desk.scope(Right.RUN_LEDGER), evaluationId, id))
                .orElseThrow(NotFound::new);
        var evaluation = evaluations.get(evaluationId);
        var tree = evaluations.tree(evaluationId);
        var leaf = tree.leaf(index).orElseThrow(NotFound::new);
        var marks = reading.marks(id);
        var picked = picking.picked(id).getOrDefault(index, List.of());
        var mine = of(marks, leaf, hand);
        boolean open = evaluated.state().lets(hand) && (hand != Hand.EXPERT || evaluation.asksExperts());
        var typed = refused.form();
        var form = typed == null
                ? MarkForm.of(hand, mine, picked)
                : refused.clash() && mine != null ? typed.over(mine) : typed;
        return new MarkView(
                evaluation,
                evaluated,
                tree,
                leaf,
                form,
                Optional.ofNullable(of(marks, leaf, Hand.SELF)),
                picked,
                open && hand == Hand.SELF ? choices(desk, evaluation, evaluated, picked) : List.of(),
                open,
                refused.clash() ? mine : null,
                refused.field(),
                refused.reason());
    }

    /** What may be picked as evidence of one's own body. */
    List<Evidence> choices(Scope scope, Desk desk, EvaluationId evaluationId, EvaluatedId id, UUID index) {
        var evaluated = reading.own(scope, evaluationId, id).orElseThrow(NotFound::new);
        return choices(
                desk,
                evaluations.get(evaluationId),
                evaluated,
                picking.picked(id).getOrDefault(index, List.of()));
    }

    /** The index that is scored after this one. */
    Optional<Index> after(Scope scope, EvaluationId evaluationId, UUID index) {
        scope.demands(Right.DO_TASKS);
        var tree = evaluations.tree(evaluationId);
        return tree.leaf(index).flatMap(tree::after);
    }

    /** What there is now, and what was picked earlier and is no longer there. */
    private List<Evidence> choices(Desk desk, Evaluation evaluation, Evaluated evaluated, List<Evidence> picked) {
        var there = picking.choices(desk.scope(Right.READ_FIGURES), evaluation, evaluated);
        var keys = there.stream().map(Evidence::key).toList();
        return Stream.concat(there.stream(), picked.stream().filter(one -> !keys.contains(one.key())))
                .toList();
    }

    private static @Nullable Mark of(List<Mark> marks, Index index, Hand hand) {
        return marks.stream()
                .filter(mark -> mark.hand() == hand && mark.index().equals(index.id()))
                .findFirst()
                .orElse(null);
    }
}
