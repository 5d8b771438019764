package org.kepu.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.access.GivenAccounts.TOP;

import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.AccountMails;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.access.factor.Factors;
import org.kepu.access.factor.Telephone;
import org.kepu.notice.SentMessages;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A telephone and its recovery codes are lost, and the security administrator helps. */
class LostFactorsTest extends RunningSite {

    private static final String MAIL = "batu@example.cn";
    private static final String FORM = "第二因子丢失";

    @Autowired
    private JdbcClient database;

    @Autowired
    private Vault vault;

    @Autowired
    private Factors factors;

    @Autowired
    private AccountMails mails;

    @Autowired
    private Clock clock;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private SentMessages sent;
    private Given clerk;
    private Visitor desk;
    private Visitor guard;

    @BeforeEach
    void a_clerk_with_a_telephone() {
        new Ground(database).clear();
        OnPostgres.Server.owner(database)
                .sql("truncate access.account, guard.attempt cascade")
                .update();
        initialTree.afterSingletonsInstantiated();
        sent = new SentMessages(database, vault);
        sent.clear();
        clerk = accounts.with(Role.EDITOR, TOP);
        mails.keep(clerk.account(), MAIL);
        desk = signedIn(clerk);
        protect(desk);
        guard = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, TOP));
    }

    @Test
    void the_factors_go_the_sessions_end_the_owner_is_told_and_sets_up_new_ones_at_once() {
        assertThat(guard.get(page(clerk)).body()).contains(FORM);
        assertThat(forget(guard, clerk, "手机丢失，已当面核实").location()).isEqualTo(page(clerk));
        assertThat(guard.get(page(clerk)).body()).contains("第二因子已清除").doesNotContain(FORM);

        assertThat(factors.of(clerk.account())).isEmpty();
        assertThat(desk.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(sent.to(MAIL)).singleElement().asString().contains("SECURITY_ADMINISTRATOR", "12345");
        assertThat(database.sql("""
                select reason from audit.entry where act = 'access.act.factors-forgotten' and subject = :account""")
                        .param("account", clerk.account())
                        .query(String.class)
                        .list())
                .containsExactly("手机丢失，已当面核实");

        var again = visitor();
        again.get("/sign-in");
        assertThat(again.post("/sign-in", "name", clerk.name(), "password", clerk.password())
                        .location())
                .isEqualTo("/sign-in/enrol");
    }

    @Test
    void done_twice_the_second_time_changes_nothing_and_tells_nobody() {
        forget(guard, clerk, "手机丢失");
        guard.get(page(clerk));
        forget(guard, clerk, "手机丢失");
        assertThat(guard.get(page(clerk)).body()).contains("已经结束了，没有改动");
        assertThat(sent.to(MAIL)).hasSize(1);
    }

    @Test
    void without_a_reason_or_with_a_telephone_number_in_it_nothing_happens() {
        for (var why : new String[] {"", " ", "电话 13812345678"}) {
            assertThat(forget(guard, clerk, why).location()).isEqualTo(page(clerk));
        }
        assertThat(factors.of(clerk.account())).hasSize(1);
        assertThat(desk.get("/desk").status()).isEqualTo(200);
    }

    @Test
    void only_the_security_administrator_who_keeps_the_account_does_it_and_not_to_oneself() {
        for (var other :
                new Given[] {accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP), accounts.with(Role.AUDITOR, TOP), clerk}) {
            var visitor = other == clerk ? desk : signedIn(other);
            assertThat(forget(visitor, clerk, "手机丢失").status()).as(other.name()).isEqualTo(403);
        }
        var elsewhere = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, new RegionCode("150200")));
        assertThat(forget(elsewhere, clerk, "手机丢失").status()).isEqualTo(404);

        var self = accounts.with(Role.SECURITY_ADMINISTRATOR, TOP);
        protect(guard);
        assertThat(guard.get(page(self)).body()).doesNotContain(FORM);
        forget(guard, self, "手机丢失");
        assertThat(factors.of(self.account())).hasSize(1);
        assertThat(factors.of(clerk.account())).hasSize(1);
    }

    private void protect(Visitor visitor) {
        var telephone = Telephone.scanning(visitor.get("/desk/factors/app").body(), clock);
        visitor.post("/desk/factors/app", "name", "手机", "code", telephone.code());
    }

    private static Visitor.Answer forget(Visitor visitor, Given account, String why) {
        visitor.get("/desk");
        return visitor.post(page(account) + "/factors/forget", "why", why);
    }

    private static String page(Given account) {
        return "/desk/people/" + account.account();
    }
}
