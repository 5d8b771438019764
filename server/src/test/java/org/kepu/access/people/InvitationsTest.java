package org.kepu.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.access.GivenAccounts.TOP;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Together;
import org.kepu.access.Role;
import org.kepu.access.Secret;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

class InvitationsTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final RegionCode KUNDULUN = new RegionCode("150203");
    private static final Pattern LINK = Pattern.compile("/join/([A-Za-z0-9_-]{43})");
    private static final String PASSWORD = "骑马看书走过草原的那一天真好";

    @Autowired
    private Inviting inviting;

    @Autowired
    private Joining joining;

    @Autowired
    private Wishes wishes;

    @Autowired
    private Places places;

    @Autowired
    private Vault vault;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private Scope keeping;

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        OnPostgres.Server.owner(database)
                .sql("truncate access.account, notice.message cascade")
                .update();
        initialTree.afterSingletonsInstantiated();
        keeping = accounts.scope(Role.SYSTEM_ADMINISTRATOR, TOP, Right.KEEP_ACCOUNTS);
    }

    @Test
    void the_invited_chooses_a_password_and_signs_in() {
        inviting.invite(keeping, newcomer("wang", "wang@example.cn", Role.DEPARTMENT_CLERK));
        var link = "/join/" + secret(letter());
        var visitor = visitor();

        assertThat(visitor.get(link).body()).contains("王敏", "<strong>wang</strong>");
        assertThat(visitor.post(link, "fresh", "short", "again", "short").status())
                .isEqualTo(422);
        assertThat(visitor.post(link, "fresh", PASSWORD, "again", PASSWORD + "?")
                        .status())
                .isEqualTo(422);
        assertThat(visitor.post(link, "fresh", PASSWORD, "again", PASSWORD).location())
                .isEqualTo("/sign-in");

        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", "name", "wang", "password", PASSWORD)
                        .location())
                .doesNotContain("wrong");
        assertThat(visitor.get("/desk/sessions").status()).isEqualTo(200);
        assertThat(visitor.get(link).status()).isEqualTo(410);
        assertThat(visitor.post(link, "fresh", PASSWORD + "2", "again", PASSWORD + "2")
                        .status())
                .isEqualTo(410);
        assertThat(told()).containsExactly("access.act.invited", "access.act.joined");
        assertThat(joinedMail("wang")).isEqualTo("wang@example.cn");
    }

    @Test
    void before_that_nobody_signs_in() {
        inviting.invite(keeping, newcomer("wang", null, null));
        var visitor = visitor();
        visitor.get("/sign-in");

        visitor.post("/sign-in", "name", "wang", "password", "");

        assertThat(visitor.get("/desk").location()).isEqualTo("/sign-in");
    }

    @Test
    void the_link_and_the_contact_are_in_no_table_in_clear() {
        inviting.invite(keeping, newcomer("wang", "13800001234", null));
        var secret = secret(letter());

        assertThat(database.sql("""
                        select concat((select string_agg(i::text, '') from access.invitation i),
                                      (select string_agg(m::text, '') from notice.message m),
                                      (select string_agg(e::text, '') from audit.entry e))
                        """).query(String.class).single()).doesNotContain(secret, "13800001234");
        assertThat(Contact.read("13800001234").orElseThrow().masked()).isEqualTo("138****1234");
        assertThat(Contact.read(" wang@example.cn ").orElseThrow().masked()).isEqualTo("w***@example.cn");
        assertThat(Contact.read("nobody")).isEmpty();
    }

    @Test
    void without_a_contact_the_link_is_handed_over() {
        var outcome = inviting.invite(keeping, newcomer("wang", null, null));

        assertThat(outcome).isInstanceOf(Invited.ToHandOver.class);
        assertThat(joining.invited(secretOf(outcome))).isPresent();
        assertThat(letters()).isZero();
    }

    @Test
    void an_old_withdrawn_or_renewed_link_opens_nothing() {
        var first = inviting.invite(keeping, newcomer("old", null, null));
        var second = inviting.invite(keeping, newcomer("withdrawn", null, null));
        var third = inviting.invite(keeping, newcomer("renewed", null, null));
        database.sql("""
                update access.invitation set invited_at = now() - interval '7 days 1 second', expires_at = now() - interval '1 second'
                where account = (select id from access.account where name = 'old')""").update();
        assertThat(inviting.withdraw(keeping, invitation("withdrawn"))).isTrue();
        var again = inviting.again(keeping, invitation("renewed"));

        assertThat(joining.join(secretOf(first), PASSWORD, "")).isEqualTo(new Joining.Outcome.LinkIsOver());
        assertThat(joining.join(secretOf(second), PASSWORD, "")).isEqualTo(new Joining.Outcome.LinkIsOver());
        assertThat(joining.join(secretOf(third), PASSWORD, "")).isEqualTo(new Joining.Outcome.LinkIsOver());
        assertThat(joining.join(new Secret("A".repeat(43)), PASSWORD, "")).isEqualTo(new Joining.Outcome.LinkIsOver());
        assertThat(joining.join(secretOf(again), PASSWORD, "")).isEqualTo(new Joining.Outcome.Joined());
        assertThat(inviting.withdraw(keeping, invitation("renewed"))).isFalse();
        assertThat(inviting.again(keeping, invitation("renewed")))
                .isEqualTo(new Invited.Refused(List.of(Invited.Why.OVER)));
    }

    @Test
    void a_withdrawn_invitation_can_be_sent_again() {
        inviting.invite(keeping, newcomer("wang", null, null));
        inviting.withdraw(keeping, invitation("wang"));

        var again = inviting.again(keeping, invitation("wang"));

        assertThat(joining.join(secretOf(again), PASSWORD, "")).isEqualTo(new Joining.Outcome.Joined());
    }

    @Test
    void of_those_who_follow_one_link_at_once_one_joins() {
        var secret = secretOf(inviting.invite(keeping, newcomer("wang", null, null)));

        var outcomes = Together.together(6, person -> joining.join(secret, PASSWORD + person, ""));

        assertThat(outcomes)
                .filteredOn(Joining.Outcome.Joined.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_name_is_given_once() {
        var outcomes = Together.together(4, person -> inviting.invite(keeping, newcomer("wang", null, null)));

        assertThat(outcomes).filteredOn(Invited.ToHandOver.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(Invited.Refused.class::isInstance)
                .hasSize(3)
                .containsOnly(new Invited.Refused(List.of(Invited.Why.NAME_TAKEN)));
    }

    @Test
    void a_league_invites_and_sees_within_the_league_only() {
        var league = accounts.scope(Role.SYSTEM_ADMINISTRATOR, BAOTOU, Right.KEEP_ACCOUNTS);
        inviting.invite(keeping, newcomer("theirs", TOP));
        inviting.invite(league, newcomer("ours", KUNDULUN));

        assertThat(inviting.invite(league, newcomer("other", TOP)))
                .isEqualTo(new Invited.Refused(List.of(Invited.Why.OUT_OF_REACH)));
        assertThat(inviting.list(league)).extracting(Invitations.Row::name).containsExactly("ours");
        assertThat(inviting.list(keeping))
                .extracting(Invitations.Row::name)
                .containsExactlyInAnyOrder("ours", "theirs");
        assertThat(inviting.list(Scope.nothing(league.actor(), Right.KEEP_ACCOUNTS)))
                .isEmpty();
        assertThatThrownBy(() -> inviting.again(league, invitation("theirs"))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> inviting.withdraw(league, invitation("theirs")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void whoever_invited_gets_no_second_link_to_what_has_become_an_administrators_account() {
        inviting.invite(keeping, newcomer("wang", null, null));
        assertThat(inviting.again(keeping, invitation("wang"))).isInstanceOf(Invited.ToHandOver.class);
        database.sql("""
                insert into access.role_grant (holder, role, region, within, starts_at, given_by, given_at, reason)
                values (:holder, 'AUDITOR', '150000', '150000', now(), '00000000-0000-0000-0000-000000000000', now(), 'for a test')
                """).param("holder", account("wang")).update();

        assertThat(inviting.again(keeping, invitation("wang")))
                .isEqualTo(new Invited.Refused(List.of(Invited.Why.SEPARATE_HAND)));
    }

    @Test
    void a_wished_role_gives_nothing_until_the_security_administrator_gives_it() {
        inviting.invite(keeping, newcomer("wang", null, Role.DEPARTMENT_CLERK));
        var holder = account("wang");
        var security = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, TOP));
        assertThat(roles(holder)).isEmpty();
        assertThat(security.get("/desk").body()).contains("给王敏授予角色", "/desk/people/" + holder);
        var person = security.get("/desk/people/" + holder).body();
        assertThat(person).contains("SYSTEM_ADMINISTRATOR建议授予：部门工作人员").containsOnlyOnce("btn-primary\" href");
        var wish = database.sql("select id from access.wish where holder = :holder")
                .param("holder", holder)
                .query(UUID.class)
                .single();

        var given = security.post(
                "/desk/people/" + holder + "/grants",
                "wish",
                wish.toString(),
                "role",
                "DEPARTMENT_CLERK",
                "place",
                "REGION:150203",
                "from",
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString(),
                "reason",
                "按邀请");

        assertThat(given.status()).isEqualTo(302);
        assertThat(roles(holder)).containsExactly("DEPARTMENT_CLERK");
        assertThat(wishes.open(accounts.scope(Role.SECURITY_ADMINISTRATOR, TOP, Right.GRANT), null, 9))
                .isEmpty();
        assertThat(security.get("/desk").body()).doesNotContain("给王敏授予角色");
    }

    @Test
    void a_wish_is_settled_by_whoever_gives_the_role_without_looking_at_it() {
        inviting.invite(keeping, newcomer("wang", null, Role.DEPARTMENT_CLERK));
        var holder = account("wang");
        var security = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, TOP));
        security.get("/desk/people/" + holder);

        give(security, holder, "EDITOR", KUNDULUN);
        give(security, holder, "DEPARTMENT_CLERK", new RegionCode("150204"));
        assertThat(openWishes()).as("another role, and another place").isEqualTo(1);

        give(security, holder, "DEPARTMENT_CLERK", BAOTOU);
        assertThat(roles(holder)).containsExactlyInAnyOrder("EDITOR", "DEPARTMENT_CLERK", "DEPARTMENT_CLERK");
        assertThat(openWishes()).isZero();
        assertThat(security.get("/desk/people/" + holder).body()).doesNotContain("建议授予");
        assertThat(database.sql("select region from access.role_grant where id = (select granted from access.wish)")
                        .query(String.class)
                        .single())
                .isEqualTo(BAOTOU.value());
    }

    private void give(Visitor security, UUID holder, String role, RegionCode region) {
        var given = security.post(
                "/desk/people/" + holder + "/grants",
                "role",
                role,
                "place",
                "REGION:" + region.value(),
                "from",
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).toString(),
                "reason",
                "办事需要");
        assertThat(given.status()).isEqualTo(302);
    }

    private int openWishes() {
        return wishes.open(accounts.scope(Role.SECURITY_ADMINISTRATOR, TOP, Right.GRANT), null, 9)
                .size();
    }

    @Test
    void wishes_are_decided_on_by_those_who_reach_them() {
        inviting.invite(keeping, newcomer("wang", null, Role.DEPARTMENT_CLERK));
        var elsewhere = accounts.scope(Role.SECURITY_ADMINISTRATOR, new RegionCode("150700"), Right.GRANT);
        var here = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);

        assertThat(wishes.open(elsewhere, null, 9)).isEmpty();
        assertThat(wishes.open(here, null, 9)).extracting(Wishes.Row::holder).containsExactly(account("wang"));
    }

    private Newcomer newcomer(String name, String contact, Role role) {
        return new Newcomer(
                name,
                "王敏",
                places.of("REGION:" + KUNDULUN).orElseThrow(),
                contact == null ? null : Contact.read(contact).orElseThrow(),
                role);
    }

    private Newcomer newcomer(String name, RegionCode region) {
        return new Newcomer(name, "王敏", places.of("REGION:" + region).orElseThrow(), null, null);
    }

    private static Secret secretOf(Invited outcome) {
        var matcher = LINK.matcher(((Invited.ToHandOver) outcome).link());
        assertThat(matcher.find()).isTrue();
        return new Secret(matcher.group(1));
    }

    private static String secret(String letter) {
        var matcher = LINK.matcher(letter);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private String letter() {
        return vault.open(
                "notice.message.text",
                database.sql("select text from notice.message")
                        .query(String.class)
                        .single());
    }

    private int letters() {
        return database.sql("select count(*) from notice.message")
                .query(Integer.class)
                .single();
    }

    private UUID account(String name) {
        return database.sql("select id from access.account where name = :name")
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private String joinedMail(String name) {
        return vault.open(
                "access.account.mail",
                database.sql("select mail from access.account where name = :name")
                        .param("name", name)
                        .query(String.class)
                        .single());
    }

    private UUID invitation(String name) {
        return database.sql("select id from access.invitation where account = :account")
                .param("account", account(name))
                .query(UUID.class)
                .single();
    }

    private List<String> roles(UUID holder) {
        return database.sql("select role from access.role_grant where holder = :holder and revoked_at is null")
                .param("holder", holder)
                .query(String.class)
                .list();
    }

    private List<String> told() {
        return database.sql("""
                select act from audit.entry
                where subject in (select id from access.account) and act not like 'access.act.sign%' order by at
                """).query(String.class).list();
    }
}
