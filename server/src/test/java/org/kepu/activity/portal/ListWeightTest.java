package org.kepu.activity.portal;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.RunningSite;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** For weak lines and busy days: however much is on, a page stays small and asks the database little. */
class ListWeightTest extends RunningSite {

    private static final int MOST = 60_000;
    private static final int MANY = 200;

    @Autowired
    ApplicationContext context;

    GivenActivities given;
    SessionId first;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        first = given.published(
                GivenActivities.described(
                        "少年科学院开放活动第一期机器人与人工智能体验", "OPEN_DAY", GivenFacts.COMMUNITY, List.of("PUPILS")),
                later(1));
        given.database().sql("""
                        insert into activity.activity
                        select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid()))).*
                        from activity.activity a, generate_series(2, :many)
                        """).param("many", MANY).update();
        given.database().sql("""
                        insert into activity.session
                        select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'activity', a.id))).*
                        from activity.session s, activity.activity a where a.id <> s.activity
                        """).update();
    }

    private Planned later(int days) {
        var start = given.now().plus(Duration.ofDays(days));
        return Planned.open(start, start.plusSeconds(3600));
    }

    private int weight(String path) {
        var answer = visitor().get(path);
        assertThat(answer.status()).isEqualTo(200);
        return answer.body().getBytes(StandardCharsets.UTF_8).length;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/activities",
                "/activities?day=week&region=150203&kind=OPEN_DAY&audience=PUPILS",
                "/activities?near=150203",
                "/activities/near",
                "/activities/calendar",
                "/activities/map",
                "/activities/campaigns"
            })
    void a_page_is_small_with_two_hundred_activities(String path) {
        assertThat(visitor().get("/activities").body()).contains("共 200 条");
        System.out.printf("weight of %s: %d bytes%n", path, weight(path));
        assertThat(weight(path)).isLessThanOrEqualTo(MOST);
    }

    @Test
    void an_activity_with_two_hundred_sessions_shows_the_next_of_them_and_leads_to_the_others() {
        for (int i = 2; i <= 8; i++) {
            given.more(first, later(i));
        }
        given.database()
                .sql("""
                        insert into activity.session
                        select (jsonb_populate_record(s, jsonb_build_object(
                            'id', gen_random_uuid(), 'starts_at', s.starts_at - n * interval '1 day',
                            'ends_at', s.ends_at - n * interval '1 day'))).*
                        from activity.session s, generate_series(2, :many) n where s.id = :first
                        """)
                .param("many", MANY)
                .param("first", first.value())
                .update();
        var path = "/activities/" + given.activityOf(first);
        assertThat(weight(path)).isLessThanOrEqualTo(MOST);
        assertThat(visitor().get(path).body()).contains("id=\"" + first + "\"", "共 207 条");
        assertThat(visitor().get(path + "?page=1").body()).doesNotContain("id=\"" + first + "\"");
        assertThat(visitor().get(path + "?page=99").status()).isEqualTo(200);
    }

    @Test
    void the_first_page_asks_the_database_twice() {
        visitor().get("/activities");
        var statements = Stream.generate(() -> statements("/activities"))
                .limit(5)
                .min(Comparator.comparing(List::size))
                .orElseThrow();
        assertThat(statements).as(String.join("\n", statements)).hasSize(2);
    }

    /** What one request asks; others may ask meanwhile, so the least of some counts. */
    private List<String> statements(String path) {
        var logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var before = logger.getLevel();
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        logger.addAppender(heard);
        logger.setLevel(Level.DEBUG);
        try {
            visitor().get(path);
        } finally {
            logger.setLevel(before);
            logger.detachAppender(heard);
        }
        return heard.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(said -> said.startsWith("Executing prepared SQL statement"))
                .toList();
    }
}
