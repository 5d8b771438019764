package org.kepu.ledger.evaluation;

import static org.kepu.ledger.evaluation.EvaluationState.CLOSED;
import static org.kepu.ledger.evaluation.EvaluationState.DRAFT;
import static org.kepu.ledger.evaluation.EvaluationState.OPEN;

/** What may happen to an evaluation: from which state, to which. All of it is done by the office. */
public enum EvaluationAct {
    /** 启动: the indices are frozen, and the bodies asked. */
    START(DRAFT, OPEN),
    /** 办结: once all results are settled. */
    CLOSE(OPEN, CLOSED);

    final EvaluationState from;
    final EvaluationState to;

    EvaluationAct(EvaluationState from, EvaluationState to) {
        this.from = from;
        this.to = to;
    }

    /** The key of the act's name on screen and on the trail. */
    public String messageKey() {
        return "evaluation.act." + name();
    }
}
