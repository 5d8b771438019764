package org.kepu.ledger.round;

import static org.kepu.ledger.round.SheetState.ACCEPTED;
import static org.kepu.ledger.round.SheetState.ASKED;
import static org.kepu.ledger.round.SheetState.SENT_BACK;
import static org.kepu.ledger.round.SheetState.SUBMITTED;

/** What may happen to a sheet: from which state, and to which. The first three are the body's, the others the office's. */
public enum SheetAct {
    /** 提交 */
    SUBMIT(ASKED, SUBMITTED),
    /** 修改后提交 */
    SUBMIT_AGAIN(SENT_BACK, SUBMITTED),
    /** 撤回: as long as the due day is not over and nobody has said anything of it. */
    WITHDRAW(SUBMITTED, ASKED),
    /** 退回修改, with reasons by line. */
    SEND_BACK(SUBMITTED, SENT_BACK),
    /** 审核通过 */
    ACCEPT(SUBMITTED, ACCEPTED);

    final SheetState from;
    final SheetState to;

    SheetAct(SheetState from, SheetState to) {
        this.from = from;
        this.to = to;
    }

    /** The key of the act's name on screen and on the trail. */
    public String messageKey() {
        return "round.act." + name();
    }
}
