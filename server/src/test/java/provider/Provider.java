package provider;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * A real sign-in provider (OpenID Connect) on a port of its own, with two people. Outside of our packages, so that the
 * platform under test does not take it for a part of itself.
 */
@EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
public class Provider implements AutoCloseable {

    /** Claims that the next identity tokens are to lie about. */
    private static final Map<String, Object> LIES = new ConcurrentHashMap<>();

    private ConfigurableApplicationContext program;

    /** Starts the provider for one client, which may come back to this address. */
    public static Provider on(int port, String clientBack) {
        var one = new Provider();
        var client = "spring.security.oauth2.authorizationserver.client.kepu.";
        one.program = new SpringApplicationBuilder(Provider.class)
                .run(
                        "--server.port=" + port,
                        "--server.servlet.session.cookie.name=provider",
                        "--spring.security.user.name=qimuge",
                        "--spring.security.user.password=at the provider",
                        "--" + client + "registration.client-id=kepu",
                        "--" + client + "registration.client-secret={noop}secret",
                        "--" + client + "registration.client-authentication-methods=client_secret_basic",
                        "--" + client + "registration.authorization-grant-types=authorization_code",
                        "--" + client + "registration.redirect-uris=" + clientBack,
                        "--" + client + "registration.scopes=openid",
                        "--" + client + "require-proof-key=true");
        return one;
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> liar() {
        return token -> {
            if (OidcParameterNames.ID_TOKEN.equals(token.getTokenType().getValue())) {
                LIES.forEach((claim, lie) -> token.getClaims().claim(claim, lie));
            }
        };
    }

    public void lieAbout(String claim, Object lie) {
        LIES.put(claim, lie);
    }

    public void tellTheTruth() {
        LIES.clear();
    }

    @Override
    public void close() {
        program.close();
    }
}
