package org.kepu.ledger.round;

import org.kepu.page.Tone;

/** How far a sheet has come. */
public enum SheetState {
    /** 待填报 */
    ASKED(Tone.WAITING),
    /** 已提交 */
    SUBMITTED(Tone.ACTIVE),
    /** 退回修改 */
    SENT_BACK(Tone.WARN),
    /** 已通过 */
    ACCEPTED(Tone.GOOD);

    private final Tone tone;

    SheetState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "round.state." + name();
    }

    /** Whether the body may write on it. */
    public boolean isOpen() {
        return this == ASKED || this == SENT_BACK;
    }
}
