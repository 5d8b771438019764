package org.kepu.indicator;

/** What is counted of a fact. Units are never mixed: 人次 are no persons. */
public enum Amount {
    /** Times that it happened: 场、次、期. */
    EVENTS,
    /** Attendances (人次): who comes twice counts twice. */
    ATTENDANCES,
    MINUTES,
    /** In fen. */
    MONEY,
    /** What the kind says, in the unit that the kind says. */
    QUANTITY;

    /** The key of its name on screen. */
    public String messageKey() {
        return "indicator.amount." + name();
    }
}
