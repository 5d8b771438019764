package org.kepu.access;

import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.page.Reader;
import org.kepu.shared.Actor;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** The principal of a session: the account that proved its password. */
final class SignedIn implements UserDetails, CredentialsContainer, Reader {

    private final Actor actor;
    private final String account;
    private String passwordHash;

    SignedIn(Actor actor, String account, String passwordHash) {
        this.actor = actor;
        this.account = account;
        this.passwordHash = passwordHash;
    }

    Actor actor() {
        return actor;
    }

    /** The same person, acting in another's place. */
    SignedIn inPlaceOf(UUID other) {
        return new SignedIn(actor.inPlaceOf(other), account, passwordHash);
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
                .map(one -> one.actor().from(address(session)))
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("no session"));
    }

    private static String address(@Nullable Principal session) {
        return session instanceof Authentication proven
                        && proven.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "";
    }

    @Override
    public String displayName() {
        return actor.name();
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return account;
    }

    /** The same person, whichever session. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SignedIn one && one.actor.account().equals(actor.account());
    }

    @Override
    public int hashCode() {
        return actor.account().hashCode();
    }

    /** A session holds no hash. */
    @Override
    public void eraseCredentials() {
        passwordHash = "";
    }
}
