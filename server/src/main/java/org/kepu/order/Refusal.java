package org.kepu.order;

import java.util.Locale;

/** Why an order is not moved, or not taken in. */
public enum Refusal {
    /** Not by this hand. */
    NOT_YOURS,
    /** Not in this state. */
    NOT_NOW,
    /** It is closed, refused or cancelled. */
    OVER,
    /** Somebody else has moved it meanwhile. */
    OVERTAKEN,
    /** Another team was quicker. */
    TAKEN_BY_OTHERS,
    /** It is offered to all: who cannot come just does not take it. */
    NOT_ADDRESSED,
    /** The team has as many orders this week as it can serve. */
    FULL_WEEK,
    /** Both sides confirm a service, and this one has served it. */
    OWN_SERVICE,
    /** The agreed time has come. */
    BEGUN,
    /** Several teams of whoever takes it serve there. */
    WHICH_TEAM,
    /** So many press at this moment that nobody's turn came; nothing was done. */
    BUSY,
    WITHOUT_REASON,
    /** A telephone or identity number stands in words that others read. */
    TELLS_TOO_MUCH,
    BAD_TIME,
    BAD_OUTCOME,
    BAD_MARK,
    /** To whom it goes is not said, or there is no such body or team, or it does not serve there. */
    NOBODY,
    /** The same key came with another request. */
    KEY_USED_OTHERWISE;

    /** The key of the sentence on screen. */
    public String messageKey() {
        return "order.refused." + name();
    }

    /** What other systems read. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
