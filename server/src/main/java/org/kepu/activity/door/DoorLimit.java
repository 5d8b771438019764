package org.kepu.activity.door;

import java.time.Duration;
import org.kepu.guard.Limit;

/** How many codes a link may show: as many as go through the doors of a large hall in a day; more is no door. */
enum DoorLimit implements Limit {
    //                 times, within, open in doubt
    SHOWN_BY_ONE_LINK(10_000, Duration.ofDays(1), true);

    private final int times;
    private final Duration window;
    private final boolean openInDoubt;

    DoorLimit(int times, Duration window, boolean openInDoubt) {
        this.times = times;
        this.window = window;
        this.openInDoubt = openInDoubt;
    }

    @Override
    public int times() {
        return times;
    }

    @Override
    public Duration window() {
        return window;
    }

    @Override
    public boolean isOpenInDoubt() {
        return openInDoubt;
    }
}
