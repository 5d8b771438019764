package org.kepu.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in that holds.
 *
 * @param second the second factor, if one was given
 * @param address where it was opened from
 * @param device the browser and system it was opened with, in a few words
 * @param seen when it was last used, to the minute
 * @param proved when its holder last proved to be the owner of the account
 */
public record Session(
        UUID id,
        UUID account,
        Proof proof,
        @Nullable Second second,
        String address,
        String device,
        Instant opened,
        Instant seen,
        Instant proved) {

    /** Nobody did anything for so long: over. */
    public static final Duration IDLE = Duration.ofMinutes(60);

    /** Over whatever one does. */
    public static final Duration LONGEST = Duration.ofHours(12);

    /** How long after a proof one may do what is delicate without another. */
    public static final Duration FRESH = Duration.ofMinutes(15);

    /** How sign-in began. */
    public enum Proof {
        PASSWORD,
        /** By another sign-in provider. */
        PROVIDER,
        /** By passkey, which is two factors at once: the device, and its owner's finger or number. */
        PASSKEY,
        /** By a code sent to a telephone number or mail address; citizens only. */
        MESSAGE;

        public String messageKey() {
            return "access.session.proof." + name();
        }
    }

    /** What was given beside it. */
    public enum Second {
        CODE,
        PASSKEY,
        RECOVERY_CODE;

        public String messageKey() {
            return "access.session.second." + name();
        }
    }
}
