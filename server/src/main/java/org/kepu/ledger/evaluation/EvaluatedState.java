package org.kepu.ledger.evaluation;

import org.kepu.page.Tone;

/** How far the evaluation of one body has come. */
public enum EvaluatedState {
    /** 待自评 */
    ASKED(Tone.WAITING),
    /** 待评定: the body has scored itself, or let its day pass. */
    SCORED(Tone.ACTIVE),
    /** 已告知结果: the body may object. */
    NOTIFIED(Tone.ACTIVE),
    /** 申诉中 */
    OBJECTED(Tone.WARN),
    /** 已确定 */
    SETTLED(Tone.GOOD);

    private final Tone tone;

    EvaluatedState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "evaluation.evaluated." + name();
    }

    /** Whether the body may know what the office and the experts think. */
    public boolean isTold() {
        return this == NOTIFIED || this == OBJECTED || this == SETTLED;
    }

    /** Whether this hand may score now. */
    public boolean lets(Hand hand) {
        return hand == Hand.SELF ? this == ASKED : this == SCORED || this == OBJECTED;
    }
}
