package org.kepu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.factor.Factors;
import org.kepu.access.factor.Telephone;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in in two steps, through the pages. */
class SecondFactorTest extends RunningSite {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Factors factors;

    @Autowired
    private Clock clock;

    private Given clerk;
    private Visitor desk;
    private Telephone telephone;

    @BeforeEach
    void aClerkWithATelephone() {
        nothingIsLeft();
        clerk = accounts.with(Role.EDITOR, GivenAccounts.TOP);
        desk = signedIn(clerk);
        telephone = Telephone.scanning(desk.get("/desk/factors/app").body(), clock);
        assertThat(desk.post("/desk/factors/app", "name", "办公手机", "code", telephone.code())
                        .location())
                .isEqualTo("/desk/factors");
        assertThat(desk.get("/desk/factors").body()).contains("已添加", "办公手机");
        theCodeOfThisHalfMinuteIsUnused();
    }

    private void theCodeOfThisHalfMinuteIsUnused() {
        database.sql("update access.code_app set last_step = 0").update();
    }

    @AfterEach
    void nothingIsLeft() {
        OnPostgres.Server.owner(database)
                .sql("truncate guard.attempt, access.code_app, access.recovery_code, access.session cascade")
                .update();
        database.sql("delete from access.account where name = 'newcomer'").update();
    }

    @Test
    void the_password_alone_opens_nothing() {
        var half = firstStep();
        assertThat(half.get("/sign-in/factor").body()).contains("第二步验证");
        for (var page : List.of("/desk", "/desk/factors", "/desk/sessions", "/desk/password")) {
            assertThat(half.get(page).location()).as(page).isEqualTo("/sign-in");
        }
        assertThat(sessions()).isEqualTo(1);
    }

    @Test
    void the_code_of_the_telephone_opens_the_desk_once() {
        var code = telephone.code();
        assertThat(secondStep(firstStep(), code).location()).isEqualTo("/desk");
        assertThat(secondStep(firstStep(), code).location()).isEqualTo("/sign-in/factor?wrong");
        assertThat(secondStep(firstStep(), telephone.code(1)).location()).isEqualTo("/desk");
    }

    @Test
    void of_many_who_use_one_code_at_the_same_moment_one_comes_in() {
        var code = telephone.code();
        assertThat(Together.together(
                                12,
                                person -> factors.prove(clerk.account(), code).isPresent())
                        .stream()
                        .filter(in -> in))
                .hasSize(1);
    }

    @Test
    void five_wrong_codes_close_the_door_even_to_the_right_one() {
        var half = firstStep();
        for (int i = 0; i < 5; i++) {
            assertThat(secondStep(half, "00000" + i).location()).isEqualTo("/sign-in/factor?wrong");
        }
        assertThat(secondStep(half, telephone.code()).location()).isEqualTo("/sign-in?wait");
        assertThat(secondStep(firstStep(), telephone.code()).location()).isEqualTo("/sign-in?wait");
        assertThat(acts("access.act.locked-out")).isEqualTo(1);
    }

    @Test
    void each_recovery_code_opens_once_and_a_new_set_ends_the_old_one() {
        var codes = recoveryCodes();
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(secondStep(firstStep(), codes.get(3)).location()).isEqualTo("/desk");
        assertThat(secondStep(firstStep(), codes.get(3)).location()).isEqualTo("/sign-in/factor?wrong");
        assertThat(secondStep(
                                firstStep(),
                                codes.get(4).toUpperCase(java.util.Locale.ROOT).replace("-", " "))
                        .location())
                .isEqualTo("/desk");
        assertThat(factors.recoveryCodesLeft(clerk.account())).isEqualTo(8);

        recoveryCodes();
        assertThat(secondStep(firstStep(), codes.get(5)).location()).isEqualTo("/sign-in/factor?wrong");
        assertThat(database.sql("select string_agg(hash, ' ') from access.recovery_code")
                        .query(String.class)
                        .single())
                .doesNotContain(codes.get(6).replace("-", ""));
    }

