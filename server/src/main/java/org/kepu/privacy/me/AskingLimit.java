package org.kepu.privacy.me;

import java.time.Duration;
import org.kepu.guard.Limit;

/** How often one account may ask the privacy desk: each request costs somebody there a written answer. */
enum AskingLimit implements Limit {
    REQUESTS_OF_ONE_PERSON;

    @Override
    public int times() {
        return 10;
    }

    @Override
    public Duration window() {
        return Duration.ofDays(1);
    }

    /** A right of the law is not refused because a counter is out of order. */
    @Override
    public boolean isOpenInDoubt() {
        return true;
    }
}
