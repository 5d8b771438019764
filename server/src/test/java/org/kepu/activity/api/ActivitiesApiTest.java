package org.kepu.activity.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.activity.Admission;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Question;
import org.kepu.activity.Quota;
import org.kepu.activity.SessionId;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Activities as other systems find them and book. */
class ActivitiesApiTest extends RunningSite {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    String token;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        token = new GivenTokens(context)
                .with(Role.COMMUNITY_CLERK, GivenFacts.KUNDULUN)
                .token();
    }

    private record Reply(int status, JsonNode json) {

        String result() {
            return json.path("result").asString("");
        }

        String code() {
            return json.path("code").asString("");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Reply get(String path) {
        return send(request(path).GET());
    }

    private Reply book(SessionId session, String key, String phone) {
        var body = "{\"name\": \"王小明\", \"phone\": \"%s\"}".formatted(phone);
        return send(request("/api/v1/sessions/" + session + "/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    /** Who is asked to come again does. */
    private Reply bookUntilAnswered(SessionId session, String key, String phone) {
        var reply = book(session, key, phone);
        while (reply.status() == 503) {
            reply = book(session, key, phone);
        }
        return reply;
    }

    @Test
    void activities_come_by_pages_with_their_sessions() {
        for (int i = 0; i < 5; i++) {
            given.tomorrow(10 + i, 1, true);
        }
        var page = get("/api/v1/activities?limit=2&region=150203").json();
        assertThat(page.path("total").asInt()).isEqualTo(5);
        assertThat(page.path("next").asInt()).isEqualTo(2);
        assertThat(page.path("activities").size()).isEqualTo(2);
        var first = page.path("activities").path(0);
        assertThat(first.path("title").asString()).isEqualTo("防灾减灾讲座");
        assertThat(first.path("sessions").path(0).path("seats").asString()).isEqualTo("free");
        assertThat(get("/api/v1/activities?limit=2&page=3").json().path("next").isMissingNode())
                .isTrue();
        assertThat(get("/api/v1/activities?region=150204").json().path("total").asInt())
                .isZero();
        assertThat(List.of(
                        get("/api/v1/activities?from=x").code(),
                        get("/api/v1/activities?limit=0").code(),
                        get("/api/v1/activities?region=abc").code()))
                .containsOnly("bad-filter");
    }

    @Test
    void the_four_answers_are_told_apart() {
        var session = given.tomorrow(1, 1, true);
        var confirmed = book(session, "a", "13800138001");
        assertThat(confirmed.status()).isEqualTo(201);
        assertThat(confirmed.result()).isEqualTo("confirmed");
        assertThat(confirmed.code()).matches("\\d{12}");
        assertThat(book(session, "a", "13800138001")).isEqualTo(confirmed);
        var already = book(session, "b", "13800138001");
        assertThat(already.status()).isEqualTo(200);
        assertThat(already.result()).isEqualTo("already");
        assertThat(already.code()).isEqualTo(confirmed.code());
        assertThat(already.json().path("state").asString()).isEqualTo("confirmed");
        var waiting = book(session, "c", "13800138002");
        assertThat(waiting.status()).isEqualTo(201);
        assertThat(waiting.result()).isEqualTo("waiting");
        assertThat(waiting.json().path("position").asInt()).isEqualTo(1);
        var refused = book(session, "d", "13800138003");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.result()).isEqualTo("refused");
        assertThat(refused.json().path("reasons").path(0).asString()).isEqualTo("full");
        assertThat(get("/api/v1/sessions/" + session).json().path("seats").asString())
                .isEqualTo("full");
    }

    @Test
    void a_session_that_was_called_off_says_why() {
        var session = given.tomorrow(2, 1, true);
        assertThat(get("/api/v1/sessions/" + session).json().has("cancelReason"))
                .isFalse();
        given.bean(KeepingActivities.class).cancel(GivenActivities.clerk(), given.activityOf(session), "大风");
        var told = get("/api/v1/sessions/" + session).json();
        assertThat(told.path("seats").asString()).isEqualTo("called-off");
        assertThat(told.path("cancelReason").asString()).isEqualTo("大风");
    }

    @Test
    void of_many_calls_at_once_as_many_get_a_seat_as_there_are() {
        var session = given.tomorrow(10, 1, false);
        var replies = together(60, i -> bookUntilAnswered(session, "key-" + i, "139%08d".formatted(i)));
        assertThat(replies.stream().filter(reply -> reply.result().equals("confirmed")))
                .hasSize(10);
        assertThat(replies.stream().filter(reply -> reply.status() == 409)).hasSize(50);
        assertThat(given.session(session).seats().taken()).isEqualTo(10);
    }

    @Test
    void what_is_wrong_with_a_request_is_said() {
        var session = given.tomorrow(10, 1, false);
        assertThat(book(session, " ", "13800138001").code()).isEqualTo("idempotency-key-missing");
        assertThat(book(session, "a", "x").json().path("field").asString()).isEqualTo("phone");
        book(session, "a", "13800138001");
        assertThat(book(session, "a", "13800138002").code()).isEqualTo("idempotency-key-used-otherwise");
        assertThat(given.session(session).seats().taken()).isEqualTo(1);
    }

    private Reply ask(SessionId session, String key, String body) {
        return send(request("/api/v1/sessions/" + session + "/registrations")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void parties_quotas_and_questions_are_told_and_taken() {
        var admission = new Admission(
                List.of(
                        Quota.planned(Quota.Kind.ELDERS, null, 3),
                        Quota.planned(Quota.Kind.AREA, GivenFacts.KUNDULUN, 2)),
                0,
                720,
                EnumSet.of(PartyKind.SINGLE, PartyKind.SCHOOL),
                30,
                List.of(new Question("要坐车吗", Question.Kind.YES_NO, List.of(), true)),
                null);
        var session = given.admitting(40, 2, true, admission);
        var told = get("/api/v1/sessions/" + session).json().path("admission");
        assertThat(told.path("parties").toString()).isEqualTo("[\"single\",\"school\"]");
        assertThat(told.path("quotas").toString())
                .isEqualTo("[{\"kind\":\"elders\",\"capacity\":3,\"free\":3},"
                        + "{\"kind\":\"area\",\"region\":\"150203\",\"capacity\":2,\"free\":2}]");
        assertThat(told.path("questions").path(0).path("kind").asString()).isEqualTo("yes-no");
        var school = ask(session, "a", """
                {"name": "乌老师", "phone": "13900000001", "places": 30, "party": "school", "partyName": "青松小学",
                 "grade": "三年级", "answers": ["yes"]}
                """);
        assertThat(school.result()).isEqualTo("confirmed");
        var elder = ask(session, "b", """
                {"name": "王小明", "phone": "13900000002", "places": 2, "elder": true, "answers": ["no"]}
                """);
        assertThat(elder.result()).isEqualTo("confirmed");
        var silent = ask(session, "c", "{\"name\": \"王小明\", \"phone\": \"13900000003\"}");
        assertThat(silent.status()).isEqualTo(409);
        assertThat(silent.json().path("reasons").toString()).isEqualTo("[\"not-answered\"]");
        var nameless = ask(session, "d", """
                {"name": "王小明", "phone": "13900000004", "party": "school", "grade": "三年级", "answers": ["no"]}
                """);
        assertThat(nameless.json().path("field").asString()).isEqualTo("partyName");
        assertThat(given.session(session).seats().kept()).isEqualTo(3);
        assertThat(get("/api/v1/sessions/" + session)
                        .json()
                        .path("admission")
                        .path("quotas")
                        .path(0)
                        .path("free")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_session_beyond_reach_and_one_that_is_not_there_get_the_same_answer() {
        var session = given.tomorrow(10, 1, false);
        token = new GivenTokens(context)
                .with(Role.COMMUNITY_CLERK, GivenFacts.QINGSHAN)
                .token();
        var theirs = book(session, "a", "13800138001");
        assertThat(theirs.status()).isEqualTo(404);
        var nobodys = book(SessionId.of("00000000-0000-4000-8000-00000000000f"), "a", "13800138001");
        assertThat(nobodys.status()).isEqualTo(404);
        assertThat(nobodys.code()).isEqualTo(theirs.code()).isEqualTo("session-not-found");
        assertThat(given.session(session).seats().taken()).isZero();
    }
}
