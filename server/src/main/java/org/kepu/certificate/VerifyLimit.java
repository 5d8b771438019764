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

    private final Bound bound;

    VerifyLimit(int times, Duration window, boolean openInDoubt) {
        this.bound = new Bound(times, window, openInDoubt);
    }

    @Override
    public Bound bound() {
        return bound;
    }
}
