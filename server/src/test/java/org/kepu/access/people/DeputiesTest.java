package org.kepu.access.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.access.GivenAccounts.TOP;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.access.Standing;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeputiesTest extends RunningSite {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final RegionCode KUNDULUN = new RegionCode("150203");

    @Autowired
    private Deputies deputies;

    @Autowired
    private DeputyEntries entries;

    @Autowired
    private Standing standing;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private Given office;
    private Given colleague;

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        OnPostgres.Server.owner(database).sql("truncate access.account cascade").update();
        initialTree.afterSingletonsInstantiated();
        office = accounts.with(Role.OFFICE_CLERK, BAOTOU);
        colleague = accounts.with(Role.LEADER, KUNDULUN);
    }

    @Test
    void a_deputy_switches_acts_with_the_others_rights_and_is_oneself_again() {
        var entry = named(office, colleague);
        var visitor = signedIn(colleague);
        assertThat(visitor.get("/desk/plans/upload").status()).isNotEqualTo(200);
        assertThat(visitor.get("/desk").body())
                .contains("可以代OFFICE_CLERK办理", "/desk/deputies/" + entry + "/act")
                .doesNotContain("in-place-of");

        var began = visitor.post("/desk/deputies/" + entry + "/act");

        assertThat(began.location()).isEqualTo("/desk");
        assertThat(visitor.get("/desk").body()).contains("正在代OFFICE_CLERK办理");
        assertThat(doors(visitor)).contains("/desk/bodies", "/desk/ledger");
        assertThat(visitor.get("/desk/bodies/new?region=150200").status()).isEqualTo(200);

        visitor.post("/desk/deputies/stop");

        assertThat(visitor.get("/desk").body()).doesNotContain("正在代");
        assertThat(visitor.get("/desk/bodies/new?region=150200").status()).isEqualTo(403);
        assertThat(told())
                .containsExactly(
                        "access.act.deputy-named office_clerk-150200 -",
                        "access.act.deputy-began leader-150203 office_clerk-150200",
                        "access.act.deputy-stopped leader-150203 office_clerk-150200");
    }

    @Test
    void somebody_without_a_role_comes_to_the_desk_is_told_so_and_stands_in_for_others() {
        var entry = named(office, colleague);
        OnPostgres.Server.owner(database)
                .sql("delete from access.role_grant where holder = :holder")
                .param("holder", colleague.account())
                .update();
        var visitor = signedIn(colleague);
        assertThat(visitor.get("/desk").body()).contains("您还没有角色", "可以代OFFICE_CLERK办理");
        assertThat(visitor.get("/desk/deputies").body()).contains("OFFICE_CLERK");
        assertThat(visitor.get("/desk/bodies").status()).isEqualTo(403);

        visitor.post("/desk/deputies/" + entry + "/act");

        assertThat(visitor.get("/desk").body()).contains("正在代OFFICE_CLERK办理").doesNotContain("您还没有角色");
        assertThat(visitor.get("/desk/bodies/new?region=150200").status()).isEqualTo(200);
    }

    @Test
    void what_a_deputy_does_is_told_with_both_names() {
        var visitor = signedIn(colleague);
        visitor.get("/desk/deputies");
        visitor.post("/desk/deputies/" + named(office, colleague) + "/act");
        visitor.get("/desk/bodies/new?region=150200");

        visitor.post("/desk/bodies/new", "region", "150200", "name", "市科协", "kind", "");

        assertThat(told()).last().asString().endsWith("leader-150203 office_clerk-150200");
        assertThat(told()).last().asString().startsWith("body.act.");
    }

    @Test
    void when_the_entry_ends_the_next_request_is_ones_own() {
        for (var end : List.of(
                "update access.deputy set starts_at = now() - interval '9 days', ends_at = now() - interval '1 second' where id = :id",
                "update access.deputy set ended_at = now(), ended_by = represented where id = :id",
                "update access.account set closed_at = now() where id = (select represented from access.deputy where id = :id)")) {
            var entry = named(office, colleague);
            var visitor = signedIn(colleague);
            visitor.get("/desk/deputies");
            visitor.post("/desk/deputies/" + entry + "/act");
            assertThat(visitor.get("/desk/bodies/new?region=150200").status())
                    .as(end)
                    .isEqualTo(200);

            database.sql(end).param("id", entry).update();

            assertThat(visitor.get("/desk/bodies/new?region=150200").status())
                    .as(end)
                    .isEqualTo(403);
            assertThat(visitor.get("/desk").body()).as(end).doesNotContain("正在代");
        }
    }

    @Test
    void a_deputy_has_what_the_other_has_now() {
        var visitor = signedIn(colleague);
        visitor.get("/desk/deputies");
        visitor.post("/desk/deputies/" + named(office, colleague) + "/act");
        assertThat(visitor.get("/desk/ledger").status()).isEqualTo(200);

        database.sql("""
                update access.role_grant set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'
                where holder = :holder""").param("holder", office.account()).update();

        assertThat(visitor.get("/desk/bodies/new?region=150200").status()).isEqualTo(403);
    }

    @Test
    void nobody_acts_by_an_entry_of_others() {
        var entry = named(office, colleague);
        var stranger = accounts.with(Role.EXPERT, TOP);
        var visitor = signedIn(stranger);
        visitor.get("/desk/deputies");

        assertThat(visitor.post("/desk/deputies/" + entry + "/act").status()).isEqualTo(404);
        assertThat(visitor.post("/desk/deputies/" + entry + "/end").status()).isEqualTo(404);
        assertThat(visitor.get("/desk").body()).doesNotContain("正在代");
        assertThat(entries.own(scope(stranger))).isEmpty();
        assertThat(entries.own(scope(colleague))).extracting(DeputyView::id).containsExactly(entry);
    }

    @Test
    void the_three_hands_have_no_deputies_and_are_none() {
        for (var hand : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR)) {
            var holder = accounts.with(hand, TOP);
            assertThat(name(holder, colleague.name()))
                    .isEqualTo(new Deputies.Named.Refused(List.of(DeputyRule.NOT_FOR_A_HAND)));
            assertThat(name(office, holder.name()))
                    .isEqualTo(new Deputies.Named.Refused(List.of(DeputyRule.NOT_BY_A_HAND)));
        }
    }

    @Test
    void the_three_hands_see_nothing_of_deputies() {
        for (var role : Role.values()) {
            assertThat(signedIn(accounts.with(role, TOP)).get("/desk").body().contains("href=\"/desk/deputies\""))
                    .as(role.name())
                    .isEqualTo(!role.isSeparate());
        }
    }

    @Test
    void a_deputy_wrongly_named_for_somebody_away_is_told_at_the_field_and_what_was_typed_stays() {
        var security = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, TOP));
        var person = "/desk/people/" + office.account();
        assertThat(security.get(person).body()).contains("本人不在，由您指定代理").doesNotContain("id=\"deputy-error\"");
        var answer = security.post(
                person + "/deputies",
                "deputy",
                "nobody",
                "from",
                "2031-03-05",
                "until",
                "2031-03-09",
                "reason",
                "出差学习");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"deputy-error\"", "没有这个账号", "value=\"nobody\"", "value=\"2031-03-05\"", "value=\"出差学习\"")
                .containsPattern("<details class=\"section\" open");
        assertThat(security.post(person + "/deputies", "deputy", colleague.name())
                        .status())
                .isEqualTo(422);
        assertThat(entries.own(scope(office))).isEmpty();
    }

    @Test
    void the_account_of_a_system_is_told_as_one_and_has_no_deputies() {
        var service = accounts.with(Role.EXPERT, TOP);
        database.sql("update access.account set kind = 'SERVICE' where id = :id")
                .param("id", service.account())
                .update();
        database.sql(
                        "update access.role_grant set revoked_at = now(), revoked_by = given_by, revoked_why = '不用了' where holder = :id")
                .param("id", service.account())
                .update();
        var page = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, TOP)).get("/desk/people/" + service.account());

        assertThat(page.body()).contains("系统账号", "读不到任何数据").doesNotContain("本人不在", "可以登录");
    }

    @Test
    void who_becomes_a_hand_stops_being_a_deputy() {
        var other = accounts.with(Role.EXPERT, TOP);
        var entry = named(office, other);
        assertThat(entries.holding(entry.toString(), other.account())).isPresent();

        database.sql("""
                update access.role_grant set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'
                where holder = :holder""").param("holder", other.account()).update();
        database.sql("""
                insert into access.role_grant (holder, role, region, within, starts_at, given_by, given_at, reason)
                values (:holder, 'AUDITOR', '150000', '150000', now(), '00000000-0000-0000-0000-000000000000', now(), 'for a test')
                """).param("holder", other.account()).update();

        assertThat(entries.holding(entry.toString(), other.account())).isEmpty();
    }

    @Test
    void there_are_no_chains() {
        var third = accounts.with(Role.EXPERT, TOP);
        named(office, colleague);
        var second = named(colleague, third);

        var represented = entries.holding(second.toString(), third.account()).orElseThrow();

        assertThat(standing.rights(third.actor().inPlaceOf(represented.account())))
                .isEqualTo(Role.LEADER.rights());
    }

    @Test
    void all_that_speaks_against_a_deputy_is_told() {
        var today = LocalDate.now(clock);
        assertThat(deputies.nameOwn(
                        scope(office),
                        new DeputyRule.Wanted(
                                office.account(), "nobody", today.minusDays(1), today.plusDays(300), "?")))
                .isEqualTo(new Deputies.Named.Refused(
                        List.of(DeputyRule.UNKNOWN, DeputyRule.BEGINS_IN_THE_PAST, DeputyRule.TOO_LONG)));
        assertThat(name(office, office.name())).isEqualTo(new Deputies.Named.Refused(List.of(DeputyRule.ONESELF)));
        named(office, colleague);
        assertThat(name(office, colleague.name()))
                .isEqualTo(new Deputies.Named.Refused(List.of(DeputyRule.NAMED_ALREADY)));
        assertThatThrownBy(() -> deputies.nameOwn(
                        scope(colleague),
                        new DeputyRule.Wanted(office.account(), colleague.name(), today, today, "for myself")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void for_somebody_away_the_security_administrator_names_a_deputy_within_reach() {
        var today = LocalDate.now(clock);
        var wanted = new DeputyRule.Wanted(office.account(), colleague.name(), today, today.plusDays(3), "生病");
        var elsewhere = accounts.scope(Role.SECURITY_ADMINISTRATOR, new RegionCode("150700"), Right.GRANT);
        var here = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);

        assertThatThrownBy(() -> deputies.nameFor(elsewhere, wanted)).isInstanceOf(NotFound.class);
        var entry = ((Deputies.Named.Done) deputies.nameFor(here, wanted)).entry();
        assertThat(deputies.of(elsewhere, office.account())).isEmpty();
        assertThat(deputies.of(here, office.account()))
                .extracting(DeputyView::id)
                .containsExactly(entry);
        assertThatThrownBy(() -> deputies.endFor(elsewhere, office.account(), entry))
                .isInstanceOf(NotFound.class);
        assertThat(deputies.endFor(here, office.account(), entry)).isTrue();
        assertThat(deputies.endFor(here, office.account(), entry)).isFalse();
    }

    private Deputies.Named name(Given represented, String deputy) {
        var today = LocalDate.now(clock);
        return deputies.nameOwn(
                scope(represented),
                new DeputyRule.Wanted(represented.account(), deputy, today, today.plusDays(5), "出差"));
    }

    private UUID named(Given represented, Given deputy) {
        return ((Deputies.Named.Done) name(represented, deputy.name())).entry();
    }

    private Scope scope(Given account) {
        return standing.scope(account.actor(), Right.DESK);
    }

    private static List<String> doors(Visitor visitor) {
        return java.util.regex.Pattern.compile("class=\"door\" href=\"([^\"]+)\"")
                .matcher(visitor.get("/desk").body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private List<String> told() {
        return database.sql("""
                select concat_ws(' ', act, own.name, coalesce(other.name, '-'))
                from audit.entry
                join access.account own on own.id = actor
                left join access.account other on other.id = represented
                where act like '%deputy%' or act like 'body.%' order by at
                """).query(String.class).list();
    }
}
