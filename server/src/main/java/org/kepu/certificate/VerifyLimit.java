package org.kepu.certificate;

import java.time.Duration;
import org.kepu.guard.Limit;

/**
 * How often codes of certificates may be tried that there are not. With 80 bits none is found by chance; an office with
 * a heap of papers mistypes some.
 */
enum VerifyLimit implements Limit {
    //                           times, within, open in doubt
    WRONG_CODES_OF_CERTIFICATES(30, Duration.ofHours(1), false);

    private final int times;
    private final Duration window;
    private final boolean openInDoubt;

    VerifyLimit(int times, Duration window, boolean openInDoubt) {
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
