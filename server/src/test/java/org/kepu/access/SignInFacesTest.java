package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.factor.Telephone;
import org.kepu.notice.SentMessages;
import org.kepu.page.BrowsedSite;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of sign-in at the widths of a telephone, a tablet and a desk, by keyboard and without script. */
class SignInFacesTest extends BrowsedSite {

    private static final List<Integer> WIDTHS = List.of(390, 768, 1440);
    private static final String PHONE = "13812345678";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Clock clock;

    @BeforeEach
    @AfterEach
    void nothingIsLeft() {
        forms.forgetSent();
        OnPostgres.Server.owner(database)
                .sql("truncate guard.attempt, access.code_app, access.recovery_code, access.session cascade")
                .update();
    }

    @Test
    void the_pages_before_the_desk_are_in_order_at_each_width() {
        for (int width : WIDTHS) {
            var window = window(width);
            for (var page : List.of(
                    "sign-in?wrong",
                    "sign-in/forgot",
                    "sign-in/forgot?sent",
                    "sign-in/reset?token=none",
                    "me/sign-in")) {
                window.navigate("/" + page);
                inOrder(window, page.replaceAll("[?/=]", "-"), width);
            }
        }
    }

    @Test
    void a_public_form_that_was_sent_too_soon_keeps_what_was_typed_at_each_width() {
        for (int width : WIDTHS) {
            var window = withoutScript(width);
            window.navigate("/me/sign-in");
            window.fill("#contact", PHONE);
            window.check("#consent");
            window.press("#contact", "Enter");
            assertThat(window.textContent("[role=alert]")).contains("填写的内容都在");
            assertThat(window.inputValue("#contact")).isEqualTo(PHONE);
            assertThat(window.isChecked("#consent")).isTrue();
            shown(window, "me-sign-in-again", width);
            window.navigate("/sign-in/forgot");
            window.fill("#name", "乌云");
            window.press("#name", "Enter");
            assertThat(window.textContent("[role=alert]")).contains("填写的内容都在");
            assertThat(window.inputValue("#name")).isEqualTo("乌云");
            shown(window, "sign-in-forgot-again", width);
        }
    }

    @Test
    void the_pages_of_ones_account_are_in_order_at_each_width() {
        var guard = accounts.with(Role.SECURITY_ADMINISTRATOR, GivenAccounts.TOP);
        for (int width : WIDTHS) {
            var window = window(width);
            window.navigate("/sign-in");
            window.fill("#name", guard.name());
            window.fill("#password", guard.password());
            window.press("#password", "Enter");
            window.waitForURL(address() + "/desk");
            for (var page : List.of("factors", "factors/app", "sessions", "sessions/everyone", "identity", "prove")) {
                window.navigate("/desk/" + page);
                inOrder(window, "desk-" + page.replace('/', '-'), width);
            }
        }
    }

    @Test
    void protection_is_set_up_and_used_by_keyboard_alone_and_without_script() {
        var window = deskWithoutScript(390);
        window.navigate("/desk/factors/app");
        var telephone = Telephone.scanning(window.content(), clock);
        window.focus("#code");
        window.keyboard().type(telephone.code());
        window.keyboard().press("Enter");
        window.waitForURL(address() + "/desk/factors");
        shown(window, "desk-factors-set", 390);

        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("生成一组新的恢复码"))
                .press("Enter");
        assertThat(window.locator(".codes li").count()).isEqualTo(10);
        shown(window, "recovery-codes", 390);

        database.sql("update access.code_app set last_step = 0").update();
        var again = window(390);
        again.navigate("/sign-in");
        again.keyboard().type(accounts.office().name());
        again.keyboard().press("Tab");
        again.keyboard().type(accounts.office().password());
        again.keyboard().press("Enter");
        again.waitForURL(address() + "/sign-in/factor");
        inOrder(again, "sign-in-factor", 390);
        again.keyboard().type(telephone.code());
        again.keyboard().press("Enter");
        again.waitForURL(address() + "/desk");
    }

    @Test
    void a_citizen_comes_in_by_keyboard() {
        var sent = new SentMessages(database, vault);
        var window = window(390);
        window.navigate("/me/sign-in");
        window.keyboard().type(PHONE);
        window.keyboard().press("Tab");
        window.keyboard().press("Space");
        window.focus("#contact");
        window.evaluate(
                "opened => document.querySelector('[name=human]').value = opened", forms.token(CitizenPages.FORM));
        window.keyboard().press("Enter");
        window.waitForURL(address() + "/me/sign-in/code");
        inOrder(window, "me-sign-in-code", 390);
        window.keyboard().type(sent.find(PHONE, "\\d{6}"));
        window.keyboard().press("Enter");
        window.waitForURL(address() + "/me");
        window.setViewportSize(1440, 900);
        assertThat(window.locator(".masthead").boundingBox().height)
                .as("the head of the page is one line, with the citizen's number in it")
                .isLessThan(90);
        inOrder(window, "me", 1440);
    }

    private static void inOrder(Page window, String name, int width) {
        assertNoSeriousFindings(window);
        shown(window, name, width);
    }

    /** Where no script runs, the tool that looks for findings cannot either. */
    private static void shown(Page window, String name, int width) {
        assertNothingSticksOut(window);
        screenshot(window, "access-" + name, width);
    }
}
