package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.PasswordResets.Link;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class PasswordResetsTest extends RunningSite {

    private static final String MAIL = "Qimuge@example.cn";
    private static final String FRESH = "another sentence to remember";
    private static final String TOKEN = "[A-Za-z0-9_-]{43}";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Accounts known;

    @Autowired
    private PasswordResets resets;

    private SentMessages sent;
    private Given clerk;

    @BeforeEach
    void aClerkWithAMailAddress() {
        forget();
        sent = new SentMessages(database, vault);
        sent.clear();
        clerk = accounts.with(Role.VOLUNTEER_LEADER, GivenAccounts.TOP);
        known.keepMail(clerk.account(), MAIL);
    }

    @AfterEach
    void forget() {
        forms.forgetSent();
        OnPostgres.Server.owner(database)
                .sql("truncate guard.attempt, access.password_reset")
                .update();
        database.sql("""
                delete from access.role_grant where holder in (
                    select id from access.account where name = 'volunteer_leader-150000')""").update();
        database.sql("delete from access.account where name = 'volunteer_leader-150000'")
                .update();
    }

    @Test
    void whoever_asks_hears_the_same_whether_or_not_the_account_is_there() {
        var answers = new ArrayList<String>();
        for (var name : List.of(clerk.name(), MAIL, "nobody", "nobody@example.cn", "", "a b\nc")) {
            var answer = ask(name);
            answers.add(answer.status() + " " + answer.location());
        }
        assertThat(answers).containsOnly("302 /sign-in/forgot?sent");
        assertThat(sent.to(MAIL)).hasSize(2);
        assertThat(database.sql("select count(*) from notice.message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void the_link_gives_a_new_password_once_and_ends_all_sessions() {
        var open = signedIn(clerk);
        assertThat(open.get("/desk").status()).isEqualTo(200);
        ask("  QIMUGE@example.cn ");
        var token = sent.find(MAIL, TOKEN);
        assertThat(sent.to(MAIL).getLast()).contains("http://localhost:", "/sign-in/reset?token=" + token);
        assertThat(stored()).doesNotContain(token);

        var owner = visitor();
        assertThat(owner.get("/sign-in/reset?token=" + token).body()).contains("保存新口令");
        var refused = owner.post("/sign-in/reset", "token", token, "fresh", "Password1234", "again", "Password1234");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("新口令太常见").doesNotContain("Password1234");

        assertThat(owner.post("/sign-in/reset", "token", token, "fresh", FRESH, "again", FRESH)
                        .location())
                .isEqualTo("/sign-in");
        assertThat(open.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(signIn(clerk.password())).isEqualTo("/sign-in?wrong");
        assertThat(signIn(FRESH)).isEqualTo("/desk");

        assertThat(owner.get("/sign-in/reset?token=" + token).body()).contains("已经用过或者过期");
        assertThat(acts()).containsExactly("access.act.reset-asked", "access.act.password-reset");
    }

    @Test
    void a_link_ends_after_half_an_hour_and_when_a_later_one_is_sent() {
        ask(clerk.name());
        var first = sent.find(MAIL, TOKEN);
        ask(clerk.name());
        var second = sent.find(MAIL, TOKEN);
        assertThat(resets.opens(first)).isFalse();
        assertThat(resets.opens(second)).isTrue();

        database.sql(
                        "update access.password_reset set asked_at = asked_at - interval '30 minutes', until = until - interval '30 minutes'")
                .update();
        assertThat(resets.opens(second)).isFalse();
        assertThat(resets.reset(second, FRESH, "")).isInstanceOf(PasswordResets.Outcome.LinkIsOver.class);
        assertThat(signIn(clerk.password())).isEqualTo("/desk");
    }

    @Test
    void of_many_who_use_one_link_at_the_same_moment_one_sets_the_password() {
        ask(clerk.name());
        var token = sent.find(MAIL, TOKEN);
        var outcomes = Together.together(8, person -> resets.reset(token, FRESH + person, ""));
        assertThat(outcomes.stream().filter(PasswordResets.Outcome.Reset.class::isInstance))
                .hasSize(1);
    }

    @Test
    void a_form_that_is_sent_at_once_is_shown_again_with_the_name_known_or_not() {
        for (var name : List.of(clerk.name(), "nobody")) {
            var visitor = visitor();
            visitor.get("/sign-in/forgot");
            var quick = visitor.post("/sign-in/forgot", "name", name);
            assertThat(quick.status()).isEqualTo(422);
            assertThat(quick.body()).contains("没有收到完整的表单", "value=\"" + name + "\"");
        }
        assertThat(sent.to(MAIL)).isEmpty();
    }

    @Test
    void an_account_is_sent_three_links_in_an_hour_and_no_more() {
        for (int i = 0; i < 6; i++) {
            ask(clerk.name());
        }
        assertThat(sent.to(MAIL)).hasSize(3);
    }

    @Test
    void the_system_administrator_sends_a_link_and_hears_if_there_is_no_address() {
        var administrator = accounts.scope(Role.SYSTEM_ADMINISTRATOR, GivenAccounts.TOP, Right.KEEP_ACCOUNTS);
        assertThat(resets.send(administrator, clerk.account())).isEqualTo(Link.IN_OUTBOX);
        assertThat(sent.to(MAIL)).hasSize(1);
        known.keepMail(clerk.account(), null);
        assertThat(resets.send(administrator, clerk.account())).isEqualTo(Link.NO_ADDRESS);
        assertThat(acts()).containsExactly("access.act.reset-sent");
    }

    @Test
    void no_link_is_made_that_one_administrator_could_read_for_another() {
        var asking = accounts.with(Role.SYSTEM_ADMINISTRATOR, GivenAccounts.TOP);
        var security = accounts.with(Role.SECURITY_ADMINISTRATOR, GivenAccounts.TOP);
        known.keepMail(security.account(), MAIL);
        var administrator = signedIn(asking);
        administrator.get("/desk/people/" + security.account());
        administrator.post("/desk/people/" + security.account() + "/reset");

        assertThat(administrator.get("/desk/people/" + security.account()).body())
                .contains("bin/run --reset-admin")
                .doesNotContain("链接已");
        ask(security.name());
        assertThat(sent.to(MAIL)).isEmpty();
        known.keepMail(security.account(), null);

        administrator.post("/desk/people/" + clerk.account() + "/reset");
        assertThat(administrator.get("/desk/people/" + clerk.account()).body())
                .contains("没有配置邮件，不会发出")
                .doesNotContain("链接已发到对方的邮箱");
    }

    @Test
    void the_address_lies_sealed_in_the_database() {
        assertThat(database.sql("select to_jsonb(a)::text from access.account a where id = :id")
                        .param("id", clerk.account())
                        .query(String.class)
                        .single())
                .doesNotContainIgnoringCase("qimuge");
        assertThat(known.mail(clerk.account())).hasValue(MAIL);
    }

    private Visitor.Answer ask(String name) {
        return sendAsHuman(visitor(), "/sign-in/forgot", ForgottenPages.FORM, "name", name);
    }

    private String signIn(String password) {
        var visitor = visitor();
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "name", clerk.name(), "password", password)
                .location();
    }

    private String stored() {
        return database.sql("select string_agg(r::text, ' ') from access.password_reset r")
                .query(String.class)
                .single();
    }

    private List<String> acts() {
        return database.sql("""
                select act from audit.entry where subject = :account and act not like 'access.act.signed%'
                order by at, id""")
                .param("account", clerk.account())
                .query(String.class)
                .list();
    }
}
