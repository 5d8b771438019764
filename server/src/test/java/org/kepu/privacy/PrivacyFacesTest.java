package org.kepu.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.body.GivenDelegates;
import org.kepu.page.BrowsedSite;
import org.kepu.privacy.erasure.ErasingPersons;
import org.kepu.privacy.request.Requests;
import org.kepu.shared.Reason;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages about personal data as people see them: nothing sticks out, nothing is in the way of a screen reader. */
class PrivacyFacesTest extends BrowsedSite {

    @Autowired
    private GivenPersons given;

    @Autowired
    private GivenDelegates delegates;

    @Autowired
    private ErasingPersons erasing;

    @Autowired
    private ReadingFullValues reading;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Dependants dependants;

    @Autowired
    private Requests requests;

    @Autowired
    private Purposes purposes;

    @Autowired
    private JdbcClient database;

    private Map<String, String> desk;
    private Map<String, String> own;

    @BeforeEach
    void plant() {
        given.onCleanGround();
        database.sql("delete from privacy.erasure_step").update();
        database.sql("delete from privacy.erasure").update();
        database.sql("delete from privacy.request").update();
        database.sql("delete from privacy.approval").update();
        database.sql("delete from privacy.dependant").update();
        delegates.liaison(org.kepu.access.GivenAccounts.TOP, "自治区科协", "巴图", "13812345678");
        var person = given.busy(701);
        var gone = given.busy(702);
        var proof = erasing.begin(gone.actor(), gone.subject());
        erasing.run(proof);
        var clerk = accounts.scope(Right.READ_PERSONAL);
        var child = dependants.of(person.id()).getFirst().id();
        approvals.ask(
                clerk,
                Dependants.NAME,
                child,
                reading.before(clerk, Dependants.NAME, child),
                purposes.find("dependants").orElseThrow(),
                new Reason("核对研学名册"),
                2);
        desk = Map.of(
                "requests", "/desk/privacy",
                "take-down", "/desk/privacy/requests/new",
                "request",
                        "/desk/privacy/requests/"
                                + requests.of(person.id()).getFirst().id(),
                "approvals", "/desk/privacy/approvals",
                "erasures", "/desk/privacy/erasures",
                "erasure", "/desk/privacy/erasures/" + proof,
                "exports", "/desk/privacy/exports",
                "personal", "/desk/personal/" + Dependants.NAME + "/" + child);
        own = Map.of(
                "register", "/privacy",
                "proof", "/privacy/proofs/" + proof,
                "me", "/me",
                "data", "/me/data",
                "looks", "/me/looks",
                "consents", "/me/consents",
                "family", "/me/family",
                "asking", "/me/requests",
                "delete", "/me/delete");
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 768, 1440})
    void each_page_is_whole_at_every_width(int width) {
        look(given.officer(), desk, width);
        look(accounts.office(), own, width);
        look(accounts.office(), Map.of("group", "/desk/bodies/groups/150000"), width);
    }

    @Test
    void a_proof_is_read_on_a_telephone_without_pushing_it_sideways() {
        var window = window(390);
        window.navigate(address() + own.get("proof"));
        assertThat(window.locator(".table-wrap").evaluate("it => it.scrollWidth - it.clientWidth"))
                .isEqualTo(0);
    }

    private void look(Given account, Map<String, String> pages, int width) {
        var window = window(width);
        sit(window, account);
        pages.forEach((name, path) -> {
            window.navigate(address() + path);
            window.locator("details")
                    .all()
                    .forEach(one -> one.evaluate("it => it.closest('.menu, nav, header') || (it.open = true)"));
            assertNothingSticksOut(window);
            assertNoSeriousFindings(window);
            screenshot(window, "privacy-" + name, width);
        });
    }

    private void sit(Page window, Given account) {
        window.context().addCookies(List.of(new Cookie("kepu", signedIn(account).session()).setUrl(address())));
    }
}
