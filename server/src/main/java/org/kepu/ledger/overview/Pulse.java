package org.kepu.ledger.overview;

import org.kepu.indicator.target.TargetCard;
import org.kepu.page.Tone;

/** How a leader reads where a target stands. */
public enum Pulse {
    ON_TRACK(Tone.GOOD),
    BEHIND(Tone.WARN),
    NO_DATA(Tone.NEUTRAL);

    private final Tone tone;

    Pulse(Tone tone) {
        this.tone = tone;
    }

    public Tone tone() {
        return tone;
    }

    public String messageKey() {
        return "overview.pulse." + name();
    }

    /** What is only striven for is behind nothing; without a value nothing is said of it. */
    static Pulse of(TargetCard card) {
        return switch (card.state()) {
            case REACHED, ON_PACE, UNDER_WAY -> ON_TRACK;
            case BEHIND, MISSED -> Pulse.BEHIND;
            case NO_VALUE, NOT_RECORDED -> NO_DATA;
            case STRIVEN_FOR -> card.hasValue() ? ON_TRACK : NO_DATA;
        };
    }
}
