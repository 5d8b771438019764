package org.kepu.activity.booking;

import java.time.Duration;
import org.kepu.guard.Limit;

/** How often codes of bookings may be tried that there are not. A million bookings in a million million codes: no one is found by chance. */
enum BookingLimit implements Limit {
    //                            times, within, open in doubt
    WRONG_CODES_FROM_ONE_ADDRESS(30, Duration.ofHours(1), false);

    private final int times;
    private final Duration window;
    private final boolean openInDoubt;

    BookingLimit(int times, Duration window, boolean openInDoubt) {
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
