package org.kepu.guard;

import java.time.Duration;

/**
 * How often something may be done within a window before one has to wait until it is over. A module writes its limits
 * as an enum that can be read aloud; {@link PublicFormLimit} is one, the rules of sign-in are another.
 */
public interface Limit {

    /** Under which the counts are kept; of an enum, its constant. Unique among all limits. */
    String name();

    Bound bound();

    default int times() {
        return bound().times();
    }

    default Duration window() {
        return bound().window();
    }

    default boolean isOpenInDoubt() {
        return bound().openInDoubt();
    }

    /**
     * How often, within what time.
     *
     * @param openInDoubt whether the door stays open when nothing can be counted; of another, the failure is told as what it is
     */
    record Bound(int times, Duration window, boolean openInDoubt) {}
}
