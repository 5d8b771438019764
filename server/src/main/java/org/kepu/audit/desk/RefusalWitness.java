package org.kepu.audit.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Acting;
import org.springframework.core.Ordered;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Sees each access that a page refuses for want of a right, and leaves the answer to others. */
@Component
class RefusalWitness implements HandlerExceptionResolver, Ordered {

    private final Acting acting;
    private final RefusedAccesses refused;

    RefusalWitness(Acting acting, RefusedAccesses refused) {
        this.acting = acting;
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
            acting.of(request.getUserPrincipal())
                    .ifPresent(who -> refused.record(who, request.getMethod(), request.getRequestURI()));
        }
        return null;
    }
}
