package org.kepu.ledger.evaluation;

import static org.kepu.ledger.evaluation.EvaluatedState.ASKED;
import static org.kepu.ledger.evaluation.EvaluatedState.NOTIFIED;
import static org.kepu.ledger.evaluation.EvaluatedState.OBJECTED;
import static org.kepu.ledger.evaluation.EvaluatedState.SCORED;
import static org.kepu.ledger.evaluation.EvaluatedState.SETTLED;

import org.kepu.shared.Right;

/** What may happen to the evaluation of one body: from which state, to which, and the right of whoever does it. */
public enum EvaluatedAct {
    /** 提交自评: every index has a mark or a reason why not. */
    SUBMIT(ASKED, SCORED, Right.DO_TASKS),
    /** 逾期未自评，直接评定. */
    PROCEED(ASKED, SCORED, Right.RUN_LEDGER),
    /** 退回补充, with a reason and a new day. */
    SEND_BACK(SCORED, ASKED, Right.RUN_LEDGER),
    /** 告知结果: the office has scored every index. */
    NOTIFY(SCORED, NOTIFIED, Right.RUN_LEDGER),
    /** 认可结果 */
    AGREE(NOTIFIED, SETTLED, Right.DO_TASKS),
    /** 申诉, within its term. */
    OBJECT(NOTIFIED, OBJECTED, Right.DO_TASKS),
    /** 期满未申诉，结果确定. */
    SETTLE(NOTIFIED, SETTLED, Right.RUN_LEDGER),
    /** 答复申诉, with reasons; the marks may have been changed before. */
    DECIDE(OBJECTED, SETTLED, Right.RUN_LEDGER);

    final EvaluatedState from;
    final EvaluatedState to;
    final Right right;

    EvaluatedAct(EvaluatedState from, EvaluatedState to, Right right) {
        this.from = from;
        this.to = to;
        this.right = right;
    }

    /** Whether it is taken with words: a reason, an objection, an answer. */
    public boolean needsWords() {
        return this == SEND_BACK || this == OBJECT || this == DECIDE;
    }

    /** Whether it is what is usually done in its state. */
    public boolean isUsual() {
        return this == SUBMIT || this == NOTIFY || this == AGREE || this == SETTLE || this == DECIDE;
    }

    /** The key of the act's name on screen and on the trail. */
    public String messageKey() {
        return "evaluation.act." + name();
    }
}
