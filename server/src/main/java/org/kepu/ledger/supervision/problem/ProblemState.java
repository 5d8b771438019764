package org.kepu.ledger.supervision.problem;

import org.kepu.page.Tone;

/** How far a problem has come. */
public enum ProblemState {
    /** 整改中 */
    OPEN(Tone.ACTIVE),
    /** 已整改，待核销 */
    MENDED(Tone.WAITING),
    /** 已销号 */
    CLOSED(Tone.GOOD),
    /** 已撤销: it was none. */
    WITHDRAWN(Tone.NEUTRAL);

    private final Tone tone;

    ProblemState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "supervision.problem.state." + name();
    }
}
