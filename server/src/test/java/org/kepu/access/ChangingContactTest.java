package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.notice.SentMessages;
import org.kepu.page.BrowsedSite;
import org.kepu.page.Visitor;
import org.kepu.region.OnPostgres;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A citizen has a new telephone number. */
class ChangingContactTest extends BrowsedSite {

    private static final String OLD = "13812345678";
    private static final String NEW = "13900000001";
    private static final String MAIL = "batu@example.cn";
    private static final String CODE = "\\d{6}";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Citizens citizens;

    private SentMessages sent;
    private Visitor citizen;

    @BeforeEach
    void aCitizen() {
        nobodyIsLeft();
        sent = new SentMessages(database, vault);
        sent.clear();
        citizen = arrived(OLD);
    }

    @AfterEach
    void nobodyIsLeft() {
        OnPostgres.Server.owner(database)
                .sql("truncate guard.attempt, access.contact_code")
                .update();
        forms.forgetSent();
        database.sql("delete from access.account where kind = 'CITIZEN'").update();
    }

    @Test
    void the_new_number_takes_the_place_of_the_old_one_which_is_told() {
        var elsewhere = arrived(OLD);
        assertThat(citizen.get("/me").body()).contains("/me/contact");
        assertThat(ask(citizen, "+86 139-0000-0001").location()).isEqualTo("/me/contact/code");
        assertThat(citizen.get("/me/contact/code").body())
                .contains("139****0001")
                .doesNotContain(NEW);
        assertThat(prove(citizen, sent.find(NEW, CODE)).location()).isEqualTo("/me/contact");
        assertThat(citizen.get("/me/contact").body())
                .contains("已换成 139****0001")
                .doesNotContain("138****5678");

        assertThat(sent.to(OLD).getLast()).contains("139****0001", "12345").doesNotContain(NEW);
        assertThat(elsewhere.get("/me").location()).startsWith("/me/sign-in");
        assertThat(acts()).isEqualTo(1);
        assertThat(proven(NEW)).isEqualTo(proven(NEW)).isNotEqualTo(proven(OLD));
        assertThat(database.sql("select count(*) from access.account where kind = 'CITIZEN'")
                        .query(Integer.class)
                        .single())
                .as("the old number belongs to nobody, and opened an account of its own")
                .isEqualTo(2);
    }

    @Test
    void who_signed_in_a_while_ago_shows_a_code_of_the_present_contact_first() {
        citizen.get("/me/contact");
        database.sql("update access.session set proved_at = proved_at - interval '16 minutes'")
                .update();
        var proof = "/me/prove?to=/me/contact";
        assertThat(citizen.get("/me/contact").location()).isEqualTo(proof);
        assertThat(citizen.post("/me/contact", "contact", NEW).location()).isEqualTo(proof);
        assertThat(sent.to(NEW)).isEmpty();
        assertThat(citizen.get("/me/delete").location()).isEqualTo("/me/prove?to=/me/delete");
        assertThat(citizen.post("/me/delete", "sure", "true").location()).isEqualTo("/me/prove?to=/me/delete");

        assertThat(citizen.get(proof).body())
                .contains("验证码发不到 138****5678", "请打 12345")
                .doesNotContain("获取验证码");
        assertThat(citizen.post("/me/prove", "to", "/me/contact").body()).contains("验证码发不到 138****5678");
        var right = sent.find(OLD, CODE);
        var wrong = right.equals("000000") ? "000001" : "000000";
        assertThat(citizen.post("/me/prove/code", "to", "/me/contact", "code", wrong)
                        .status())
                .isEqualTo(422);
        assertThat(citizen.get("/me/contact").location()).isEqualTo(proof);
        citizen.get(proof);
        assertThat(citizen.post("/me/prove/code", "to", "/me/contact", "code", right)
                        .location())
                .isEqualTo("/me/contact");
        assertThat(ask(citizen, NEW).location()).isEqualTo("/me/contact/code");
        assertThat(citizen.get("/me/delete").status()).isEqualTo(200);
    }

    @Test
    void done_twice_once_to_an_address_and_back_to_a_number() {
        for (var next : List.of(MAIL, NEW)) {
            ask(citizen, next);
            citizen.get("/me/contact/code");
            var code = sent.find(next, CODE);
            assertThat(prove(citizen, code).location()).isEqualTo("/me/contact");
            citizen.get("/me/contact");
            assertThat(prove(citizen, code).location()).as("the code again").isEqualTo("/me/contact");
        }
        assertThat(acts()).isEqualTo(2);
        assertThat(database.sql("""
                select phone is not null and mail is null and display_name = '139****0001'
                from access.account where kind = 'CITIZEN'""").query(Boolean.class).single()).isTrue();
    }

