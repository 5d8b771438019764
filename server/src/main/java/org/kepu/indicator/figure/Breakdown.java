package org.kepu.indicator.figure;

/** How a figure is broken down. */
public enum Breakdown {
    NONE,
    /** By the divisions directly below. */
    REGION,
    MONTH,
    AUDIENCE,
    PLACE;

    /** The key of its name on screen. */
    public String messageKey() {
        return "indicator.by." + name();
    }
}
