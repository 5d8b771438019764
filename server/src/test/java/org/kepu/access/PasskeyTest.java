package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.session.Session;
import org.kepu.access.session.Sessions;
import org.kepu.page.BrowsedSite;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser, whose device is one of its own making. */
class PasskeyTest extends BrowsedSite {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Sessions sessions;

    private Page window;
    private CDPSession device;
    private String authenticator;

    /** A passkey is for a name, not for a number. */
    @Override
    protected String address() {
        return super.address().replace("127.0.0.1", "localhost");
    }

    @BeforeEach
    void aDeviceThatAsksItsOwner() {
        nothingIsLeft();
        window = desk(1440);
        device = window.context().newCDPSession(window);
        device.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var asked = new JsonObject();
        asked.add("options", options);
        authenticator = device.send("WebAuthn.addVirtualAuthenticator", asked)
                .get("authenticatorId")
                .getAsString();
    }

    @AfterEach
    void nothingIsLeft() {
        database.sql("update access.account set factor_at_once = false").update();
        OnPostgres.Server.owner(database)
                .sql("truncate access.passkey, access.session, guard.attempt cascade")
                .update();
    }

    @Test
    void a_passkey_is_made_and_signs_in_without_a_password() {
        makeOne();
        assertNoSeriousFindings(window);
        signOut();

        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("用通行密钥登录"))
                .click();
        window.waitForURL(address() + "/desk");
        assertThat(sessions.of(accounts.office().account())).first().satisfies(session -> {
            assertThat(session.proof()).isEqualTo(Session.Proof.PASSKEY);
            assertThat(session.second()).isNull();
        });
        assertThat(database.sql("select used_at is not null and signature_count > 0 from access.passkey")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void after_the_password_a_passkey_is_the_second_step() {
        makeOne();
        signOut();
        withPassword();
        window.waitForURL(address() + "/sign-in/factor");
        assertNoSeriousFindings(window);
        screenshot(window, "second-step", 1440);
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("用通行密钥登录"))
                .press("Enter");
        window.waitForURL(address() + "/desk");
    }

    @Test
    void who_must_have_a_second_factor_sets_up_a_passkey_on_the_way_in() {
        database.sql("update access.account set factor_at_once = true where id = :id")
                .param("id", accounts.office().account())
                .update();
        window.navigate("/desk/factors");
        signOut();
        withPassword();
        window.waitForURL(address() + "/sign-in/enrol");
        for (int width : List.of(390, 768, 1440)) {
            window.setViewportSize(width, 900);
            assertNoSeriousFindings(window);
            assertNothingSticksOut(window);
            screenshot(window, "access-sign-in-enrol", width);
        }
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("改用通行密钥"))
                .press("Enter");
        window.waitForURL(address() + "/desk/factors?enrolled");
        assertThat(sessions.of(accounts.office().account())).first().satisfies(session -> {
            assertThat(session.proof()).isEqualTo(Session.Proof.PASSWORD);
            assertThat(session.second()).isEqualTo(Session.Second.PASSKEY);
        });
        signOut();
        withPassword();
        window.waitForURL(address() + "/sign-in/factor");
    }

    @Test
    void without_a_first_proof_no_passkey_is_asked_for_or_taken() {
        var stranger = visitor();
        stranger.get("/sign-in");
        var asked = stranger.post("/sign-in/enrol/passkey/options");
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.body()).contains("/sign-in?late");
        window.navigate("/desk/factors");
        signOut();
        assertThat(window.evaluate("""
                async () => (await fetch("/sign-in/enrol/passkey", { method: "POST", body: "{}", headers: {
                    "Content-Type": "application/json",
                    "X-CSRF-TOKEN": document.querySelector('input[name="_csrf"]').value } })).status""")).isEqualTo(422);
    }

    private void withPassword() {
        window.fill("#name", accounts.office().name());
        window.fill("#password", accounts.office().password());
        window.press("#password", "Enter");
    }

    @Test
    void a_device_that_does_not_ask_its_owner_is_refused() {
        makeOne();
        signOut();
        var unasked = new JsonObject();
        unasked.addProperty("authenticatorId", authenticator);
        unasked.addProperty("isUserVerified", false);
        device.send("WebAuthn.setUserVerified", unasked);
        refused();
    }

    @Test
    void a_passkey_that_was_removed_opens_nothing_though_the_device_still_has_it() {
        makeOne();
        window.onDialog(dialog -> dialog.accept());
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("移除“办公电脑”"))
                .click();
        window.getByText("还没有设置第二步验证").waitFor();
        signOut();
        refused();
    }

    private void refused() {
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("用通行密钥登录"))
                .click();
        window.getByText("通行密钥没有通过").waitFor();
        assertThat(window.url()).isEqualTo(address() + "/sign-in?out");
        window.navigate("/desk");
        assertThat(window.url()).isEqualTo(address() + "/sign-in");
    }

    private void makeOne() {
        window.navigate("/desk/factors");
        window.fill("#passkey-name", "办公电脑");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("添加通行密钥"))
                .click();
        window.getByRole(AriaRole.ROWHEADER, new Page.GetByRoleOptions().setName("办公电脑"))
                .waitFor();
    }

    private void signOut() {
        window.locator(".topbar .masthead-tools")
                .getByRole(AriaRole.BUTTON)
                .last()
                .click();
        window.waitForURL(address() + "/sign-in?out");
    }
}
