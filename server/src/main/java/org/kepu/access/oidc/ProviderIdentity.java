package org.kepu.access.oidc;

import java.io.Serializable;

/**
 * Somebody as another sign-in provider knows them (OpenID Connect Core § 2: issuer and subject together never change
 * and are never given to somebody else; a mail address may be).
 */
public record ProviderIdentity(String issuer, String subject) implements Serializable {

    @Override
    public String toString() {
        return "ProviderIdentity[" + issuer + "]";
    }
}
