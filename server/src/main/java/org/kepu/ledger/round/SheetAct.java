package org.kepu.ledger.round;

import static org.kepu.ledger.round.SheetState.ACCEPTED;
import static org.kepu.ledger.round.SheetState.ASKED;
import static org.kepu.ledger.round.SheetState.SENT_BACK;
import static org.kepu.ledger.round.SheetState.SUBMITTED;

import org.kepu.shared.Right;

/** What may happen to a sheet: from which state, to which, and the right of whoever does it. */
public enum SheetAct {
    /** 提交 */
    SUBMIT(ASKED, SUBMITTED, Right.DO_TASKS),
    /** 修改后提交 */
    SUBMIT_AGAIN(SENT_BACK, SUBMITTED, Right.DO_TASKS),
    /** 撤回: as long as the due day is not over and nobody has said anything of it. */
    WITHDRAW(SUBMITTED, ASKED, Right.DO_TASKS),
    /** 退回修改, with reasons by line. */
    SEND_BACK(SUBMITTED, SENT_BACK, Right.RUN_LEDGER),
    /** 审核通过 */
    ACCEPT(SUBMITTED, ACCEPTED, Right.RUN_LEDGER);

    final SheetState from;
    final SheetState to;
    final Right right;

    SheetAct(SheetState from, SheetState to, Right right) {
        this.from = from;
        this.to = to;
        this.right = right;
    }

    /** The key of the act's name on screen and on the trail. */
    public String messageKey() {
        return "round.act." + name();
    }
}
