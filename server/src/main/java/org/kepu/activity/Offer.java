package org.kepu.activity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A session as one may book it.
 *
 * @param released whether its quotas are for all by now
 * @param version one more each time that it is planned otherwise: what was decided by another does not hold
 */
public record Offer(Session session, Admission admission, boolean released, int version) {

    /** When what is left of the quotas is released to all. */
    public Instant releases() {
        return session.starts().minus(admission.releaseMinutes(), ChronoUnit.MINUTES);
    }

    /** Whether that should have been done by now. */
    public boolean isToRelease(Instant now) {
        return !released && !admission.quotas().isEmpty() && !now.isBefore(releases());
    }

    /** Whether seats are still kept for some. */
    public boolean keeps() {
        return !released && !admission.quotas().isEmpty();
    }
}