    @Test
    void a_factor_that_comes_or_goes_ends_the_sessions_elsewhere() {
        var elsewhere = firstStep();
        secondStep(elsewhere, telephone.code());
        assertThat(elsewhere.get("/desk").status()).isEqualTo(200);

        assertThat(desk.post("/desk/factors/" + factor() + "/remove").location())
                .isEqualTo("/desk/factors");
        assertThat(elsewhere.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(desk.get("/desk/factors").body()).contains("已移除", "还没有设置第二步验证");
        assertThat(acts("access.act.factor-added")).isEqualTo(1);
        assertThat(acts("access.act.factor-removed")).isEqualTo(1);
        assertThat(database.sql("select count(*) from audit.entry e where e::text like '%办公手机%'")
                        .query(Integer.class)
                        .single())
                .as("what the owner calls it")
                .isZero();
    }

    @Test
    void what_touches_the_factors_asks_for_a_fresh_proof() {
        database.sql("update access.session set proved_at = proved_at - interval '16 minutes'")
                .update();
        var factor = factor();
        for (var act : List.of("/desk/factors/" + factor + "/remove", "/desk/factors/recovery", "/desk/factors/app")) {
            desk.get("/desk/factors");
            assertThat(desk.post(act).location()).as(act).startsWith("/desk/prove?to=");
        }
        assertThat(desk.get("/desk/factors/app").location()).startsWith("/desk/prove");
        assertThat(factors.of(clerk.account())).hasSize(1);

        desk.get("/desk/prove?to=/desk/factors");
        assertThat(desk.post("/desk/prove", "proof", "wrong", "to", "/desk/factors")
                        .location())
                .startsWith("/desk/prove?problem=wrong");
        assertThat(desk.post("/desk/prove", "proof", clerk.password(), "to", "https://evil.example")
                        .location())
                .isEqualTo("/");
        assertThat(desk.post("/desk/factors/" + factor + "/remove").location()).isEqualTo("/desk/factors");
    }

    @Test
    void who_signs_in_after_another_in_the_same_browser_is_offered_an_app_of_ones_own() {
        var neighbour = accounts.with(Role.REVIEWER, GivenAccounts.TOP);
        var seen = Telephone.scanning(desk.get("/desk/factors/app").body(), clock);
        signIn(desk, neighbour.name(), neighbour.password());
        assertThat(desk.get("/desk/factors").body()).doesNotContain("<th scope=\"row\">办公手机");
        var fresh = Telephone.scanning(desk.get("/desk/factors/app").body(), clock);
        assertThat(fresh.code()).isNotEqualTo(seen.code());
    }

    @Test
    void nobody_removes_the_factor_of_another() {
        var neighbour = signedIn(accounts.with(Role.REVIEWER, GivenAccounts.TOP));
        neighbour.get("/desk/factors");
        assertThat(neighbour.post("/desk/factors/" + factor() + "/remove").status())
                .isEqualTo(404);
        assertThat(factors.of(clerk.account())).hasSize(1);
    }

    @Test
    void after_its_time_an_account_without_second_factor_is_led_to_set_one_up_and_nowhere_else() {
        var newcomer = visitor();
        account("newcomer", "a sentence to remember", 6);
        assertThat(signIn(newcomer, "newcomer", "a sentence to remember").location())
                .isEqualTo("/desk");
        assertThat(signedIn(accounts.with(Role.REVIEWER, GivenAccounts.TOP))
                        .get("/desk")
                        .body())
                .contains("设置登录保护");

        database.sql("update access.account set created_at = now() - interval '8 days' where name = 'newcomer'")
                .update();
        var late = visitor();
        assertThat(signIn(late, "newcomer", "a sentence to remember").location())
                .isEqualTo("/sign-in/enrol");
        assertThat(late.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(late.get("/sign-in/factor").location()).isEqualTo("/sign-in?late");

        var app = Telephone.scanning(late.get("/sign-in/enrol").body(), clock);
        assertThat(late.post("/sign-in/enrol", "code", "123").location()).isEqualTo("/sign-in/enrol?wrong");
        assertThat(late.post("/sign-in/enrol", "code", app.code()).location()).isEqualTo("/desk/factors?enrolled");
        assertThat(late.get("/desk/factors?enrolled").body())
                .contains("登录保护已设置", "已设置 1 项", "<th scope=\"row\">验证器应用</th>");
        assertThat(late.get("/desk/factors").body()).doesNotContain("登录保护已设置");
    }

    @Test
    void the_secret_of_an_app_lies_sealed_in_the_database() {
        var secret = database.sql("select secret from access.code_app")
                .query(String.class)
                .single();
        assertThat(secret).doesNotMatch("[A-Z2-7]{32}").hasSizeGreaterThan(40);
    }

    private void account(String name, String password, int days) {
        database.sql("""
                insert into access.account (name, display_name, password_hash, created_at)
                select :name, '其木格', password_hash, now() - make_interval(days => :days)
                from access.account where id = :like""")
                .param("name", name)
                .param("days", days)
                .param("like", clerk.account())
                .update();
        database.sql("update access.account set password_hash = :hash where name = :name")
                .param(
                        "hash",
                        new Passwords()
                                .passwordEncoder("argon2", new java.security.SecureRandom())
                                .encode(password))
                .param("name", name)
                .update();
    }

    private List<String> recoveryCodes() {
        desk.get("/desk/factors");
        return Pattern.compile("<code class=\"secret\">([a-z2-9-]+)</code>")
                .matcher(desk.post("/desk/factors/recovery").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private UUID factor() {
        return factors.of(clerk.account()).getFirst().id();
    }

    private Visitor firstStep() {
        var visitor = visitor();
        assertThat(signIn(visitor, clerk.name(), clerk.password()).location()).isEqualTo("/sign-in/factor");
        return visitor;
    }

    private static Visitor.Answer secondStep(Visitor visitor, String code) {
        visitor.get("/sign-in/factor");
        return visitor.post("/sign-in/factor", "code", code);
    }

    private static Visitor.Answer signIn(Visitor visitor, String name, String password) {
        visitor.get("/sign-in");
        return visitor.post("/sign-in", "name", name, "password", password);
    }

    private int sessions() {
        return database.sql("select count(*) from access.session where account = :account and ended_at is null")
                .param("account", clerk.account())
                .query(Integer.class)
                .single();
    }

    private int acts(String act) {
        return database.sql("""
                select count(*) from audit.entry
                where act = :act and subject = :account
                  and at > (select min(opened_at) from access.session where account = :account)""")
                .param("act", act)
                .param("account", clerk.account())
                .query(Integer.class)
                .single();
    }
}
