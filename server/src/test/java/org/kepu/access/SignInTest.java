package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way onto the desk and out again, and the change of one's password. */
class SignInTest extends RunningSite {

    private static final String FRESH = "a sentence to remember";

    @Autowired
    private JdbcClient database;

    private FirstAccounts.Credentials administrator;

    @BeforeEach
    void nothingHasBeenTried() {
        forget();
        administrator = administratorsCredentials();
    }

    @AfterEach
    void forget() {
        database.sql("delete from guard.attempt").update();
    }

    @Test
    void a_wrong_name_and_a_wrong_password_get_the_same_answer() {
        var locations = List.of(
                signIn(visitor(), "admin", "wrong").location(),
                signIn(visitor(), "nobody", administrator.password()).location(),
                signIn(visitor(), "", "").location(),
                signIn(visitor(), "a name of\nno kind", "x").location());
        assertThat(locations).containsOnly("/sign-in?wrong");
        assertThat(visitor().get("/sign-in?wrong").body()).contains("账号或口令不正确。");
    }

    @Test
    void a_name_is_taken_without_regard_to_case_and_spaces() {
        assertThat(signIn(visitor(), "  ADMIN ", administrator.password()).location())
                .isEqualTo("/desk");
    }

    @Test
    void the_session_gets_a_new_name_at_sign_in_and_its_cookie_is_kept_from_scripts() {
        var clerk = visitor();
        clerk.get("/sign-in");
        var before = clerk.session();
        var answer = clerk.post("/sign-in", "name", "admin", "password", administrator.password());

        assertThat(clerk.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(answer.header("Set-Cookie"))
                .isEqualTo("kepu=" + clerk.session() + "; Path=/; HttpOnly; SameSite=Lax");
        assertThat(onDesk(before)).isFalse();
        assertThat(onDesk(clerk.session())).isTrue();
    }

    @Test
    void sign_out_ends_the_session() {
        var clerk = clerk();
        clerk.get("/desk");
        var session = clerk.session();
        assertThat(onDesk(session)).isTrue();

        assertThat(clerk.post("/sign-out").location()).isEqualTo("/sign-in?out");
        assertThat(onDesk(session)).isFalse();
        assertThat(clerk.get("/desk").location()).isEqualTo("/sign-in");
    }

    @Test
    void after_sign_in_one_comes_to_the_page_one_asked_for_and_nowhere_else() {
        var asking = visitor();
        assertThat(asking.get("/desk/password?from=mail").location()).isEqualTo("/sign-in");
        assertThat(signIn(asking, "admin", administrator.password()).location()).isEqualTo("/desk/password?from=mail");

        var led = visitor();
        led.get("/sign-in?continue=//evil.example&back=https://evil.example");
        assertThat(led.post(
                                "/sign-in",
                                "name",
                                "admin",
                                "password",
                                administrator.password(),
                                "continue",
                                "//evil.example",
                                "back",
                                "//evil.example")
                        .header("Location"))
                .isEqualTo(address() + "/desk");
    }

    @Test
    void a_part_of_a_page_that_outlives_its_session_sends_the_whole_page_to_sign_in() {
        var answer = visitor().get("/desk", "HX-Request", "true");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("HX-Redirect")).isEqualTo("/sign-in");
    }

    @Test
    void a_new_password_holds_at_once_and_ends_the_sessions_elsewhere() {
        var clerk = clerk();
        var old = administratorsPasswordOf(clerk);
        var elsewhere = visitor();
        signIn(elsewhere, "admin", old);
        assertThat(onDesk(elsewhere.session())).isTrue();
        assertThat(clerk.get("/desk").body()).contains("把初始口令改成自己的口令");

        clerk.get("/desk/password");
        assertThat(clerk.post("/desk/password", "old", old, "fresh", FRESH, "again", FRESH)
                        .location())
                .isEqualTo("/desk");

        assertThat(clerk.get("/desk").body()).contains("口令已修改。").doesNotContain("把初始口令改成自己的口令");
        assertThat(elsewhere.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(signIn(visitor(), "admin", old).location()).isEqualTo("/sign-in?wrong");
        assertThat(signIn(visitor(), "admin", FRESH).location()).isEqualTo("/desk");
    }

    /** Signs the visitor in anew, so that the password is known. */
    private String administratorsPasswordOf(Visitor clerk) {
        var credentials = administratorsCredentials();
        clerk.get("/desk");
        clerk.post("/sign-out");
        signIn(clerk, credentials.name(), credentials.password());
        return credentials.password();
    }

    private static List<String> refusals(Visitor clerk, String old, String fresh, String again) {
        clerk.get("/desk/password");
        var answer = clerk.post("/desk/password", "old", old, "fresh", fresh, "again", again);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).doesNotContain(FRESH);
        return java.util.regex.Pattern.compile("class=\"field-error\"[^>]*>.*?<span>([^<]+)</span>")
                .matcher(answer.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Visitor.Answer signIn(Visitor visitor, String name, String password) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "name", name, "password", password);
    }

    private boolean onDesk(String session) {
        return visitor().get("/desk", "Cookie", "kepu=" + session).status() == 200;
    }
}
