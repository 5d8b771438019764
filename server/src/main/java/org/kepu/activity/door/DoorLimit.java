package org.kepu.activity.door;

import java.time.Duration;
import org.kepu.guard.Limit;

/** How many codes a link may show: as many as go through the doors of a large hall in a day; more is no door. */
enum DoorLimit implements Limit {
    //                 times, within, open in doubt
    SHOWN_BY_ONE_LINK(10_000, Duration.ofDays(1), true);

    private final Bound bound;

    DoorLimit(int times, Duration window, boolean openInDoubt) {
        this.bound = new Bound(times, window, openInDoubt);
    }

    @Override
    public Bound bound() {
        return bound;
    }
}
