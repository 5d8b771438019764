package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.session.Sessions;
import org.kepu.shared.Actor;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Recognises whoever comes back. The browser's session holds the number of a sign-in and nothing else of it; who that is,
 * and whether it still holds, is read from the database.
 */
@Component
class OpenSessions implements SecurityContextRepository {

    private static final String SIGN_IN = "kepu.sign-in";

    private final Sessions sessions;

    OpenSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("deprecation") // asked for by the interface
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Nothing of a context is kept: the {@link Entrance} opens sessions. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // a context is made anew for each request
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return number(request).isPresent();
    }

    static void keep(HttpServletRequest request, UUID session) {
        request.getSession().setAttribute(SIGN_IN, session.toString());
    }

    Optional<SignedIn> recognise(HttpServletRequest request) {
        return number(request).flatMap(sessions::holder).map(holder -> {
            var actor = new Actor(holder.account(), holder.kind(), holder.name(), null, request.getRemoteAddr());
            return new SignedIn(actor, holder.session());
        });
    }

    private SecurityContext context(HttpServletRequest request) {
        return recognise(request)
                .<SecurityContext>map(one -> new SecurityContextImpl(one.asAuthentication()))
                .orElseGet(SecurityContextImpl::new);
    }

    private static Optional<UUID> number(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(SIGN_IN) instanceof String number
                ? Optional.of(UUID.fromString(number))
                : Optional.empty();
    }
}
