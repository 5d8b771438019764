package org.kepu.people.hours;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** From a moment to a later one. */
public record Span(Instant from, Instant to) {

    public Span {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("it ends after it begins");
        }
    }

    /** What lies in both; empty where they only touch. */
    Optional<Span> within(Span other) {
        var begin = from.isAfter(other.from) ? from : other.from;
        var end = to.isBefore(other.to) ? to : other.to;
        return end.isAfter(begin) ? Optional.of(new Span(begin, end)) : Optional.empty();
    }

    Duration length() {
        return Duration.between(from, to);
    }
}
