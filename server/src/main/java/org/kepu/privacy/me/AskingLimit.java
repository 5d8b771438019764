package org.kepu.privacy.me;

import java.time.Duration;
import org.kepu.guard.Limit;

/** How often one account may ask the privacy desk: each request costs somebody there a written answer. */
enum AskingLimit implements Limit {
    REQUESTS_OF_ONE_PERSON;

    /** A right of the law is not refused because a counter is out of order. */
    @Override
    public Bound bound() {
        return new Bound(10, Duration.ofDays(1), true);
    }
}
