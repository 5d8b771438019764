package org.kepu.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ring as it is now. A changed file is noticed without a restart: it is looked at when keys are used, at most once a
 * second, and at once when a value names a key that is not known yet.
 */
final class Keys {

    private static final Logger log = LoggerFactory.getLogger(Keys.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final @Nullable KeyFile file;
    private final Clock clock;
    private volatile Seen seen;

    /** What was read, and from which state of the file. */
    private record Seen(KeyRing ring, String state, Instant at) {}

    private Keys(@Nullable KeyFile file, KeyRing ring, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.seen = new Seen(ring, file == null ? "" : file.state(), clock.instant());
    }

    /** Keys that are given with the environment and change with a restart only. */
    static Keys given(KeyRing ring, Clock clock) {
        return new Keys(null, ring, clock);
    }

    static Keys in(KeyFile file, Clock clock) {
        return new Keys(file, file.read(), clock);
    }

    KeyRing ring() {
        var last = seen;
        return file != null && !clock.instant().isBefore(last.at().plus(LOOK_AGAIN)) ? look(file, false) : last.ring();
    }

    RingKey sealing() {
        return ring().sealing(clock.instant());
    }

    Optional<RingKey> sealKey(String id) {
        var known = ring().sealKey(id);
        return known.isPresent() || file == null ? known : look(file, true).sealKey(id);
    }

    private synchronized KeyRing look(KeyFile where, boolean urgently) {
        var state = where.state();
        if (!urgently && state.equals(seen.state())) {
            seen = new Seen(seen.ring(), state, clock.instant());
            return seen.ring();
        }
        try {
            seen = new Seen(where.read(), state, clock.instant());
        } catch (KeyProblem problem) {
            log.error("the changed key file is not taken over: {}", problem.getMessage());
            seen = new Seen(seen.ring(), state, clock.instant());
        }
        return seen.ring();
    }
}
