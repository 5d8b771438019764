package org.kepu.indicator.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.COMMUNITY;
import static org.kepu.indicator.GivenFacts.GACHA;
import static org.kepu.indicator.GivenFacts.TOP;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Role;
import org.kepu.access.token.GivenTokens;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class FactsApiTest extends RunningSite {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient database;

    private CallingSystem teller;

    @BeforeEach
    void plant() {
        GivenFacts.onCleanGround(context);
        teller = system(Role.COMMUNITY_CLERK, TOP);
    }

    @Test
    void a_fact_is_recorded_once_however_often_it_is_told() {
        var first = teller.post(lecture("1", COMMUNITY, 40));
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().path("result").asString()).isEqualTo("new");
        var second = teller.post(lecture("1", COMMUNITY, 40));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("result").asString()).isEqualTo("already");
        assertThat(second.json().path("fact").asLong())
                .isEqualTo(first.json().path("fact").asLong());
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(40);
    }

    @Test
    void what_was_told_wrongly_is_put_right_and_taken_back() {
        teller.post(lecture("1", COMMUNITY, 400));
        assertThat(teller.post(lecture("1", COMMUNITY, 40)).code()).isEqualTo("told-otherwise");
        assertThat(teller.post(and(lecture("1", GACHA, 40), "\"version\":2")).status())
                .isEqualTo(201);
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(40);
        for (var result : List.of("new", "already")) {
            assertThat(teller.post("{\"id\":\"1\",\"version\":3,\"withdrawn\":true}")
                            .json()
                            .path("result")
                            .asString())
                    .isEqualTo(result);
        }
        assertThat(count("select sum(attendances) from indicator.fact")).isZero();
    }

    @Test
    void a_line_that_is_broken_breaks_no_other() {
        var answer = teller.lines(
                lecture("1", COMMUNITY, 1),
                "{\"id\":",
                "",
                lecture("2", new RegionCode("150299"), 1),
                lecture("3", COMMUNITY, 1).replace("LECTURE", "SORCERY"),
                and(lecture("4", COMMUNITY, 1), "\"colour\":1"),
                lecture("5", COMMUNITY, 1).replace("2025-03-05", "2025-02-30"),
                lecture("6", COMMUNITY, 1).replace("\"attendances\":1", "\"attendances\":-1"),
                and(lecture("7", COMMUNITY, 1), "\"persons\":[\"13900000000\"]"),
                lecture("8", COMMUNITY, 1)
                        .replace("{\"id\"", "{\"organisers\":[\"00000000-0000-4000-8000-00000000000f\"],\"id\""),
                lecture("9", COMMUNITY, 1).replace("讲座", "讲".repeat(30_000)),
                "{\"id\":\"10\",\"kind\":\"LECTURE\"}",
                and(lecture("11", COMMUNITY, 1), "\"version\":2"),
                lecture("1", COMMUNITY, 1),
                lecture("12", COMMUNITY, 5));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).isEqualTo("application/x-ndjson");
        assertThat(answer.body().lines().map(line -> line.replaceAll("\"fact\":\\d+", "\"fact\":n")))
                .containsExactly(
                        "{\"line\":1,\"id\":\"1\",\"result\":\"new\",\"fact\":n}",
                        "{\"line\":2,\"result\":\"refused\",\"code\":\"malformed\"}",
                        "{\"line\":4,\"id\":\"2\",\"result\":\"refused\",\"code\":\"unknown-region\",\"field\":\"region\"}",
                        "{\"line\":5,\"id\":\"3\",\"result\":\"refused\",\"code\":\"unknown-kind\",\"field\":\"kind\"}",
                        "{\"line\":6,\"result\":\"refused\",\"code\":\"malformed\"}",
                        "{\"line\":7,\"id\":\"5\",\"result\":\"refused\",\"code\":\"unknown-day\",\"field\":\"day\"}",
                        "{\"line\":8,\"id\":\"6\",\"result\":\"refused\",\"code\":\"bad-amount\",\"field\":\"amounts\"}",
                        "{\"line\":9,\"id\":\"7\",\"result\":\"refused\",\"code\":\"persons-not-counted\",\"field\":\"persons\"}",
                        "{\"line\":10,\"id\":\"8\",\"result\":\"refused\",\"code\":\"unknown-body\",\"field\":\"organisers\"}",
                        "{\"line\":11,\"result\":\"refused\",\"code\":\"too-large\"}",
                        "{\"line\":12,\"id\":\"10\",\"result\":\"refused\",\"code\":\"incomplete\"}",
                        "{\"line\":13,\"id\":\"11\",\"result\":\"refused\",\"code\":\"version-missing\",\"field\":\"version\"}",
                        "{\"line\":14,\"id\":\"1\",\"result\":\"already\",\"fact\":n}",
                        "{\"line\":15,\"id\":\"12\",\"result\":\"new\",\"fact\":n}");
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(6);
    }

    @Test
    void what_does_not_exist_is_refused_with_the_field_in_which_it_was_named() {
        var unknown = "[\"00000000-0000-4000-8000-00000000000f\"]";
        var measure = teller.post(and(lecture("1", COMMUNITY, 1), "\"measures\":" + unknown));
        assertThat(measure.status()).isEqualTo(422);
        assertThat(measure.code()).isEqualTo("unknown-measure");
        assertThat(measure.json().path("field").asString()).isEqualTo("measures");
        var body = teller.post(and(lecture("1", COMMUNITY, 1), "\"organisers\":" + unknown));
        assertThat(body.json().path("field").asString()).isEqualTo("organisers");
        var thing = teller.post(lecture("1", COMMUNITY, 0).replace("LECTURE", "VEHICLE_IN_USE"));
        assertThat(thing.code()).isEqualTo("thing-missing");
        assertThat(thing.json().path("field").asString()).isEqualTo("thing");
        assertThat(count("select count(*) from indicator.fact")).isZero();
    }

    @Test
    void a_row_may_be_told_put_right_and_taken_back_in_one_request() {
        var answer = teller.lines(
                lecture("1", COMMUNITY, 1),
                and(lecture("1", COMMUNITY, 2), "\"version\":2"),
                "{\"id\":\"1\",\"version\":3,\"withdrawn\":true}",
                and(lecture("1", COMMUNITY, 5), "\"version\":4"));
        assertThat(answer.body().lines()).hasSize(4).allMatch(line -> line.contains("\"new\""));
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(5);
        assertThat(count("select sum(attendances) from indicator.fresh")).isEqualTo(5);
    }

    @Test
    void no_system_touches_what_another_told_nor_a_division_beyond_its_reach() {
        teller.post(lecture("1", GACHA, 40));
        var neighbour = system(Role.COMMUNITY_CLERK, BAOTOU);
        var theirs = neighbour.post(lecture("2", GACHA, 1));
        var nobodys = neighbour.post(lecture("2", new RegionCode("150299"), 1));
        assertThat(theirs.status()).isEqualTo(422);
        assertThat(theirs.body()).isEqualTo(nobodys.body());
        assertThat(neighbour
                        .post("{\"id\":\"1\",\"version\":2,\"withdrawn\":true}")
                        .code())
                .isEqualTo("version-missing");
        assertThat(neighbour
                        .post(lecture("1", COMMUNITY, 9))
                        .json()
                        .path("result")
                        .asString())
                .isEqualTo("new");
        assertThat(count("select sum(attendances) from indicator.fact where region = '152524100200'"))
                .isEqualTo(40);
    }

    @Test
    void a_school_of_the_neighbour_is_neither_renamed_nor_moved() {
        teller.post(school("1", "S1", "苏尼特一中", GACHA));
        var neighbour = system(Role.COMMUNITY_CLERK, BAOTOU);
        assertThat(neighbour.post(school("2", "S1", "我的学校", COMMUNITY)).code()).isEqualTo("unknown-region");
        assertThat(neighbour.post(school("3", "S2", "我的学校", GACHA)).code()).isEqualTo("unknown-region");
        assertThat(neighbour
                        .post(school("4", "S3", "我的学校", COMMUNITY).replace("\"SCHOOL\"", "\"VEHICLE\""))
                        .code())
                .isEqualTo("thing-not-of-kind");
        assertThat(database.sql("select name from indicator.thing")
                        .query(String.class)
                        .list())
                .containsExactly("苏尼特一中");
    }

    @Test
    void when_the_reach_of_a_system_has_moved_it_changes_nothing_where_it_was() {
        var given = new GivenTokens(context).with(Role.COMMUNITY_CLERK, TOP);
        var moved = new CallingSystem(address(), given.token());
        moved.post(lecture("1", GACHA, 40));
        database.sql("update access.role_grant set region = '150200', within = '150200' where holder = :holder")
                .param("holder", given.account())
                .update();
        assertThat(moved.post("{\"id\":\"1\",\"version\":2,\"withdrawn\":true}").code())
                .isEqualTo("unknown-region");
        assertThat(moved.post(and(lecture("1", COMMUNITY, 1), "\"version\":2")).code())
                .isEqualTo("unknown-region");
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(40);
    }

    @Test
    void persons_are_kept_as_marks_and_nowhere_in_clear() {
        var training = lecture("1", COMMUNITY, 2)
                .replace("LECTURE", "TRAINING")
                .replace("{\"id\"", "{\"persons\":[\"13900000001\",\"13900000002\",\"13900000001\"],\"id\"");
        assertThat(teller.post(training).status()).isEqualTo(201);
        assertThat(teller.lines(
                                training.replace("\"id\":\"1\"", "\"id\":\"2\""),
                                training.replace("\"id\":\"1\"", "\"id\":\"3\""))
                        .status())
                .isEqualTo(200);
        assertThat(count("select count(*) from indicator.fact_person")).isEqualTo(6);
        assertThat(count("select count(distinct person) from indicator.fact_person"))
                .isEqualTo(2);
        assertThat(count("select count(*) from audit.entry entry where entry::text like '%13900000001%'"))
                .isZero();
    }

    @Test
    void twenty_who_tell_the_same_thousand_at_once_have_told_a_thousand() {
        var lines = IntStream.range(0, 1_000)
                .mapToObj(i -> lecture("row-" + i, i % 2 == 0 ? COMMUNITY : GACHA, 3))
                .toArray(String[]::new);
        var answers = together(20, i -> {
            var own = List.of(lines).subList(0, lines.length);
            var shuffled = new java.util.ArrayList<>(own);
            Collections.shuffle(shuffled, new java.util.Random(i));
            return teller.lines(shuffled.toArray(String[]::new));
        });
        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers.stream().flatMap(answer -> answer.body().lines()).filter(line -> line.contains("\"new\"")))
                .hasSize(1_000);
        assertThat(answers.stream().flatMap(answer -> answer.body().lines()).filter(line -> line.contains("refused")))
                .isEmpty();
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(3_000);
        assertThat(count("select sum(attendances) from indicator.fresh")).isEqualTo(3_000);
    }

    @Test
    void fifty_thousand_lines_pass_without_being_held() {
        var rows = Collections.enumeration(IntStream.range(0, 50)
                .mapToObj(part -> (InputStream) new ByteArrayInputStream(IntStream.range(0, 1_000)
                        .mapToObj(i -> lecture(part + "-" + i, COMMUNITY, 1) + "\n")
                        .reduce("", String::concat)
                        .getBytes(StandardCharsets.UTF_8)))
                .toList());
        var answer =
                teller.post("application/x-ndjson", BodyPublishers.ofInputStream(() -> new SequenceInputStream(rows)));
        assertThat(answer.body().lines().filter(line -> line.contains("\"new\"")))
                .hasSize(50_000);
        assertThat(count("select sum(attendances) from indicator.fact")).isEqualTo(50_000);
    }

    @Test
    void what_is_no_fact_at_all_is_told_so() {
        assertThat(teller.post("nonsense").code()).isEqualTo("malformed");
        assertThat(teller.post("null").code()).isEqualTo("malformed");
        assertThat(teller.post(" ".repeat(70_000)).code()).isEqualTo("too-large");
        assertThat(teller.post("text/csv", BodyPublishers.ofString("a,b")).code())
                .isEqualTo("unsupported-type");
        var leader = system(Role.LEADER, TOP).post(lecture("1", COMMUNITY, 1));
        assertThat(leader.status()).isEqualTo(403);
        assertThat(leader.code()).isEqualTo("forbidden");
        var stranger = new CallingSystem(address(), "x").post(lecture("1", COMMUNITY, 1));
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.code()).isEqualTo("unauthorized");
        assertThat(count("select count(*) from indicator.fact")).isZero();
    }

    private static String lecture(String id, RegionCode region, int attendances) {
        return "{\"id\":\"%s\",\"kind\":\"LECTURE\",\"day\":\"2025-03-05\",\"region\":\"%s\",\"title\":\"讲座\","
                        .formatted(id, region)
                + "\"amounts\":{\"events\":1,\"attendances\":" + attendances + "}}";
    }

    /** The same with one more field. */
    private static String and(String json, String field) {
        return "{" + field + "," + json.substring(1);
    }

    private static String school(String id, String code, String name, RegionCode region) {
        return lecture(id, region.equals(GACHA) && !id.equals("1") ? COMMUNITY : region, 1)
                .replace(
                        "{\"id\"",
                        "{\"thing\":{\"kind\":\"SCHOOL\",\"code\":\"%s\",\"name\":\"%s\",\"region\":\"%s\"},\"id\""
                                .formatted(code, name, region));
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).optional().orElse(0L);
    }

    private CallingSystem system(Role role, RegionCode region) {
        return new CallingSystem(
                address(), new GivenTokens(context).with(role, region).token());
    }
}
