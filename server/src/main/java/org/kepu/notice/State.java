package org.kepu.notice;

import org.kepu.page.Tone;

/** How a message stands. */
enum State {
    QUEUED(Tone.WAITING),
    SENDING(Tone.ACTIVE),
    SENT(Tone.GOOD),
    /** Given up, after as many tries as {@link TryingRule} allows, or at once where trying again is no use. */
    FAILED(Tone.BAD),
    /** Its channel has no sender: it can be read in the outbox, and goes nowhere. */
    SHOWN(Tone.NEUTRAL);

    private final Tone tone;

    State(Tone tone) {
        this.tone = tone;
    }

    Tone tone() {
        return tone;
    }

    String messageKey() {
        return "notice.state." + name();
    }
}
