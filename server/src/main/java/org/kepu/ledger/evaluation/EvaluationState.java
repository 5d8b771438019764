package org.kepu.ledger.evaluation;

import org.kepu.page.Tone;

/** How far an evaluation has come. */
public enum EvaluationState {
    /** 编制中: the indices may still be changed. */
    DRAFT(Tone.WAITING),
    /** 进行中 */
    OPEN(Tone.ACTIVE),
    /** 已办结 */
    CLOSED(Tone.GOOD);

    private final Tone tone;

    EvaluationState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "evaluation.state." + name();
    }
}
