package org.kepu.audit.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.WhoActs;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Sees each access that a page refuses for want of a right, and leaves the answer to others. */
@Component
class RefusalWitness implements HandlerExceptionResolver, Ordered {

    private final WhoActs sessions;
    private final RefusedAccesses refused;

    RefusalWitness(WhoActs sessions, RefusedAccesses refused) {
        this.sessions = sessions;
        this.refused = refused;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception fault) {
        if (fault instanceof AccessDeniedException) {
            sessions.of(request.getUserPrincipal())
                    .ifPresent(who -> refused.record(who, request.getMethod(), request.getRequestURI()));
        }
        return null;
    }
}
