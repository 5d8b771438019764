package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kepu.Node;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.page.RunningSite;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import provider.Provider;

/** Sign-in by another provider: a real one, started for these tests. */
@TestInstance(Lifecycle.PER_CLASS)
class ProviderSignInTest extends RunningSite {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Environment settings;

    private Provider provider;
    private Node platform;
    private Given clerk;

    @BeforeAll
    void aProviderAndAPlatformThatKnowsIt() throws IOException {
        var back = freePort();
        var port = freePort();
        provider = Provider.on(port, "http://127.0.0.1:" + back + "/login/oauth2/code/kepu");
        var client = "spring.security.oauth2.client.";
        platform = Node.beside(
                settings,
                "server.port=" + back,
                client + "registration.kepu.client-id=kepu",
                client + "registration.kepu.client-secret=secret",
                client + "registration.kepu.client-name=政务统一认证",
                client + "registration.kepu.scope=openid",
                client + "registration.kepu.provider=office",
                client + "provider.office.issuer-uri=http://localhost:" + port);
    }

    @AfterAll
    void closed() {
        platform.close();
        provider.close();
    }

    @BeforeEach
    @AfterEach
    void nobodyIsBound() {
        provider.tellTheTruth();
        OnPostgres.Server.owner(database)
                .sql("truncate access.provider_identity, guard.attempt, access.code_app, access.session cascade")
                .update();
        clerk = accounts.with(Role.EDITOR, GivenAccounts.TOP);
    }

    @Test
    void the_sign_in_page_offers_the_provider_by_name() {
        assertThat(new Browser().get(platform.address() + "/sign-in").body()).contains("用政务统一认证登录");
        assertThat(visitor().get("/sign-in").body()).doesNotContain("政务统一认证");
    }

    @Test
    void an_identity_that_nobody_bound_opens_nothing_and_makes_no_account() {
        var before = accountsThere();
        var browser = new Browser();
        var end = browser.viaProvider();
        assertThat(end).isEqualTo("/sign-in?unbound");
        assertThat(browser.get(platform.address() + end).body()).contains("还没有绑定账号");
        assertThat(browser.onDesk()).isFalse();
        assertThat(accountsThere()).isEqualTo(before);
    }

    @Test
    void a_name_that_an_account_bears_here_is_no_proof_of_being_its_owner() {
        provider.lieAbout("preferred_username", clerk.name());
        provider.lieAbout("email", clerk.name());
        assertThat(new Browser().viaProvider()).isEqualTo("/sign-in?unbound");
    }

