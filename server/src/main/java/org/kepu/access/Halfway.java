package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.session.Session.Proof;

/**
 * Somebody whose first proof was right and from whom a second one is awaited. Not signed in: no page of the desk knows of
 * it.
 *
 * @param enrols whether a second factor is to be set up now, instead of being asked for
 */
record Halfway(UUID account, Proof first, boolean enrols, Instant since) implements Serializable {

    private static final String ATTRIBUTE = "kepu.halfway";
    private static final Duration LASTS = Duration.ofMinutes(10);

    static Optional<Halfway> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(ATTRIBUTE) instanceof Halfway one
                        && now.isBefore(one.since().plus(LASTS))
                ? Optional.of(one)
                : Optional.empty();
    }

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }
}
