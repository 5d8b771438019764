package org.kepu.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.Node;
import org.kepu.access.GivenAccounts;
import org.kepu.access.GivenAccounts.Given;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.region.OnPostgres;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

class SessionsTest extends RunningSite {

    private static final RegionCode HOHHOT = new RegionCode("150100");

    @Autowired
    private JdbcClient database;

    @Autowired
    private Environment settings;

    @Autowired
    private Sessions sessions;

    private Given clerk;
    private Given neighbour;

    @BeforeEach
    void nobodyIsSignedIn() {
        OnPostgres.Server.owner(database)
                .sql("truncate access.session, access.web_session, guard.attempt cascade")
                .update();
        clerk = accounts.with(Role.EDITOR, GivenAccounts.TOP);
        neighbour = accounts.with(Role.REVIEWER, GivenAccounts.TOP);
    }

    @Test
    void what_sessions_that_are_over_kept_is_cleared_away(@Autowired ClearingSessions clearing) {
        var here = signedIn(clerk);
        signedIn(neighbour);
        assertThat(kept()).isEqualTo(2);
        database.sql("update access.web_session set expiry_time = 0 where session_id <> :here")
                .param("here", here.session())
                .update();
        clearing.clear();
        assertThat(kept()).isEqualTo(1);
        assertThat(here.get("/desk").status()).isEqualTo(200);
    }

    private int kept() {
        return database.sql("select count(*) from access.web_session")
                .query(Integer.class)
                .single();
    }

    @Test
    void who_signed_in_at_one_node_goes_on_at_another_and_is_out_at_both_at_once() throws Exception {
        var here = signedIn(clerk);
        try (var other = Node.beside(settings)) {
            assertThat(status(other, here.session())).isEqualTo(200);
            sessions.endAll(clerk.account());
            assertThat(status(other, here.session())).isEqualTo(302);
            assertThat(here.get("/desk").location()).isEqualTo("/sign-in");
        }
    }

    @Test
    void a_session_knows_its_account_device_address_and_proof() {
        var browser = visitor();
        browser.get("/sign-in");
        browser.post("/sign-in", "name", clerk.name(), "password", clerk.password());
        signedIn(neighbour);

        assertThat(sessions.of(clerk.account())).singleElement().satisfies(session -> {
            assertThat(session.account()).isEqualTo(clerk.account());
            assertThat(session.address()).isEqualTo("127.0.0.1");
            assertThat(session.device()).startsWith("Java-http-client");
            assertThat(session.proof()).isEqualTo(Session.Proof.PASSWORD);
            assertThat(session.second()).isNull();
        });
    }

