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
import org.kepu.Together;
import org.kepu.access.GivenAccounts;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.access.Standing;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.page.NotFound;
import org.kepu.region.Ground;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnPostgres
class GrantingTest {

    private static final RegionCode BAOTOU = new RegionCode("150200");
    private static final RegionCode KUNDULUN = new RegionCode("150203");
    private static final RegionCode HULUNBUIR = new RegionCode("150700");
    private static final UUID NOBODY = new UUID(0, 7);

    @Autowired
    private Granting granting;

    @Autowired
    private ClosingAccounts closing;

    @Autowired
    private ReadingPeople people;

    @Autowired
    private Standing standing;

    @Autowired
    private GivenAccounts accounts;

    @Autowired
    private KeepingBodies bodies;

    @Autowired
    private Places places;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private Scope security;

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        OnPostgres.Server.owner(database).sql("truncate access.account cascade").update();
        initialTree.afterSingletonsInstantiated();
        security = accounts.scope(Role.SECURITY_ADMINISTRATOR, TOP, Right.GRANT);
        accounts.with(Role.SYSTEM_ADMINISTRATOR, TOP);
        accounts.with(Role.AUDITOR, TOP);
    }

    @Test
    void a_role_that_is_given_counts_and_is_on_the_trail() {
        var clerk = account("wang");

        var given = granting.give(security, wanted(clerk, Role.OFFICE_CLERK, place(KUNDULUN)));

        assertThat(given).isInstanceOf(Granted.Given.class);
        assertThat(reach(clerk, Right.REVIEW_PLANS)).containsExactly(KUNDULUN);
        assertThat(trail()).containsExactly("access.act.granted 150203 办事需要");
    }

    @Test
    void a_hand_is_for_who_took_up_the_invitation_and_ends_the_links_to_the_password() {
        var clerk = account("wang");
        database.sql("""
                insert into access.invitation (account, token_hash, invited_by, invited_at, expires_at)
                values (:account, sha256('a link'), :account, now(), now() + interval '7 days')""").param("account", clerk).update();
        database.sql("""
                insert into access.password_reset (token_hash, account, asked_at, until)
                values ('a link', :account, now(), now() + interval '30 minutes')""").param("account", clerk).update();
        assertThat(granting.give(security, wanted(clerk, Role.AUDITOR, place(KUNDULUN))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.NOT_TAKEN_UP)));
        assertThat(links()).isEqualTo(1);

        database.sql("update access.invitation set accepted_at = now()").update();
        assertThat(granting.give(security, wanted(clerk, Role.AUDITOR, place(KUNDULUN))))
                .isInstanceOf(Granted.Given.class);
        assertThat(links()).isZero();
    }

    private int links() {
        return database.sql("select count(*) from access.password_reset")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_role_may_be_for_a_body_and_is_then_given_by_who_reaches_its_division() {
        var body = bodies.register(accounts.scope(Right.KEEP_BODIES), KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        var there = places.of("BODY:" + body.id()).orElseThrow();
        var hulunbuir = accounts.scope(Role.SECURITY_ADMINISTRATOR, HULUNBUIR, Right.GRANT);
        var baotou = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);
        var clerk = account("wang");

        keptIn(clerk, HULUNBUIR);
        assertThat(granting.give(hulunbuir, wanted(clerk, Role.DEPARTMENT_CLERK, there)))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.OUT_OF_REACH)));
        keptIn(clerk, KUNDULUN);
        assertThat(granting.give(baotou, wanted(clerk, Role.DEPARTMENT_CLERK, there)))
                .isInstanceOf(Granted.Given.class);

        var scope = standing.scope(actor(clerk), Right.DO_TASKS);
        assertThat(scope.bodies()).containsExactly(body.id());
        assertThat(scope.regions()).isEmpty();
    }

    @Test
    void a_privacy_officer_serves_a_division_and_no_body() {
        var body = bodies.register(accounts.scope(Right.KEEP_BODIES), KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        var there = places.of("BODY:" + body.id()).orElseThrow();
        var clerk = account("wang");

        assertThat(granting.give(security, wanted(clerk, Role.PRIVACY_OFFICER, there)))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.OFFICER_NEEDS_A_REGION)));
        assertThat(granting.give(security, wanted(clerk, Role.PRIVACY_OFFICER, place(KUNDULUN))))
                .isInstanceOf(Granted.Given.class);
        assertThatThrownBy(() -> database.sql("""
                insert into access.role_grant (holder, role, body, within, starts_at, given_by, given_at, reason)
                values (:holder, 'PRIVACY_OFFICER', :body, '150203', now(), :by, now(), 'past the service')
                """)
                        .param("holder", clerk)
                        .param("body", body.id().value())
                        .param("by", new UUID(0, 0))
                        .update())
                .hasMessageContaining("role_grant_officer_has_a_region");
    }

    @Test
    void nobody_gives_to_oneself() {
        var own = security.actor().account();

        assertThat(granting.give(security, wanted(own, Role.SECURITY_ADMINISTRATOR, place(KUNDULUN))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.TO_ONESELF)));
        assertThat(granting.give(security, wanted(own, Role.OFFICE_CLERK, place(TOP))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.TO_ONESELF, GrantRule.HANDS_STAY_APART)));
        assertThatThrownBy(() -> insert(own, "SECURITY_ADMINISTRATOR", KUNDULUN, own))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("role_grant_is_not_given_to_oneself");
    }

    @Test
    void a_league_gives_within_the_league_only() {
        var league = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);
        var ours = account("ours");
        var theirs = account("theirs");
        keptIn(ours, KUNDULUN);
        keptIn(theirs, HULUNBUIR);

        assertThat(granting.give(league, wanted(ours, Role.LEADER, place(HULUNBUIR))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.OUT_OF_REACH)));
        assertThat(granting.give(league, wanted(ours, Role.LEADER, place(TOP))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.OUT_OF_REACH)));
        assertThat(granting.give(league, wanted(ours, Role.LEADER, place(BAOTOU))))
                .isInstanceOf(Granted.Given.class);
        assertThatThrownBy(() -> granting.give(league, wanted(theirs, Role.LEADER, place(BAOTOU))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> insert(theirs, "LEADER", HULUNBUIR, league.actor().account()))
                .hasMessageContaining("by a security administrator who reaches it");
    }

    @Test
    void a_league_takes_back_and_sees_within_the_league_only() {
        var league = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);
        var clerk = account("wang");
        var here = given(clerk, Role.LEADER, KUNDULUN);
        var there = given(clerk, Role.LEADER, HULUNBUIR);
        var reading = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.SEE_PEOPLE);

        assertThat(people.person(reading, clerk).orElseThrow().live())
                .extracting(GrantView::id)
                .containsExactly(here);
        assertThatThrownBy(() -> granting.takeBack(league, clerk, there, "不再负责"))
                .isInstanceOf(NotFound.class);
        assertThat(granting.takeBack(league, clerk, here, "不再负责")).isEqualTo(TakenBack.DONE);
        assertThat(granting.takeBack(league, clerk, here, "不再负责")).isEqualTo(TakenBack.OVER);
        assertThat(reach(clerk, Right.READ_LEDGER)).containsExactly(HULUNBUIR);
        assertThat(people.person(reading, clerk)).isEmpty();
    }

    @Test
    void only_who_holds_the_right_gives() {
        var clerk = account("wang");
        for (var role : Role.values()) {
            if (role.rights().contains(Right.GRANT)) {
                continue;
            }
            var other = accounts.scope(role, TOP, Right.GRANT);
            assertThat(other.isEmpty()).as(role.name()).isTrue();
            assertThatThrownBy(() -> granting.give(other, wanted(clerk, Role.LEADER, place(KUNDULUN))))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            insert(clerk, "LEADER", KUNDULUN, other.actor().account()))
                    .hasMessageContaining("by a security administrator who reaches it");
        }
        assertThat(reach(clerk, Right.READ_LEDGER)).isEmpty();
    }

    @Test
    void the_three_hands_go_with_nothing_else() {
        var hands = List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR);
        for (var hand : hands) {
            for (var other : Role.values()) {
                if (hand == other) {
                    continue;
                }
                var holder = account(hand + "-" + other);
                given(holder, hand, TOP);
                assertThat(granting.give(security, wanted(holder, other, place(KUNDULUN))))
                        .as(hand + " and " + other)
                        .isEqualTo(new Granted.Refused(List.of(GrantRule.HANDS_STAY_APART)));
                assertThatThrownBy(() -> insert(holder, other.name(), KUNDULUN, new UUID(0, 0)))
                        .as(hand + " and " + other + " past the service")
                        .hasMessageContaining("role_grant_hands_stay_apart");
            }
        }
        assertThat(database.sql("select count(distinct holder) = count(*) from access.role_grant where hand <> ''")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void one_hand_may_follow_another_role_once_that_is_over() {
        var holder = account("wang");
        var today = LocalDate.now(clock);
        granting.give(
                security,
                new GrantRule.Wanted(holder, Role.LEADER, place(TOP), new Period(today, today.plusDays(9)), "借调"));

        assertThat(granting.give(
                        security,
                        new GrantRule.Wanted(
                                holder, Role.AUDITOR, place(TOP), new Period(today.plusDays(9), null), "任命")))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.HANDS_STAY_APART)));
        assertThat(granting.give(
                        security,
                        new GrantRule.Wanted(
                                holder, Role.AUDITOR, place(TOP), new Period(today.plusDays(10), null), "任命")))
                .isInstanceOf(Granted.Given.class);
        assertThat(reach(holder, Right.READ_TRAIL)).isEmpty();
    }

    @Test
    void of_those_who_give_one_person_different_hands_at_once_one_wins() {
        var others = List.of(Role.AUDITOR, Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.LEADER);
        for (int round = 0; round < 5; round++) {
            var holder = account("holder-" + round);
            var outcomes = Together.together(
                    12,
                    person -> granting.give(
                            security, wanted(holder, others.get(person % others.size()), place(KUNDULUN))));

            assertThat(outcomes).filteredOn(Granted.Given.class::isInstance).hasSize(1);
            assertThat(live(holder)).hasSize(1);
        }
    }

    @Test
    void past_the_service_the_database_lets_one_of_them_through() {
        var holder = account("wang");
        var roles = List.of("AUDITOR", "SYSTEM_ADMINISTRATOR", "OFFICE_CLERK");

        var outcomes = Together.together(6, person -> {
            try {
                insert(holder, roles.get(person % roles.size()), TOP, new UUID(0, 0));
                return true;
            } catch (DataAccessException refused) {
                return false;
            }
        });

        assertThat(outcomes).filteredOn(won -> won).hasSize(1);
        assertThat(live(holder)).hasSize(1);
    }

    @Test
    void all_that_speaks_against_it_is_told_at_once() {
        var holder = account("wang");
        given(holder, Role.LEADER, KUNDULUN);
        var today = LocalDate.now(clock);

        assertThat(granting.give(security, wanted(holder, Role.LEADER, place(KUNDULUN))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.HELD_ALREADY)));
        assertThat(granting.give(
                        security,
                        new GrantRule.Wanted(
                                holder,
                                Role.AUDITOR,
                                new Place(Place.Kind.BODY, NOBODY.toString(), "?", new RegionCode("160000")),
                                new Period(today.minusDays(1), today.minusDays(3)),
                                "?")))
                .isEqualTo(new Granted.Refused(List.of(
                        GrantRule.OUT_OF_REACH,
                        GrantRule.HAND_NEEDS_A_REGION,
                        GrantRule.BEGINS_IN_THE_PAST,
                        GrantRule.ENDS_BEFORE_IT_BEGINS)));
    }

    @Test
    void one_of_each_hand_remains() {
        var admin = accounts.scope(Role.SYSTEM_ADMINISTRATOR, TOP, Right.KEEP_ACCOUNTS);
        var auditor = accounts.with(Role.AUDITOR, TOP).account();
        var only = grant(auditor);

        assertThat(granting.takeBack(security, auditor, only, "调离")).isEqualTo(TakenBack.LAST_HAND);
        assertThat(closing.close(admin, auditor, "调离")).isEqualTo(TakenBack.LAST_HAND);
        assertThat(live(auditor)).containsExactly("AUDITOR");

        given(account("second"), Role.AUDITOR, TOP);
        assertThat(granting.takeBack(security, auditor, only, "调离")).isEqualTo(TakenBack.DONE);
    }

    @Test
    void of_two_last_auditors_who_leave_at_once_one_stays() {
        var first = accounts.with(Role.AUDITOR, TOP).account();
        var second = account("second");
        given(second, Role.AUDITOR, TOP);
        var leaving = List.of(first, second);

        var outcomes = Together.together(
                2, person -> granting.takeBack(security, leaving.get(person), grant(leaving.get(person)), "调离"));

        assertThat(outcomes).containsExactlyInAnyOrder(TakenBack.DONE, TakenBack.LAST_HAND);
    }

    @Test
    void own_roles_are_taken_back_by_somebody_else() {
        var own = security.actor().account();
        assertThat(granting.takeBack(security, own, grant(own), "退休")).isEqualTo(TakenBack.OWN);
    }

    @Test
    void a_closed_account_has_no_rights_until_it_is_opened_again() {
        var admin = accounts.scope(Role.SYSTEM_ADMINISTRATOR, TOP, Right.KEEP_ACCOUNTS);
        var clerk = account("wang");
        given(clerk, Role.LEADER, KUNDULUN);

        assertThat(closing.close(admin, clerk, "离职")).isEqualTo(TakenBack.DONE);
        assertThat(standing.rights(actor(clerk))).isEmpty();
        assertThat(granting.give(security, wanted(clerk, Role.EXPERT, place(TOP))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.CLOSED_ACCOUNT)));
        assertThat(closing.close(admin, clerk, "离职")).isEqualTo(TakenBack.OVER);
        assertThat(closing.reopen(admin, clerk)).isTrue();
        assertThat(standing.rights(actor(clerk))).isEqualTo(Role.LEADER.rights());
        assertThat(trail()).contains("access.act.account-closed - 离职", "access.act.account-reopened - ");
    }

    @Test
    void accounts_are_closed_by_who_keeps_them() {
        var league = accounts.scope(Role.SYSTEM_ADMINISTRATOR, BAOTOU, Right.KEEP_ACCOUNTS);
        var clerk = account("wang");
        given(clerk, Role.LEADER, KUNDULUN);

        assertThatThrownBy(() -> closing.close(league, clerk, "离职")).isInstanceOf(NotFound.class);
        keptIn(clerk, KUNDULUN);
        assertThat(closing.close(league, clerk, "离职")).isEqualTo(TakenBack.DONE);
    }

    @Test
    void services_and_citizens_are_no_hands() {
        var service = account("service");
        database.sql("update access.account set kind = 'SERVICE' where id = :id")
                .param("id", service)
                .update();

        assertThat(granting.give(security, wanted(service, Role.AUDITOR, place(TOP))))
                .isEqualTo(new Granted.Refused(List.of(GrantRule.NOT_FOR_SERVICES)));
        assertThatThrownBy(() -> insert(service, "AUDITOR", TOP, new UUID(0, 0)))
                .hasMessageContaining("this kind of account does not hold this role");
        assertThat(granting.give(security, wanted(service, Role.LEADER, place(TOP))))
                .isInstanceOf(Granted.Given.class);
        database.sql("update access.account set kind = 'CITIZEN', name = null, password_hash = null where id = :id")
                .param("id", service)
                .update();
        assertThatThrownBy(() -> granting.give(security, wanted(service, Role.EXPERT, place(TOP))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> insert(service, "EXPERT", TOP, new UUID(0, 0)))
                .hasMessageContaining("this kind of account does not hold this role");
    }

    @Test
    void the_list_tells_those_within_reach_by_what_they_hold_there() {
        var ours = account("ours");
        var working = account("working");
        var theirs = account("theirs");
        var bare = account("bare");
        keptIn(ours, KUNDULUN);
        keptIn(theirs, HULUNBUIR);
        keptIn(bare, KUNDULUN);
        given(ours, Role.LEADER, BAOTOU);
        given(working, Role.EXPERT, KUNDULUN);
        given(working, Role.LEADER, HULUNBUIR);
        given(theirs, Role.LEADER, HULUNBUIR);
        var league = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.SEE_PEOPLE);
        var keeper = "security_administrator-150200";

        assertThat(names(league, PeopleSearch.Only.OPEN, null, "")).containsExactly(keeper, "bare", "ours", "working");
        assertThat(names(league, PeopleSearch.Only.NONE, null, "")).containsExactly("bare");
        assertThat(names(league, PeopleSearch.Only.OPEN, Role.LEADER, "")).containsExactly("ours");
        assertThat(names(league, PeopleSearch.Only.OPEN, null, "ORK")).containsExactly("working");
        assertThat(people.list(league, search(PeopleSearch.Only.OPEN, Role.EXPERT, ""), 1, 10)
                        .lines())
                .singleElement()
                .satisfies(line -> assertThat(line.roles()).containsExactly(Role.EXPERT));
        assertThat(names(
                        accounts.scope(Role.SECURITY_ADMINISTRATOR, TOP, Right.SEE_PEOPLE),
                        PeopleSearch.Only.OPEN,
                        Role.LEADER,
                        ""))
                .containsExactly("ours", "theirs", "working");
        assertThat(people.list(
                                Scope.nothing(security.actor(), Right.SEE_PEOPLE),
                                search(PeopleSearch.Only.OPEN, null, ""),
                                1,
                                10)
                        .lines())
                .isEmpty();
    }

    @Test
    void places_are_found_within_reach_only() {
        bodies.register(accounts.scope(Right.KEEP_BODIES), KUNDULUN, "区科协", BodyKind.MASS_ORGANISATION);
        bodies.register(accounts.scope(Right.KEEP_BODIES), HULUNBUIR, "市科协", BodyKind.MASS_ORGANISATION);
        var league = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);

        assertThat(places.named("科协", league)).extracting(Place::name).containsExactly("昆都仑区 · 区科协");
        assertThat(places.named("昆都仑", league)).extracting(Place::key).containsExactly("REGION:150203");
        assertThat(places.named("呼伦贝尔", league)).isEmpty();
        assertThat(places.named("", league)).extracting(Place::name).containsExactly("包头市");
    }

    private List<String> names(Scope scope, PeopleSearch.Only only, Role role, String words) {
        return people.list(scope, search(only, role, words), 1, 100).lines().stream()
                .map(PersonLine::name)
                .toList();
    }

    private static PeopleSearch search(PeopleSearch.Only only, Role role, String words) {
        return new PeopleSearch(words, role, null, only);
    }

    private GrantRule.Wanted wanted(UUID holder, Role role, Place place) {
        return new GrantRule.Wanted(holder, role, place, new Period(LocalDate.now(clock), null), "办事需要");
    }

    private UUID given(UUID holder, Role role, RegionCode region) {
        return ((Granted.Given) granting.give(security, wanted(holder, role, place(region)))).grant();
    }

    private Place place(RegionCode region) {
        return places.of("REGION:" + region).orElseThrow();
    }

    private UUID account(String name) {
        return database.sql("""
                insert into access.account (name, display_name, password_hash, created_at)
                values (lower(:name), lower(:name), '-', now()) returning id
                """).param("name", name).query(UUID.class).single();
    }

    private void keptIn(UUID account, RegionCode region) {
        database.sql("update access.account set region = :region where id = :id")
                .param("region", region.value())
                .param("id", account)
                .update();
    }

    private void insert(UUID holder, String role, RegionCode region, UUID by) {
        database.sql("""
                insert into access.role_grant (holder, role, region, within, starts_at, given_by, given_at, reason)
                values (:holder, :role, :region, :region, now(), :by, now(), 'past the service')
                """)
                .param("holder", holder)
                .param("role", role)
                .param("region", region.value())
                .param("by", by)
                .update();
    }

    private UUID grant(UUID holder) {
        return database.sql("select id from access.role_grant where holder = :holder and revoked_at is null")
                .param("holder", holder)
                .query(UUID.class)
                .single();
    }

    private List<String> live(UUID holder) {
        return database.sql("select role from access.role_grant where holder = :holder and revoked_at is null")
                .param("holder", holder)
                .query(String.class)
                .list();
    }

    private java.util.Set<RegionCode> reach(UUID account, Right right) {
        return standing.scope(actor(account), right).regions();
    }

    private static Actor actor(UUID account) {
        return new Actor(account, Actor.Kind.STAFF, "?", null, "");
    }

    private List<String> trail() {
        return database.sql("""
                select concat_ws(' ', act, coalesce(region, '-'), reason) from audit.entry
                where subject in (select id from access.account) order by at
                """).query(String.class).list();
    }
}
