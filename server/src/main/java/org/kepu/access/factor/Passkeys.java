package org.kepu.access.factor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.SessionHolder;
import org.kepu.page.SiteAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (W3C Web Authentication): added by their owners, and used to sign in. The device asks for its owner's finger,
 * face or number each time, so that a passkey is two factors at once; what comes without is refused.
 */
@Service
public class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);

    private final Factors factors;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();
    private final SingletonSupplier<WebAuthnRelyingPartyOperations> ceremonies;

    Passkeys(PasskeyStore keys, Factors factors, SiteAddress site) {
        this.factors = factors;
        this.ceremonies = SingletonSupplier.of(() -> ceremonies(keys, site));
    }

    private static WebAuthnRelyingPartyOperations ceremonies(PasskeyStore keys, SiteAddress site) {
        var here = PublicKeyCredentialRpEntity.builder()
                .id(site.root().getHost())
                .name(site.root().getHost())
                .build();
        var ceremonies = new Webauthn4JRelyingPartyOperations(
                keys, keys, here, Set.of(site.root().toString()));
        ceremonies.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        ceremonies.setCustomizeRequestOptions(options ->
                options.userVerification(UserVerificationRequirement.REQUIRED).allowCredentials(List.of()));
        return ceremonies;
    }

    /** What a device is asked when a passkey is made for this account. */
    public PublicKeyCredentialCreationOptions making(UUID account) {
        return ceremonies
                .obtain()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(
                        UsernamePasswordAuthenticationToken.authenticated(account.toString(), null, List.of())));
    }

    /** What a device is asked when somebody signs in. */
    public PublicKeyCredentialRequestOptions asking() {
        return ceremonies
                .obtain()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** As the browser's own words for it. */
    public String written(Object options) {
        return json.writeValueAsString(options);
    }

    /** Adds the passkey that a device made as it was asked; nothing else is added. */
    @Transactional
    public boolean add(SessionHolder owner, PublicKeyCredentialCreationOptions asked, String name, String answer) {
        try {
            var made = json.readValue(
                    answer, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            if (!PasskeyStore.account(asked.getUser().getId())
                    .equals(owner.actor().account())) {
                return false;
            }
            ceremonies
                    .obtain()
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(asked, new RelyingPartyPublicKey(made, name)));
        } catch (RuntimeException refused) {
            note(refused);
            return false;
        }
        factors.changed(owner, "access.act.factor-added", null, Factor.Kind.PASSKEY);
        return true;
    }

    /** Whose passkey it is that answered as it was asked. */
    @Transactional
    public Optional<UUID> prove(@Nullable PublicKeyCredentialRequestOptions asked, String answer) {
        if (asked == null) {
            return Optional.empty();
        }
        try {
            var shown =
                    json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var owner = ceremonies.obtain().authenticate(new RelyingPartyAuthenticationRequest(asked, shown));
            return Optional.of(PasskeyStore.account(owner.getId()));
        } catch (RuntimeException refused) {
            note(refused);
            return Optional.empty();
        }
    }

    /** Whatever a browser sends, the answer is the same; what was wrong is for the operator, without what was sent. */
    private static void note(RuntimeException refused) {
        log.info("a passkey was refused: {}", refused.getClass().getSimpleName());
    }
}
