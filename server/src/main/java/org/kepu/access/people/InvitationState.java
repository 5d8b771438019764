package org.kepu.access.people;

import org.kepu.page.Tone;

/** How it stands with an invitation. */
public enum InvitationState {
    OPEN(Tone.WAITING),
    LAPSED(Tone.WARN),
    ACCEPTED(Tone.GOOD),
    WITHDRAWN(Tone.NEUTRAL);

    private final Tone tone;

    InvitationState(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    /** The key of the state's name on screen. */
    public String messageKey() {
        return "access.invite.state." + name();
    }

    /** Whether it can be sent once more. */
    public boolean renewable() {
        return this != ACCEPTED;
    }

    /** Whether it can be withdrawn. */
    public boolean pending() {
        return this == OPEN || this == LAPSED;
    }
}
