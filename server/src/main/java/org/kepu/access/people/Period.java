package org.kepu.access.people;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something holds, first and last included, as a clerk writes them.
 *
 * @param until no last day: until it is taken back
 */
record Period(LocalDate from, @Nullable LocalDate until) {

    /** From today it holds at once, from another day at midnight. */
    Instant start(Clock clock) {
        return from.equals(LocalDate.now(clock))
                ? clock.instant()
                : from.atStartOfDay(clock.getZone()).toInstant();
    }

    /** The midnight after the last day. */
    Optional<Instant> end(Clock clock) {
        return Optional.ofNullable(until)
                .map(day -> day.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    boolean isOver() {
        return until != null && until.isBefore(from);
    }
}
