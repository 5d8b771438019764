package org.kepu.access.people;

import org.kepu.page.Tone;

/** How it stands with an account. */
public enum AccountState {
    OPEN(Tone.GOOD),
    INVITED(Tone.WAITING),
    /** Invited, and the link has run out. */
    LAPSED(Tone.WARN),
    CLOSED(Tone.NEUTRAL);

    private final Tone tone;

    AccountState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "access.people.state." + name();
    }
}