    @Test
    void devices_are_told_in_two_words() {
        assertThat(List.of(
                        Device.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                                + "Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0"),
                        Device.of("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
                                + "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1"),
                        Device.of("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) "
                                + "Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0"),
                        Device.of("curl/8.1"),
                        Device.of("x".repeat(500)),
                        Device.of(null)))
                .containsExactly("Edge · Windows", "Safari · iPhone", "微信 · Android", "curl/8.1", "x".repeat(60), "");
    }

    @Test
    void an_hour_without_a_click_or_twelve_hours_with_them_end_a_session() {
        var idle = signedIn(clerk);
        var old = signedIn(clerk);
        var good = signedIn(clerk);
        var all = sessions.of(clerk.account());
        assertThat(all).hasSize(3);

        age(all.get(2).id(), "61 minutes", "61 minutes");
        age(all.get(1).id(), "12 hours 1 minute", "0 minutes");
        age(all.get(0).id(), "11 hours 59 minutes", "59 minutes");

        assertThat(idle.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(old.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(good.get("/desk").status()).isEqualTo(200);
        assertThat(sessions.of(clerk.account()))
                .extracting(Session::id)
                .containsExactly(all.get(0).id());
    }

    @Test
    void a_closed_account_is_out_at_the_next_click_and_does_not_come_in_again() {
        var open = signedIn(clerk);
        assertThat(open.get("/desk").status()).isEqualTo(200);
        close(clerk.account(), true);
        try {
            assertThat(open.get("/desk").location()).isEqualTo("/sign-in");
            var again = visitor();
            again.get("/sign-in");
            assertThat(again.post("/sign-in", "name", clerk.name(), "password", clerk.password())
                            .location())
                    .isEqualTo("/sign-in?wrong");
        } finally {
            close(clerk.account(), false);
        }
    }

    @Test
    void one_ends_ones_own_sessions_and_nobody_elses() {
        var here = signedIn(clerk);
        var elsewhere = signedIn(clerk);
        var third = signedIn(clerk);
        var others = signedIn(neighbour);
        var mine = sessions.of(clerk.account());

        here.get("/desk/sessions");
        assertThat(here.post("/desk/sessions/"
                                + sessions.of(neighbour.account()).getFirst().id() + "/end")
                        .status())
                .isEqualTo(404);
        assertThat(others.get("/desk").status()).isEqualTo(200);

        assertThat(here.post("/desk/sessions/" + mine.get(1).id() + "/end").location())
                .isEqualTo("/desk/sessions");
        assertThat(elsewhere.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(third.get("/desk").status()).isEqualTo(200);

        here.get("/desk/sessions");
        here.post("/desk/sessions/end-others");
        assertThat(third.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(here.get("/desk/sessions").body()).contains("已结束 1 处登录。", "本机");
        assertThat(sessions.of(clerk.account()))
                .extracting(Session::id)
                .containsExactly(mine.get(2).id());
    }

    @Test
    void the_security_administrator_sees_and_ends_the_sessions_within_reach() {
        var guard = signedIn(accounts.with(Role.SECURITY_ADMINISTRATOR, HOHHOT));
        var inside = accounts.with(Role.EXPERT, HOHHOT);
        var insider = signedIn(inside);
        var outsider = signedIn(clerk);
        var outside = sessions.of(clerk.account()).getFirst().id();

        assertThat(guard.get("/desk/sessions/everyone").body())
                .contains("EXPERT", "SECURITY_ADMINISTRATOR")
                .doesNotContain("EDITOR", outside.toString());
        assertThat(guard.post("/desk/sessions/everyone/" + outside + "/end").status())
                .isEqualTo(404);
        assertThat(outsider.get("/desk").status()).isEqualTo(200);

        var session = sessions.of(inside.account()).getFirst().id();
        assertThat(guard.post("/desk/sessions/everyone/" + session + "/end").location())
                .isEqualTo("/desk/sessions/everyone");
        assertThat(insider.get("/desk").location()).isEqualTo("/sign-in");
        assertThat(outsider.get("/desk/sessions/everyone").status()).isEqualTo(403);
    }

    @Test
    void sessions_are_seen_and_ended_exactly_where_their_holders_are_in_reach(@Autowired EndingSessions ending) {
        var inside = opened(accounts.with(Role.EXPERT, HOHHOT).account());
        var past = accounts.with(Role.LEADER, HOHHOT).account();
        var before = opened(past);
        database.sql("""
                update access.role_grant set revoked_at = now(), revoked_by = '00000000-0000-0000-0000-000000000000', revoked_why = '?'
                where holder = :holder and revoked_at is null""").param("holder", past).update();
        var beyond = opened(accounts.with(Role.EXPERT, new RegionCode("150200")).account());
        var citizen = database.sql("""
                insert into access.account (kind, display_name, phone, phone_fingerprint, created_at)
                values ('CITIZEN', '138****0000', 'sealed', 'of a citizen in a test', now()) returning id""").query(UUID.class).single();
        var citizens = opened(citizen);
        var banner = accounts.scope(Role.SECURITY_ADMINISTRATOR, HOHHOT, Right.GRANT);
        var top = accounts.scope(Role.SECURITY_ADMINISTRATOR, GivenAccounts.TOP, Right.GRANT);
        try {
            assertThat(seen(ending, banner)).containsExactly(inside);
            assertThat(seen(ending, top)).containsExactlyInAnyOrder(inside, before, beyond, citizens);
            for (var theirs : List.of(before, beyond, citizens)) {
                assertThat(ending.endAllOfHolder(banner, theirs)).isZero();
            }
            assertThat(seen(ending, top)).hasSize(4);
            assertThat(ending.endAllOfHolder(top, citizens)).isEqualTo(1);
        } finally {
            database.sql("delete from access.account where id = :id")
                    .param("id", citizen)
                    .update();
        }
    }

    private UUID opened(UUID account) {
        return sessions.open(account, Session.Proof.PASSWORD, null, "127.0.0.1", null);
    }

    private static List<UUID> seen(EndingSessions ending, Scope scope) {
        return ending.everyones(scope).stream().map(held -> held.session().id()).toList();
    }

    @Test
    void what_another_build_wrote_and_this_one_cannot_read_is_a_fresh_start() {
        var here = signedIn(clerk);
        assertThat(here.get("/desk").status()).isEqualTo(200);
        for (var bytes : List.of("no object".getBytes(StandardCharsets.UTF_8), new byte[0])) {
            database.sql("update access.web_session_attributes set attribute_bytes = :bytes")
                    .param("bytes", bytes)
                    .update();
            assertThat(here.get("/desk").location()).isEqualTo("/sign-in");
            assertThat(here.get("/sign-in").status()).isEqualTo(200);
        }
    }

    @Test
    void a_session_keeps_neither_name_nor_password_nor_account_in_the_browsers_store() {
        var here = signedIn(clerk);
        here.get("/desk");
        var kept = new String(
                database.sql("select string_agg(attribute_bytes, '') from access.web_session_attributes")
                        .query(byte[].class)
                        .single(),
                StandardCharsets.ISO_8859_1);
        assertThat(kept)
                .contains(sessions.of(clerk.account()).getFirst().id().toString())
                .doesNotContain(clerk.name(), clerk.account().toString(), clerk.password());
    }

    private void age(UUID session, String opened, String seen) {
        database.sql("""
                update access.session set opened_at = opened_at - :opened::interval, seen_at = seen_at - :seen::interval
                where id = :id""")
                .param("id", session)
                .param("opened", opened)
                .param("seen", seen)
                .update();
    }

    private void close(UUID account, boolean closed) {
        database.sql("update access.account set closed_at = case when :closed then now() end where id = :id")
                .param("closed", closed)
                .param("id", account)
                .update();
    }

    private static int status(Node node, String session) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(node.address() + "/desk"))
                .header("Cookie", "kepu=" + session)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
