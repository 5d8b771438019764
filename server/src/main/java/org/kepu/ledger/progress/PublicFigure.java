package org.kepu.ledger.progress;

import org.kepu.indicator.target.TargetCard;
import org.kepu.page.Tone;

/** The figure of a target for everybody: what is asked, what is there, and how it was counted. Whether a body is behind is no part of it. */
public record PublicFigure(TargetCard card) {

    /** Whether the target is reached, for the words beside its number. */
    public boolean isReached() {
        return card.state() == TargetCard.State.REACHED;
    }

    public Tone tone() {
        return isReached() ? Tone.GOOD : card.hasValue() ? Tone.ACTIVE : Tone.NEUTRAL;
    }

    public String messageKey() {
        return "progress.figure." + (isReached() ? "REACHED" : card.hasValue() ? "UNDER_WAY" : "NOT_YET");
    }
}