    @Test
    void a_wrong_code_changes_nothing_and_after_five_the_right_one_neither() {
        ask(citizen, NEW);
        citizen.get("/me/contact/code");
        var right = sent.find(NEW, CODE);
        var wrong = right.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < ContactCodes.TRIES; i++) {
            var answer = prove(citizen, wrong);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("验证码不正确或已失效");
        }
        assertThat(prove(citizen, right).status()).isEqualTo(422);
        assertThat(acts()).isZero();
        assertThat(citizen.get("/me/contact").body()).contains("138****5678");
    }

    @Test
    void the_code_of_another_person_or_of_a_sign_in_is_of_no_use() {
        var other = arrived("13700000002");
        ask(other, NEW);
        var others = sent.find(NEW, CODE);
        ask(citizen, NEW);
        askForCode(visitor(), NEW);
        var forSignIn = sent.find(NEW, CODE);
        citizen.get("/me/contact/code");
        for (var code : List.of(others, forSignIn)) {
            assertThat(prove(citizen, code).status()).isEqualTo(422);
        }
        assertThat(citizens.prove(Contact.read(NEW).orElseThrow(), others, "10.0.0.9"))
                .isInstanceOf(Citizens.Outcome.Wrong.class);
        assertThat(acts()).isZero();
    }

    @Test
    void a_contact_that_is_taken_gets_the_same_answer_and_a_code_and_only_who_shows_it_hears_so() {
        arrived(NEW);
        var taken = ask(citizen, NEW);
        var free = ask(citizen, "13900000003");
        assertThat(taken.status() + taken.location()).isEqualTo(free.status() + free.location());
        ask(citizen, NEW);
        var shown = citizen.get("/me/contact/code").body();
        var code = sent.find(NEW, CODE);
        assertThat(shown).doesNotContain("已有自己的账号");
        assertThat(prove(citizen, code.equals("000000") ? "000001" : "000000").body())
                .doesNotContain("已有自己的账号");
        var answer = prove(citizen, code);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("已有自己的账号");
        assertThat(citizen.get("/me/contact").body()).contains("138****5678");
        assertThat(acts()).isZero();
        assertThat(sent.to(OLD)).as("only the code of the sign-in").hasSize(1);
    }

    @Test
    void what_is_no_contact_or_the_same_one_is_refused_and_messages_are_limited() {
        for (var wrong : List.of("", "12345", "a@b", OLD)) {
            assertThat(ask(citizen, wrong).status()).as(wrong).isEqualTo(422);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(ask(citizen, NEW).status()).isEqualTo(302);
        }
        assertThat(ask(citizen, NEW).body()).contains("获取验证码次数过多");
        assertThat(sent.to(NEW)).hasSize(5);
    }

    @Test
    void staff_and_strangers_have_no_such_page() {
        assertThat(visitor().get("/me/contact").location()).startsWith("/me/sign-in");
        var clerk = clerk();
        assertThat(clerk.get("/me/contact").status()).isEqualTo(404);
        clerk.get("/me/requests");
        assertThat(clerk.post("/me/contact", "contact", NEW).status()).isEqualTo(404);
        assertThat(clerk.post("/me/contact/code", "code", "123456").status()).isEqualTo(404);
        assertThat(sent.to(NEW)).isEmpty();
    }

    @Test
    void the_pages_are_in_order_at_each_width_and_without_script() {
        for (int width : List.of(390, 768, 1440)) {
            var window = window(width);
            keepSession(window, citizen.session());
            for (var page : List.of("/me", "/me/contact")) {
                window.navigate(page);
                assertNoSeriousFindings(window);
                assertNothingSticksOut(window);
                screenshot(window, "access" + page.replace('/', '-'), width);
            }
        }
        var bare = withoutScript(390);
        keepSession(bare, citizen.session());
        bare.navigate("/me/contact");
        bare.fill("#contact", MAIL);
        bare.press("#contact", "Enter");
        bare.waitForURL(address() + "/me/contact/code");
        screenshot(bare, "access-me-contact-code", 390);
        bare.fill("#code", sent.find(MAIL, CODE));
        bare.press("#code", "Enter");
        bare.waitForURL(address() + "/me/contact");
        screenshot(bare, "access-me-contact-changed", 390);
    }

    private Visitor arrived(String contact) {
        var visitor = visitor();
        askForCode(visitor, contact);
        visitor.get("/me/sign-in/code");
        visitor.post("/me/sign-in/code", "code", sent.find(contact, CODE));
        visitor.get("/me");
        return visitor;
    }

    private static Visitor.Answer ask(Visitor visitor, String contact) {
        visitor.get("/me/contact");
        return visitor.post("/me/contact", "contact", contact);
    }

    private static Visitor.Answer prove(Visitor visitor, String code) {
        return visitor.post("/me/contact/code", "code", code);
    }

    /** Who signs in with this contact. */
    private Citizens.Outcome proven(String contact) {
        var known = Contact.read(contact).orElseThrow();
        citizens.ask(known, "10.0.0.1", Locale.SIMPLIFIED_CHINESE);
        return citizens.prove(known, sent.find(contact, CODE), "10.0.0.1");
    }

    private int acts() {
        return database.sql("""
                select count(*) from audit.entry
                where act = 'access.act.contact-changed' and subject in (select id from access.account)""").query(Integer.class).single();
    }
}
