package org.kepu.order.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.indicator.GivenFacts;
import org.kepu.order.GivenOrders;
import org.kepu.page.RunningSite;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders as other systems make and move them: states and refusals by stable words. */
class OrdersApiTest extends RunningSite {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    ApplicationContext context;

    GivenOrders given;
    String community;
    String leader;

    @BeforeEach
    void clear() {
        given = GivenOrders.onCleanGround(context);
        var tokens = new GivenTokens(context);
        community = tokens.with(Role.COMMUNITY_CLERK, GivenFacts.KUNDULUN).token();
        leader = tokens.with(Role.VOLUNTEER_LEADER, GivenFacts.KUNDULUN).token();
    }

    private record Reply(int status, JsonNode json, HttpHeaders headers) {

        String at(String field) {
            return json.path(field).asString("");
        }
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), JsonMapper.shared().readTree(answer.body()), answer.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(address() + "/api/v1/orders" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private String wish(String phone) {
        return """
                {"region": "150203001001", "subject": "HEALTH", "words": "量血压", "people": 20, "from": "%s", "to": "%s",
                 "place": "青松社区一楼", "needs": "轮椅", "name": "王秀英", "phone": "%s"}
                """.formatted(given.today().plusDays(1), given.today().plusDays(9), phone);
    }

    private Reply ask(String key, String body) {
        return send(request(community, "").header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    private Reply act(String token, String code, String act, String body) {
        return send(request(token, "/" + code + "/" + act).POST(BodyPublishers.ofString(body)));
    }

    @Test
    void an_order_is_made_once_and_moved_to_its_end() {
        var team = given.team("一队", 5);
        var made = together(5, person -> ask("one", wish("13800138000")));
        assertThat(made).allMatch(reply -> reply.status() == 201);
        assertThat(made.stream().map(reply -> reply.at("code")).distinct()).hasSize(1);
        var code = made.getFirst().at("code");
        var id = made.getFirst().at("id");
        assertThat(act(community, code, "accept", "{}").at("state")).isEqualTo("accepted");
        var dispatched = act(community, code, "dispatch", "{\"department\": \"" + given.department() + "\"}");
        assertThat(dispatched.at("state")).isEqualTo("dispatched");
        assertThat(act(community, code, "claim", "{}").at("code")).isEqualTo("not-yours");
        var clerk = new GivenTokens(context)
                .with(Role.DEPARTMENT_CLERK, GivenFacts.KUNDULUN)
                .token();
        assertThat(act(clerk, id, "claim", "{\"supplier\": \"" + team.id() + "\"}")
                        .at("state"))
                .isEqualTo("offered");
        assertThat(act(leader, code, "take", "").at("code"))
                .as("a code is the requester's proof")
                .isEqualTo("no-such-order");
        var taken = act(leader, id, "take", "");
        assertThat(taken.at("code")).isEmpty();
        assertThat(send(request(leader, "/" + id).GET()).json().toString()).doesNotContain(code);
        assertThat(act(leader, id, "cancel", "{\"hand\": \"requester\", \"words\": \"不办了\"}")
                        .at("code"))
                .isEqualTo("not-yours");
        assertThat(taken.at("state")).isEqualTo("taken");
        assertThat(taken.at("supplier")).isEqualTo(team.id().toString());
        assertThat(act(leader, id, "schedule", "{\"starts\": \"" + given.tomorrow() + "\", \"minutes\": 60}")
                        .at("state"))
                .isEqualTo("scheduled");
        given.begin();
        var served = act(leader, id, "serve", "{\"day\": \"" + given.today() + "\", \"came\": 18, \"minutes\": 45}");
        assertThat(served.at("state")).isEqualTo("served");
        assertThat(served.at("minutes")).as("how long it took").isEqualTo("45");
        assertThat(act(leader, id, "take-back", "{\"words\": \"登记到别的单上了\"}").at("minutes"))
                .as("how long is agreed")
                .isEqualTo("60");
        act(leader, id, "serve", "{\"day\": \"" + given.today() + "\", \"came\": 18, \"minutes\": 45}");
        assertThat(act(community, code, "confirm", "{\"hand\": \"requester\"}").at("state"))
                .isEqualTo("confirmed");
        assertThat(act(community, code, "rate", "{\"hand\": \"requester\", \"stars\": 5}")
                        .at("state"))
                .isEqualTo("closed");
        var end = send(request(community, "/" + code).GET());
        assertThat(end.json().path("life").size()).isEqualTo(11);
        assertThat(end.json().path("acts").size()).isZero();
        assertThat(end.json().toString()).doesNotContain("王秀英", "13800138000", "青松社区", "轮椅");
    }

    @Test
    void what_is_wrong_and_what_is_refused_is_told_by_its_word() {
        assertThat(send(request(community, "").POST(BodyPublishers.ofString(wish("13800138000"))))
                        .at("code"))
                .isEqualTo("idempotency-key-missing");
        var code = ask("a", wish("13800138000")).at("code");
        assertThat(ask("a", wish("13800138001")).at("code")).isEqualTo("idempotency-key-used-otherwise");
        for (var wrong : List.of(
                List.of("\"HEALTH\"", "\"NONSENSE\"", "bad-subject"),
                List.of("150203001001", "152524100200", "bad-region"),
                List.of("\"people\": 20", "\"people\": 0", "bad-people"),
                List.of(
                        given.today().plusDays(1).toString(),
                        given.today().minusDays(1).toString(),
                        "bad-from"),
                List.of("量血压", "请打 13800138000", "bad-words"),
                List.of("\"13800138000\"", "\"12\"", "bad-phone"))) {
            var reply = ask("b" + wrong.get(2), wish("13800138000").replace(wrong.get(0), wrong.get(1)));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.at("code")).isEqualTo(wrong.get(2));
        }
        assertThat(act(community, code, "dispatch", "{}").at("code")).isEqualTo("not-now");
        assertThat(act(community, code, "refuse", "{}").at("code")).isEqualTo("without-reason");
        assertThat(act(community, code, "accept", "{\"version\": 7}").at("code"))
                .isEqualTo("overtaken");
        assertThat(act(community, code, "fly", "{}").at("code")).isEqualTo("no-such-act");
        assertThat(act(community, code, "cancel", "{\"words\": \"不办了\"}").at("state"))
                .isEqualTo("cancelled");
        assertThat(act(community, code, "accept", "{}").at("code")).isEqualTo("over");
        var neighbour = new GivenTokens(context)
                .with(Role.COMMUNITY_CLERK, GivenFacts.QINGSHAN)
                .token();
        assertThat(send(request(neighbour, "/" + code).GET()).at("code")).isEqualTo("no-such-order");
        assertThat(act(neighbour, code, "accept", "{}").at("code")).isEqualTo("no-such-order");
        assertThat(send(request(leader, "")
                                .header("Idempotency-Key", "c")
                                .POST(BodyPublishers.ofString(wish("13800138000"))))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoever_has_no_turn_to_take_is_asked_to_come_again_and_may() {
        var team = given.team("一队", 5);
        var order = given.offered(team.id()).id().value();
        var busy = given.whileOthersTake(() -> act(leader, order.toString(), "take", ""));
        assertThat(busy.status()).isEqualTo(503);
        assertThat(busy.at("code")).isEqualTo("busy");
        assertThat(busy.headers().firstValue("Retry-After")).contains("2");
        assertThat(act(leader, order.toString(), "take", "").at("state")).isEqualTo("taken");
    }
}
