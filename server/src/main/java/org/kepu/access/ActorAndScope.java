package org.kepu.access;

import java.security.Principal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.shared.Actor;
import org.kepu.shared.Desk;
import org.kepu.shared.May;
import org.kepu.shared.Scope;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers ask for the {@link Actor}, the {@link Desk} and, with {@link May}, the {@link Scope} of a right. Without a session
 * there is no actor, and the reader is asked to sign in; who holds the right nowhere is refused.
 */
@Component
class ActorAndScope implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final Set<Class<?>> ASKED = Set.of(Actor.class, Desk.class, Scope.class);

    private final Standing standing;

    ActorAndScope(Standing standing) {
        this.standing = standing;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return ASKED.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var actor = actor(request.getUserPrincipal());
        if (parameter.getParameterType() == Actor.class) {
            return actor;
        }
        if (parameter.getParameterType() == Desk.class) {
            return standing.desk(actor);
        }
        var may = parameter.getParameterAnnotation(May.class);
        if (may == null) {
            throw new IllegalStateException("a scope is for a right: write @May before it in " + parameter.getMethod());
        }
        var scope = standing.scope(actor, may.value());
        if (scope.isEmpty()) {
            throw new AccessDeniedException("no grant for " + may.value());
        }
        return scope;
    }

    static Actor actor(@Nullable Principal principal) {
        return principal instanceof Authentication proven && proven.getPrincipal() instanceof Acting other
                ? other.actor()
                : SignedIn.actor(principal);
    }
}
