package org.kepu.access;

import java.util.Collection;
import java.util.List;
import org.kepu.page.Reader;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

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