    @Test
    void the_owner_binds_an_identity_and_signs_in_by_it() {
        var owner = new Browser();
        owner.signIn(clerk);
        assertThat(owner.viaProvider()).isEqualTo("/desk/identity");
        assertThat(bound()).isZero();
        assertThat(owner.get(platform.address() + "/desk/identity").body()).contains("绑定到您的账号吗");
        owner.post(platform.address() + "/desk/identity/bind");
        assertThat(bound()).isEqualTo(1);

        var later = new Browser();
        assertThat(later.viaProvider()).isEqualTo("/desk");
        assertThat(later.onDesk()).isTrue();
        assertThat(database.sql("select proof from access.session order by opened_at desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("PROVIDER");
    }

    @Test
    void an_identity_is_not_offered_to_who_signs_in_after_another_in_the_same_browser() {
        var browser = new Browser();
        browser.signIn(clerk);
        assertThat(browser.viaProvider()).isEqualTo("/desk/identity");
        browser.get(platform.address() + "/desk/password");
        browser.signIn(accounts.with(Role.REVIEWER, GivenAccounts.TOP));
        assertThat(browser.get(platform.address() + "/desk/identity").body()).doesNotContain("绑定到您的账号吗");
        browser.post(platform.address() + "/desk/identity/bind");
        assertThat(bound()).isZero();
    }

    @Test
    void an_identity_that_is_bound_is_not_taken_over_by_another_account() {
        bind(clerk);
        var other = new Browser();
        other.signIn(accounts.with(Role.REVIEWER, GivenAccounts.TOP));
        assertThat(other.viaProvider()).isEqualTo("/desk/identity");
        other.get(platform.address() + "/desk/identity");
        other.post(platform.address() + "/desk/identity/bind");
        assertThat(other.get(platform.address() + "/desk/identity").body()).contains("这个身份已经绑定了账号");
        assertThat(database.sql("select account from access.provider_identity")
                        .query(java.util.UUID.class)
                        .list())
                .containsExactly(clerk.account());
    }

    @Test
    void the_provider_is_one_step_and_the_second_factor_is_asked_for_all_the_same() {
        bind(clerk);
        database.sql("""
                insert into access.code_app (account, name, secret, last_step, added_at)
                values (:account, 'app', 'sealed', 0, now())""").param("account", clerk.account()).update();
        var browser = new Browser();
        assertThat(browser.viaProvider()).isEqualTo("/sign-in/factor");
        assertThat(browser.onDesk()).isFalse();
    }

    @Test
    void the_request_carries_state_nonce_and_a_proof_key() {
        var begun = new Browser().get(platform.address() + "/oauth2/authorization/kepu");
        assertThat(begun.headers().firstValue("Location").orElseThrow())
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256", "scope=openid");
    }

    @Test
    void a_token_with_another_nonce_issuer_or_audience_is_refused() {
        bind(clerk);
        for (var lie : java.util.Map.of(
                        "nonce", "another",
                        "iss", "http://localhost:1",
                        "aud", java.util.List.of("another"))
                .entrySet()) {
            provider.tellTheTruth();
            provider.lieAbout(lie.getKey(), lie.getValue());
            var browser = new Browser();
            assertThat(browser.viaProvider()).as(lie.getKey()).isEqualTo("/sign-in?provider");
            assertThat(browser.onDesk()).isFalse();
        }
        provider.tellTheTruth();
        assertThat(new Browser().viaProvider()).isEqualTo("/desk");
    }

    @Test
    void an_answer_with_another_state_or_in_another_browser_is_refused() {
        bind(clerk);
        var browser = new Browser();
        var back = browser.backFromProvider();
        assertThat(new Browser().path(back)).isEqualTo("/sign-in?provider");
        assertThat(browser.path(back.replaceFirst("state=[^&]+", "state=made-up")))
                .isEqualTo("/sign-in?provider");
        assertThat(browser.onDesk()).isFalse();
    }

    private void bind(Given account) {
        var owner = new Browser();
        owner.signIn(account);
        owner.viaProvider();
        owner.get(platform.address() + "/desk/identity");
        owner.post(platform.address() + "/desk/identity/bind");
        assertThat(bound()).isEqualTo(1);
    }

    private int bound() {
        return database.sql("select count(*) from access.provider_identity")
                .query(Integer.class)
                .single();
    }

    private int accountsThere() {
        return database.sql("select count(*) from access.account")
                .query(Integer.class)
                .single();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Follows nothing by itself; keeps cookies of both hosts. */
    private final class Browser {

        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private String token = "";

        HttpResponse<String> get(String address) {
            return send(HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html"));
        }

        HttpResponse<String> post(String address, String... fields) {
            var body = new StringBuilder("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&').append(fields[i]).append('=');
                body.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
            }
            return send(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept", "text/html")
                    .POST(BodyPublishers.ofString(body.toString())));
        }

        void signIn(Given account) {
            get(platform.address() + "/sign-in");
            post(platform.address() + "/sign-in", "name", account.name(), "password", account.password());
            get(platform.address() + "/desk/identity");
            assertThat(onDesk()).isTrue();
        }

        boolean onDesk() {
            return get(platform.address() + "/desk").statusCode() == 200;
        }

        /** Where the platform sends one who comes back from the provider. */
        String viaProvider() {
            return path(backFromProvider());
        }

        String path(String back) {
            return location(get(back)).substring(platform.address().length());
        }

        String backFromProvider() {
            var ask = location(get(platform.address() + "/oauth2/authorization/kepu"));
            var gate = location(get(ask));
            get(gate);
            var again = location(post(gate, "username", "qimuge", "password", "at the provider"));
            return location(get(again));
        }

        private String location(HttpResponse<String> answer) {
            return answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.uri() + " answers " + answer.statusCode()));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                var answer = http.send(request.build(), BodyHandlers.ofString());
                var found = TOKEN.matcher(answer.body());
                if (found.find()) {
                    token = found.group(1);
                }
                return answer;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
