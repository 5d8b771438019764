package org.kepu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.kepu.access.oidc.ProviderIdentities;
import org.kepu.access.oidc.ProviderIdentity;
import org.kepu.access.session.Session.Proof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Sign-in by other providers (OpenID Connect), where settings {@code spring.security.oauth2.client.*} name some. State,
 * nonce and PKCE are checked by Spring Security. What comes out is an identity, which is looked up, never a new account.
 */
@Component
class ProviderGate {

    static final String NEW_IDENTITY = "kepu.new-identity";

    private static final Logger log = LoggerFactory.getLogger(ProviderGate.class);
    private static final String START = "/oauth2/authorization";

    private final ObjectProvider<ClientRegistrationRepository> clients;
    private final ProviderIdentities identities;
    private final Accounts accounts;
    private final SigningIn signingIn;
    private final Entrance entrance;
    private final OpenSessions sessions;

    ProviderGate(
            ObjectProvider<ClientRegistrationRepository> clients,
            ProviderIdentities identities,
            Accounts accounts,
            SigningIn signingIn,
            Entrance entrance,
            OpenSessions sessions) {
        this.clients = clients;
        this.identities = identities;
        this.accounts = accounts;
        this.signingIn = signingIn;
        this.entrance = entrance;
        this.sessions = sessions;
    }

    /** The providers that settings name. */
    @SuppressWarnings("unchecked")
    List<Provider> providers() {
        return clients.getIfAvailable() instanceof Iterable<?> known
                ? StreamSupport.stream(((Iterable<ClientRegistration>) known).spliterator(), false)
                        .map(one -> new Provider(one.getClientName(), START + "/" + one.getRegistrationId()))
                        .toList()
                : List.of();
    }

    void open(HttpSecurity http) {
        clients.ifAvailable(known -> {
            var requests = new DefaultOAuth2AuthorizationRequestResolver(known, START);
            requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
            http.oauth2Login(login -> login.loginPage("/sign-in")
                    .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                    .authorizedClientRepository(new NoTokensKept())
                    .securityContextRepository(new NullSecurityContextRepository())
                    .successHandler(this::proved)
                    .failureHandler(ProviderGate::failed));
        });
    }

    /** Whoever is signed in is asked whether to bind the identity; whoever is not signs in by it. */
    private void proved(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        var known = identity(proven);
        if (known.isEmpty()) {
            response.sendRedirect("/sign-in?provider");
            return;
        }
        var identity = known.get();
        if (sessions.recognise(request).filter(SignedIn::isStaff).isPresent()) {
            request.getSession().setAttribute(NEW_IDENTITY, identity);
            response.sendRedirect("/desk/identity");
            return;
        }
        var account = identities.account(identity).flatMap(accounts::find);
        response.sendRedirect(
                account.isEmpty()
                        ? "/sign-in?unbound"
                        : entrance.onward(signingIn.afterFirst(account.get()), Proof.PROVIDER, request, response));
    }

    private static Optional<ProviderIdentity> identity(Authentication proven) {
        if (!(proven.getPrincipal() instanceof OidcUser user)) {
            return Optional.empty();
        }
        var issuer = user.getIssuer();
        var subject = user.getSubject();
        return issuer == null || subject == null
                ? Optional.empty()
                : Optional.of(new ProviderIdentity(issuer.toString(), subject));
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        log.info(
                "sign-in by a provider failed: {}",
                reason instanceof OAuth2AuthenticationException protocol
                        ? protocol.getError().getErrorCode()
                        : reason.getClass().getSimpleName());
        response.sendRedirect("/sign-in?provider");
    }

    /** The provider's tokens are not needed once it has said who somebody is. */
    private static final class NoTokensKept implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String client, Authentication reader, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication reader,
                HttpServletRequest request,
                HttpServletResponse response) {
            // see above
        }

        @Override
        public void removeAuthorizedClient(
                String client, Authentication reader, HttpServletRequest request, HttpServletResponse response) {
            // there is none
        }
    }
}
