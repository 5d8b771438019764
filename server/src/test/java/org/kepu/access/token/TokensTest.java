package org.kepu.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.access.GivenAccounts.TOP;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.people.Places;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.page.Visitor;
import org.kepu.region.Ground;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokensTest extends RunningSite {

    private static final Actor COMMAND = Actor.program("test");
    private static final RegionCode BAOTOU = new RegionCode("150200");

    @Autowired
    private MakingTokens making;

    @Autowired
    private TokenUse use;

    @Autowired
    private Places places;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("initialTree")
    private SmartInitializingSingleton initialTree;

    private String name;

    @BeforeEach
    void plant() {
        new Ground(database).clear();
        initialTree.afterSingletonsInstantiated();
        name = "exchange-" + UUID.randomUUID();
    }

    @Test
    void a_token_tells_who_one_is_and_what_one_may_do_where() {
        var made = made(Role.LEADER, BAOTOU, 90);

        var answer = whoami(made.token());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.body()).isEqualTo("""
                {"account":"%s","kind":"SERVICE","name":"%s","rights":[\
                {"right":"DESK","regions":["150200"],"bodies":[],"plans":[]},\
                {"right":"READ_LEDGER","regions":["150200"],"bodies":[],"plans":[]},\
                {"right":"READ_FIGURES","regions":["150200"],"bodies":[],"plans":[]},\
                {"right":"READ_ORDERS","regions":["150200"],"bodies":[],"plans":[]}]}""".formatted(made.account(), name));
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void only_the_digest_of_a_token_is_kept() {
        var made = made(Role.LEADER, BAOTOU, 90);
        var secret = made.token().substring(made.token().lastIndexOf('_') + 1);

        assertThat(made.token()).matches("kepu_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(secret);
        assertThat(database.sql("select string_agg(t::text, '') from access.token t")
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    @Test
    void without_a_token_or_with_a_wrong_one_nobody_comes_in() {
        var made = made(Role.LEADER, BAOTOU, 90);
        var other = made.token().substring(0, made.token().length() - 43) + "A".repeat(43);

        for (var header : List.of("Bearer " + other, "Bearer nonsense", "Bearer ", "Basic YTpi", made.token())) {
            var answer = visitor().get("/api/v1/whoami", "Authorization", header);
            assertThat(answer.status()).as(header).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.body())
                    .contains("\"status\":401", "\"instance\":\"/api/v1/whoami\"", "\"code\":\"unauthorized\"");
        }
        var bare = visitor().get("/api/v1/whoami");
        assertThat(bare.status()).isEqualTo(401);
        assertThat(bare.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(whoami(made.token()).status()).isEqualTo(200);
    }

    @Test
    void a_session_of_the_desk_is_worth_nothing_at_the_interface() {
        assertThat(clerk().get("/api/v1/whoami").status()).isEqualTo(401);
    }

    @Test
    void a_token_is_worth_nothing_at_the_desk() {
        var made = made(Role.OFFICE_CLERK, TOP, 90);

        var answer = visitor().get("/desk", "Authorization", "Bearer " + made.token());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).isEqualTo("/sign-in");
    }

    @Test
    void an_expired_revoked_or_closed_token_stops_at_the_next_request() {
        for (var end : List.of(
                "update access.token set made_at = now() - interval '3 days', expires_at = now() - interval '1 second' where id = :id",
                "update access.token set revoked_at = now(), revoked_by = account where id = :id",
                "update access.account set closed_at = now() where id = (select account from access.token where id = :id)")) {
            name = "exchange-" + UUID.randomUUID();
            var made = made(Role.LEADER, BAOTOU, 90);
            assertThat(whoami(made.token()).status()).as(end).isEqualTo(200);

            database.sql(end).param("id", made.id()).update();

            assertThat(whoami(made.token()).status()).as(end).isEqualTo(401);
        }
    }

    @Test
    void a_role_that_is_over_is_over_for_a_token_too() {
        var made = made(Role.LEADER, BAOTOU, 90);

        database.sql("""
                update access.role_grant set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day'
                where holder = :holder""").param("holder", made.account()).update();

        assertThat(whoami(made.token()).body()).endsWith("\"rights\":[]}");
    }

    @Test
    void the_three_hands_are_not_for_services() {
        for (var role : List.of(Role.SYSTEM_ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR, Role.AUDITOR)) {
            assertThat(making.make(COMMAND, name, role, place(TOP), 90))
                    .isEqualTo(new Made.Refused(List.of(Made.Why.NOT_FOR_SERVICES)));
        }
        assertThat(services()).isZero();
    }

    @Test
    void a_token_lasts_a_year_at_most() {
        assertThat(making.make(COMMAND, name, Role.LEADER, place(TOP), 367))
                .isEqualTo(new Made.Refused(List.of(Made.Why.DAYS)));
        assertThat(making.make(COMMAND, name, Role.LEADER, place(TOP), 0))
                .isEqualTo(new Made.Refused(List.of(Made.Why.DAYS)));
        assertThat(services()).isZero();
        made(Role.LEADER, TOP, 366);
    }

    @Test
    void a_person_is_no_service() {
        var person = accounts.office();

        assertThat(making.make(COMMAND, person.name(), Role.LEADER, place(TOP), 90))
                .isEqualTo(new Made.Refused(List.of(Made.Why.NAME_TAKEN)));
        assertThatThrownBy(() ->
                        database.sql("""
                        insert into access.token (id, account, secret_hash, made_by, made_at, expires_at)
                        values (gen_random_uuid(), :account, decode(repeat('00', 32), 'hex'), :account, now(), now() + interval '1 day')
                        """).param("account", person.account()).update())
                .hasMessageContaining("token_of_a_service_fk");
    }

    @Test
    void a_second_token_is_for_the_same_service() {
        var first = made(Role.LEADER, BAOTOU, 90);
        var second = made(Role.LEADER, BAOTOU, 30);

        assertThat(second.account()).isEqualTo(first.account());
        assertThat(second.token()).isNotEqualTo(first.token());
        assertThat(making.revoke(COMMAND, first.id())).contains(true);
        assertThat(making.revoke(COMMAND, first.id())).contains(false);
        assertThat(whoami(first.token()).status()).isEqualTo(401);
        assertThat(whoami(second.token()).status()).isEqualTo(200);
    }

    @Test
    void every_use_comes_onto_the_trail_readings_by_the_minute() {
        var made = made(Role.LEADER, BAOTOU, 90);
        for (int i = 0; i < 7; i++) {
            whoami(made.token());
        }
        use.writeDown();
        var thisMinute = database.sql("select coalesce(sum(times), 0) from access.token_reading")
                .query(Integer.class)
                .single();
        assertThat(readings(made) + thisMinute).isEqualTo(7);

        database.sql("update access.token_reading set minute = minute - interval '1 minute'")
                .update();
        use.writeDown();
        use.writeDown();

        assertThat(readings(made)).isEqualTo(7);
        assertThat(told(made)).filteredOn(line -> line.contains("token-read")).hasSizeBetween(1, 2);
    }

    /** How many readings the trail tells of. */
    private int readings(Made.Token made) {
        return told(made).stream()
                .filter(line -> line.startsWith("access.act.token-read SERVICE "))
                .mapToInt(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    @Test
    void what_may_change_something_comes_onto_the_trail_at_once() throws Exception {
        var made = made(Role.LEADER, BAOTOU, 90);

        var request = HttpRequest.newBuilder(URI.create(address() + "/api/v1/whoami"))
                .header("Authorization", "Bearer " + made.token())
                .POST(BodyPublishers.noBody())
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(405);
        }

        assertThat(told(made)).contains("access.act.token-used SERVICE");
    }

    @Test
    void the_last_use_is_noted_once_a_minute() {
        var made = made(Role.LEADER, BAOTOU, 90);
        assertThat(lastUse(made)).isNull();
        whoami(made.token());
        var first = lastUse(made);
        whoami(made.token());

        assertThat(first).isNotNull();
        assertThat(lastUse(made)).isEqualTo(first);
        database.sql("update access.token set last_used_at = last_used_at - interval '61 seconds'")
                .update();
        whoami(made.token());
        assertThat(lastUse(made)).isAfterOrEqualTo(first);
    }

    @Test
    void at_the_desk_a_security_administrator_keeps_those_within_reach() {
        var league = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);
        var ours = making.open(league, name, "数据平台", place(BAOTOU)).orElseThrow();
        var theirs = made("theirs-" + name, Role.LEADER, TOP);

        assertThat(making.list(league)).extracting(ServiceLine::id).containsExactly(ours);
        assertThat(making.make(league, ours, UUID.randomUUID(), 90)).isInstanceOf(Made.Token.class);
        assertThatThrownBy(() -> making.make(league, theirs.account(), UUID.randomUUID(), 90))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> making.revoke(league, theirs.account(), theirs.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> making.revoke(league, ours, theirs.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> making.tokens(league, theirs.account())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> making.open(league, name + "2", "?", place(TOP)))
                .isInstanceOf(NotFound.class);
        assertThat(making.list(Scope.nothing(league.actor(), Right.GRANT))).isEmpty();
        assertThat(whoami(theirs.token()).status()).isEqualTo(200);
    }

    @Test
    void a_token_stands_in_the_answer_itself_and_no_session_keeps_it() {
        var command = accounts.scope(Role.SECURITY_ADMINISTRATOR, BAOTOU, Right.GRANT);
        var at = "/desk/people/services/"
                + making.open(command, name, "数据平台", place(BAOTOU)).orElseThrow();
        var keeper = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, BAOTOU));
        keeper.get(at);
        var form = new String[] {"token", UUID.randomUUID().toString(), "days", "30"};
        var answer = keeper.post(at + "/tokens", form);
        assertThat(answer.status()).isEqualTo(200);
        var shown = Pattern.compile("kepu_[0-9a-f]{32}_([A-Za-z0-9_-]{43})").matcher(answer.body());
        assertThat(shown.find()).isTrue();
        assertThat(whoami(shown.group()).status()).isEqualTo(200);
        var again = keeper.post(at + "/tokens", form);
        assertThat(again.status()).isEqualTo(302);
        assertThat(keptInSessions()).contains("SHOWN_BEFORE").doesNotContain(shown.group(1));
        assertThat(keeper.get(at).body()).contains("只显示一次").doesNotContain(shown.group(1));
        assertThat(making.tokens(command, UUID.fromString(at.substring(at.lastIndexOf('/') + 1))))
                .as("the form that was sent twice made one")
                .hasSize(1);
    }

    private String keptInSessions() {
        return database.sql("select attribute_bytes from access.web_session_attributes")
                .query((row, number) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                .list()
                .toString();
    }

    private Made.Token made(Role role, RegionCode region, int days) {
        return (Made.Token) making.make(COMMAND, name, role, place(region), days);
    }

    private Made.Token made(String other, Role role, RegionCode region) {
        return (Made.Token) making.make(COMMAND, other, role, place(region), 90);
    }

    private org.kepu.access.Place place(RegionCode region) {
        return places.of("REGION:" + region).orElseThrow();
    }

    private Visitor.Answer whoami(String token) {
        return visitor().get("/api/v1/whoami", "Authorization", "Bearer " + token);
    }

    private int services() {
        return database.sql("select count(*) from access.account where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    private java.time.OffsetDateTime lastUse(Made.Token made) {
        return database.sql("select last_used_at from access.token where id = :id")
                .param("id", made.id())
                .query((row, number) -> row.getObject(1, java.time.OffsetDateTime.class))
                .list()
                .getFirst();
    }

    private List<String> told(Made.Token made) {
        return database.sql("""
                select concat_ws(' ', act, actor_kind,
                                 (select change ->> 'after' from jsonb_array_elements(changes::jsonb) change where change ->> 'field' = 'access.token.times'))
                from audit.entry where object in (:account, :token) or actor = :account::uuid order by at
                """)
                .param("account", made.account().toString())
                .param("token", made.id().toString())
                .query(String.class)
                .list();
    }
}
