package org.kepu.activity.door;

import org.kepu.page.Tone;

/** What a code that is shown at a door is answered. */
public enum Answer {
    NEW(Tone.GOOD),
    /** Its holder is there: shown before, here or at another door. */
    ALREADY(Tone.WARN),
    /** It has no seat: it waits, is to be drawn, or did not take what was offered. */
    WAITING(Tone.WARN),
    CANCELLED(Tone.BAD),
    OTHER_SESSION(Tone.BAD),
    UNKNOWN(Tone.BAD);

    private final Tone tone;

    Answer(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the sentence on screen. */
    public String messageKey() {
        return "door.answer." + name();
    }
}
