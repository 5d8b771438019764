package org.kepu.ledger.supervision.note;

import org.kepu.page.Tone;

/** How far a note has come. */
public enum NoteState {
    /** 待签收 */
    ISSUED(Tone.WAITING),
    /** 办理中 */
    RECEIVED(Tone.ACTIVE),
    /** 已答复，待审核 */
    ANSWERED(Tone.ACTIVE),
    /** 答复已采纳，待销号 */
    ACCEPTED(Tone.GOOD),
    /** 已销号 */
    CLOSED(Tone.GOOD),
    /** 已上提: to the division above, or to the own leader. */
    ESCALATED(Tone.WARN),
    /** 已由另一份督办单代替 */
    SUPERSEDED(Tone.NEUTRAL);

    private final Tone tone;

    NoteState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "supervision.note.state." + name();
    }

    /** Whether the body's answer is awaited. An answer that was given in time stops the clock. */
    public boolean isAwaited() {
        return this == ISSUED || this == RECEIVED;
    }
}
