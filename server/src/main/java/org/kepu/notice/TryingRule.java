package org.kepu.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often a message is tried: the pauses after each try, and then it is given up. */
enum TryingRule {
    /** A code or link, which is of no use hours later. */
    SECRET(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10)),
    /** Anything else: over about a day. */
    PLAIN(
            Duration.ofSeconds(5),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(20));

    private final List<Duration> pauses;

    TryingRule(Duration... pauses) {
        this.pauses = List.of(pauses);
    }

    static TryingRule of(boolean secret) {
        return secret ? SECRET : PLAIN;
    }

    boolean allows(int tries) {
        return tries <= pauses.size() + 1;
    }

    /** How long to wait after so many tries; empty when it is enough. */
    Optional<Duration> pauseAfter(int tries) {
        return tries <= pauses.size() ? Optional.of(pauses.get(tries - 1)) : Optional.empty();
    }
}
