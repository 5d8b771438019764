package org.kepu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kepu.page.Reader;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets whoever chose to act in another's place do so, for the length of a request: asked of the database each time, kept
 * in no session.
 */
@Component
class InPlaceOf extends OncePerRequestFilter {

    private final Deputyships deputyships;

    InPlaceOf(Deputyships deputyships) {
        this.deputyships = deputyships;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/desk");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(Deputyships.CHOSEN) instanceof String entry
                && request.getUserPrincipal() instanceof Authentication proven
                && proven.getPrincipal() instanceof SignedIn self) {
            var represented = deputyships.holding(entry, self.actor().account());
            if (represented.isEmpty()) {
                session.removeAttribute(Deputyships.CHOSEN);
            } else {
                var other = represented.get();
                request.setAttribute(Reader.IN_PLACE_OF, other.name());
                SecurityContextHolder.setContext(new SecurityContextImpl(proven.toBuilder()
                        .principal(self.inPlaceOf(other.account()))
                        .build()));
            }
        }
        chain.doFilter(request, response);
    }
}
