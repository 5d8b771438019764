package org.kepu.access;

import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.SessionHolder;
import org.kepu.page.Reader;
import org.kepu.shared.Actor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * Whoever is signed in, for the length of one request: read from the session's row each time, so that nothing of it grows
 * old.
 */
record SignedIn(Actor actor, UUID session) implements SessionHolder, Reader {

    /** The same person, acting in another's place. */
    SignedIn inPlaceOf(UUID other) {
        return new SignedIn(actor.inPlaceOf(other), session);
    }

    /** Whoever is signed in, if somebody is. */
    static Optional<SignedIn> of(@Nullable Principal session) {
        return session instanceof Authentication proven && proven.getPrincipal() instanceof SignedIn one
                ? Optional.of(one)
                : Optional.empty();
    }

    /**
     * Who acts in this request, and from where.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     */
    static Actor actor(@Nullable Principal session) {
        return of(session)
                .map(SignedIn::actor)
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("no session"));
    }

    Authentication asAuthentication() {
        return UsernamePasswordAuthenticationToken.authenticated(this, null, List.of());
    }

    boolean isStaff() {
        return actor.kind() == Actor.Kind.STAFF;
    }

    @Override
    public String displayName() {
        return actor.name();
    }

    @Override
    public String toString() {
        return "SignedIn[" + actor + "]";
    }
}
