package org.kepu.indicator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.OTHER_COMMUNITY;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.GivenFacts;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.figure.Selection;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class FiguresApiTest extends RunningSite {

    private static final String YEAR = "&from=2025-01-01&to=2025-12-31";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Definitions definitions;

    private GivenFacts given;
    private CallingSystem reader;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void clear() {
        database.sql("delete from indicator.definition where indicator = 'api-listeners'")
                .update();
    }

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
        definitions.keep(
                GivenPlans.may(Right.KEEP_INDICATORS),
                new Definition(
                        "api-listeners",
                        "科普讲座听众",
                        "人次",
                        Definition.Span.YEAR,
                        new Method.Sum(Selection.of("LECTURE"), org.kepu.indicator.Amount.ATTENDANCES),
                        null),
                java.time.LocalDate.of(2021, 1, 1));
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY).with(Amounts.ONCE.attendances(40)));
        given.record(given.fact("LECTURE", "2025-03-05", OTHER_COMMUNITY).with(Amounts.ONCE.attendances(30)));
        given.record(given.fact("LECTURE", "2025-04-06", GACHA).with(Amounts.ONCE.attendances(7)));
        reader = system(Role.LEADER, GivenFacts.TOP);
    }

    @Test
    void an_indicator_is_told_word_for_word_as_it_is_defined() {
        var told = reader.get("/api/v1/indicators/api-listeners");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body())
                .isEqualTo("{\"id\":\"api-listeners\",\"name\":\"科普讲座听众\",\"unit\":\"人次\",\"span\":\"YEAR\","
                        + "\"method\":{\"type\":\"sum\",\"of\":{\"kinds\":[\"LECTURE\"]},\"amount\":\"ATTENDANCES\"}}");
        assertThat(reader.get("/api/v1/indicators").json().findValuesAsString("id"))
                .contains("api-listeners");
    }

    @Test
    void a_figure_says_what_was_counted_where_and_when_and_by_which_tree() {
        var figure = reader.get("/api/v1/figures/api-listeners?region=150000&by=region" + YEAR);
        assertThat(figure.status()).isEqualTo(200);
        assertThat(figure.json().path("value").asInt()).isEqualTo(77);
        assertThat(figure.json().path("unit").asString()).isEqualTo("人次");
        assertThat(figure.json().path("window").toString())
                .isEqualTo("{\"from\":\"2025-01-01\",\"to\":\"2025-12-31\"}");
        assertThat(figure.json().path("parts").toString())
                .contains("{\"key\":\"150200\",\"name\":\"包头市\",\"value\":70}")
                .contains("{\"key\":\"152500\",\"name\":\"锡林郭勒盟\",\"value\":7}");
        assertThat(figure.json().path("edition").asString()).isEqualTo("2021-01-01");
        assertThat(figure.json().has("asOf")).isTrue();
        assertThat(figure.json().path("short").isArray()).isTrue();
    }

    @Test
    void months_add_up_to_the_year() {
        var figure = reader.get("/api/v1/figures/api-listeners?region=150000&by=month" + YEAR);
        assertThat(figure.json().path("parts").toString())
                .contains("\"2025-03\",\"value\":70")
                .contains("\"2025-04\",\"value\":7");
    }

    @Test
    void bodies_are_credited_by_name_and_what_nobody_organised_comes_last() {
        var body = given.body(BAOTOU, "包头市科协");
        given.record(given.fact("LECTURE", "2025-06-05", COMMUNITY)
                .with(Amounts.ONCE.attendances(3))
                .by(List.of(body)));
        var figure = reader.get("/api/v1/figures/api-listeners?region=150000&by=organiser" + YEAR);
        assertThat(figure.json().path("value").asInt()).isEqualTo(80);
        assertThat(figure.json().path("by").asString()).isEqualTo("organiser");
        assertThat(figure.json().path("parts").toString())
                .isEqualTo("[{\"key\":\"" + body + "\",\"name\":\"包头市科协\",\"value\":3},"
                        + "{\"key\":\"\",\"name\":\"\",\"value\":77}]");
        assertThat(reader.get("/api/v1/figures/teachers-trained?region=150000&by=organiser" + YEAR)
                        .code())
                .isEqualTo("bad-breakdown");
    }

    @Test
    void facts_are_read_page_by_page_until_none_is_left() {
        var ids = new ArrayList<Long>();
        var path = "/api/v1/figures/api-listeners/facts?region=150000&limit=2" + YEAR;
        var pages = 0;
        while (path != null) {
            var page = reader.get(path);
            assertThat(page.status()).isEqualTo(200);
            page.json().path("facts").forEach(fact -> ids.add(fact.path("fact").asLong()));
            path = page.response()
                    .headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
            pages++;
        }
        assertThat(pages).isEqualTo(2);
        assertThat(ids).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void what_is_asked_wrongly_is_told_by_a_code_that_stays() {
        var figure = "/api/v1/figures/api-listeners?region=150000";
        assertThat(List.of(
                        reader.get("/api/v1/figures/nonsense?region=150000" + YEAR),
                        reader.get("/api/v1/indicators/nonsense"),
                        reader.get(figure),
                        reader.get(figure + "&from=2025-12-31&to=2025-01-01"),
                        reader.get(figure + "&from=1899-01-01&to=2025-01-01"),
                        reader.get(figure + "&from=2025-02-30&to=2025-03-01"),
                        reader.get(figure + "&by=colour" + YEAR),
                        reader.get(figure + "&edition=soon" + YEAR),
                        reader.get("/api/v1/figures/api-listeners?" + YEAR.substring(1)),
                        reader.get("/api/v1/figures/api-listeners?region=abc" + YEAR),
                        reader.get("/api/v1/figures/api-listeners?region=999999" + YEAR),
                        reader.get("/api/v1/figures/api-listeners/facts?region=150000&limit=501" + YEAR),
                        reader.get("/api/v1/figures/api-listeners/facts?region=150000&after=x" + YEAR)))
                .allMatch(reply -> reply.type().equals("application/problem+json"))
                .allMatch(reply -> reply.json().path("type").asString().equals("urn:kepu:problem:" + reply.code()))
                .extracting(reply -> reply.status() + " " + reply.code())
                .containsExactly(
                        "404 unknown-indicator",
                        "404 unknown-indicator",
                        "400 bad-window",
                        "400 bad-window",
                        "400 bad-window",
                        "400 bad-window",
                        "400 bad-breakdown",
                        "400 bad-edition",
                        "400 region-missing",
                        "404 region-not-found",
                        "404 region-not-found",
                        "400 bad-limit",
                        "400 bad-cursor");
    }

    @Test
    void a_division_out_of_reach_is_answered_like_one_that_never_was() {
        var neighbour = system(Role.LEADER, BAOTOU);
        for (var path : List.of("/api/v1/figures/api-listeners", "/api/v1/figures/api-listeners/facts")) {
            var theirs = neighbour.get(path + "?region=152500" + YEAR);
            var nobodys = neighbour.get(path + "?region=999999" + YEAR);
            assertThat(theirs.status()).isEqualTo(404);
            assertThat(theirs.body()).isEqualTo(nobodys.body());
            assertThat(neighbour.get(path + "?region=150000" + YEAR).body()).isEqualTo(nobodys.body());
            assertThat(neighbour.get(path + "?region=150200" + YEAR).status()).isEqualTo(200);
        }
    }

    @Test
    void who_may_not_read_figures_reads_none() {
        assertThat(system(Role.EDITOR, GivenFacts.TOP)
                        .get("/api/v1/figures/api-listeners?region=150000" + YEAR)
                        .status())
                .isEqualTo(403);
        assertThat(new CallingSystem(address(), "nothing")
                        .get("/api/v1/indicators")
                        .status())
                .isEqualTo(401);
    }

    private CallingSystem system(Role role, RegionCode region) {
        return new CallingSystem(
                address(), new GivenTokens(context).with(role, region).token());
    }
}
