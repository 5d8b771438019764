package org.kepu.ledger.supervision.problem;

import static org.kepu.ledger.supervision.problem.ProblemState.CLOSED;
import static org.kepu.ledger.supervision.problem.ProblemState.MENDED;
import static org.kepu.ledger.supervision.problem.ProblemState.OPEN;
import static org.kepu.ledger.supervision.problem.ProblemState.WITHDRAWN;

import org.kepu.shared.Right;

/** What may happen to a problem: from which state, to which, and the right of whoever does it. */
public enum ProblemAct {
    /** 报告整改情况 */
    MEND(OPEN, MENDED, Right.DO_TASKS),
    /** 退回继续整改, with a reason. */
    SEND_BACK(MENDED, OPEN, Right.RUN_LEDGER),
    /** 销号 */
    CLOSE(MENDED, CLOSED, Right.RUN_LEDGER),
    /** 撤销, with a reason. */
    WITHDRAW(OPEN, WITHDRAWN, Right.RUN_LEDGER);

    final ProblemState from;
    final ProblemState to;
    final Right right;

    ProblemAct(ProblemState from, ProblemState to, Right right) {
        this.from = from;
        this.to = to;
        this.right = right;
    }

    /** Whether it says why. */
    boolean hasReason() {
        return this == SEND_BACK || this == WITHDRAW;
    }

    /** The key of the act's name on screen and on the trail. */
    public String messageKey() {
        return "supervision.problem.act." + name();
    }
}
