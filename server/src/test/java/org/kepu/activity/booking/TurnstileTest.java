package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.guard.HumanQuestion;
import org.kepu.guard.Limits;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** More people than the program can serve: those beyond are told so at once, lose nothing, and nobody is booked twice. */
class TurnstileTest extends RunningSite {

    /** Half of the connections. */
    private static final int PLACES = 10;

    private static final Pattern TYPED =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    GivenActivities given;
    SessionId session;
    String token;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        forms.forgetSent();
        session = given.tomorrow(50, 1, false);
        token = new GivenTokens(context)
                .with(Role.COMMUNITY_CLERK, GivenFacts.KUNDULUN)
                .token();
    }

    private HttpResponse<String> book(int person) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(address() + path()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "key-" + person)
                        .POST(BodyPublishers.ofString("{\"name\":\"居民\",\"phone\":\"139%08d\"}".formatted(person)))
                        .build(),
                BodyHandlers.ofString());
    }

    private String path() {
        return "/api/v1/sessions/" + session + "/registrations";
    }

    @FunctionalInterface
    private interface Visit {
        void go() throws Exception;
    }

    /** As many as there are places ask at once and are not answered before the visit is over. */
    private void whileAllPlacesAreTaken(Visit visit) throws Exception {
        var over = new CountDownLatch(1);
        var held = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> transaction.execute(begun -> {
                database.sql("select id from activity.session where id = :id for update")
                        .param("id", session.value())
                        .query()
                        .listOfRows();
                held.countDown();
                await(over);
                return true;
            }));
            held.await();
            var crowd = new ArrayList<Future<HttpResponse<String>>>();
            IntStream.range(0, PLACES).forEach(person -> crowd.add(threads.submit(() -> book(person))));
            try {
                while (waiting() < PLACES) {
                    LockSupport.parkNanos(1_000_000);
                }
                visit.go();
            } finally {
                over.countDown();
            }
            holder.get();
            for (var one : crowd) {
                assertThat(one.get().statusCode()).isEqualTo(201);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int waiting() {
        return database.sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }

    private List<Integer> seats() {
        return List.of(
                given.session(session).seats().taken(),
                database.sql("select count(*) from activity.booking where session = :id")
                        .param("id", session.value())
                        .query(Integer.class)
                        .single());
    }

    @Test
    void another_system_is_told_when_to_come_again_and_the_same_key_books_once() throws Exception {
        whileAllPlacesAreTaken(() -> {
            var answer = book(99);
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After").orElseThrow()).matches("[2-5]");
            assertThat(answer.body()).contains("\"code\":\"busy\"", "urn:kepu:problem:busy");
            assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
        });
        assertThat(seats()).containsExactly(PLACES, PLACES);
        assertThat(book(99).statusCode()).isEqualTo(201);
        assertThat(book(99).statusCode()).isEqualTo(201);
        assertThat(seats()).containsExactly(PLACES + 1, PLACES + 1);
    }

    @Test
    void a_person_is_asked_to_wait_some_seconds_and_what_was_typed_can_be_sent_as_it_is() throws Exception {
        var page = "/activities/sessions/" + session;
        var visitor = visitor();
        visitor.get(page);
        var resent = new ArrayList<String>();
        whileAllPlacesAreTaken(() -> {
            var busy = visitor.post(
                    page,
                    "name",
                    "<乌云>\"",
                    "phone",
                    "13800138000",
                    "places",
                    "1",
                    "consent",
                    "true",
                    "key",
                    "k1",
                    HumanQuestion.TOKEN,
                    forms.token("activity.register"));
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.header("Retry-After")).matches("[2-5]");
            assertThat(busy.body()).contains("请过 " + busy.header("Retry-After") + " 秒再试，您填写的还在", "再发一次");
            assertThat(busy.body()).doesNotContain("<乌云>").contains("action=\"" + page + "\"");
            TYPED.matcher(busy.body())
                    .results()
                    .filter(field -> !field.group(1).equals("_csrf"))
                    .forEach(field -> resent.addAll(List.of(
                            field.group(1), field.group(2).replace("&lt;", "<").replace("&#34;", "\""))));
        });
        var fields = resent.toArray(String[]::new);
        var booked = visitor.post(page, fields);
        assertThat(booked.status()).isEqualTo(302);
        assertThat(booked.location()).matches("/registrations/\\d{12}");
        assertThat(visitor.post(page, fields).location()).isEqualTo(booked.location());
        assertThat(seats()).containsExactly(PLACES + 1, PLACES + 1);
    }

    @Test
    void readers_are_served_meanwhile() throws Exception {
        whileAllPlacesAreTaken(() -> {
            assertThat(visitor().get("/activities/" + given.activityOf(session)).status())
                    .isEqualTo(200);
            assertThat(visitor().get("/activities/sessions/" + session).status())
                    .isEqualTo(200);
        });
    }

    @Test
    void what_is_full_is_said_at_once_and_a_number_that_has_a_place_is_not_told_apart() throws Exception {
        session = given.tomorrow(1, 1, false);
        assertThat(book(1).statusCode()).isEqualTo(201);
        for (var phone : List.of("13900000001", "13900000002")) {
            var visitor = visitor();
            visitor.get("/registrations");
            var refused = visitor.post(
                    "/activities/sessions/" + session,
                    "name",
                    "乌云",
                    "phone",
                    phone,
                    "places",
                    "1",
                    "consent",
                    "true",
                    "key",
                    "k" + phone);
            assertThat(refused.body()).contains("已经报满").doesNotContain("这个号码");
        }
    }

    @Test
    void one_sender_takes_no_more_than_some_places_of_a_session_and_shuts_no_other() {
        var limits = context.getBean(Limits.class);
        var counted = BookingLimit.ofForm(session, "10.1.1.1").get(1);
        for (int i = 0; i < counted.limit().times(); i++) {
            assertThat(limits.admits(counted.limit(), counted.subject())).isTrue();
        }
        assertThat(limits.admits(counted.limit(), counted.subject())).isFalse();
        for (var other : List.of(
                BookingLimit.ofForm(session, "10.1.1.2"),
                BookingLimit.ofForm(given.tomorrow(5, 1, false), "10.1.1.1"))) {
            assertThat(other).allMatch(one -> limits.admits(one.limit(), one.subject()));
        }
    }

    @Test
    void who_sends_slowly_stands_in_nobodys_way() throws Exception {
        var slow = new ArrayList<Socket>();
        var here = URI.create(address());
        try {
            for (int i = 0; i < PLACES; i++) {
                for (var head : List.of(
                        "POST " + path() + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json",
                        "POST /activities/sessions/" + session
                                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded")) {
                    var socket = new Socket(here.getHost(), here.getPort());
                    socket.getOutputStream()
                            .write((head + "\r\nContent-Length: 100\r\n\r\nn").getBytes(StandardCharsets.US_ASCII));
                    slow.add(socket);
                }
            }
            assertThat(book(1).statusCode()).isEqualTo(201);
        } finally {
            for (var one : slow) {
                one.close();
            }
        }
    }

    @Test
    void what_is_too_long_for_a_registration_is_not_read_to_its_end() throws Exception {
        var answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(address() + path()))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "long")
                        .POST(BodyPublishers.ofString("{\"name\":\"" + "x".repeat(70_000) + "\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(400);
    }
}
