package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerkOf;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.page.RunningSite;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who came may speak once; nobody learns who said what, and nobody reads what nobody has looked at. */
class VoicesTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    Voices voices;

    @Autowired
    JdbcClient database;

    GivenActivities given;
    SessionId session;
    String code;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        session = given.tomorrow(30, 1, true);
        code = book("13800138000");
    }

    private String book(String phone) {
        return ((Registration.Confirmed) context.getBean(Registrations.class)
                        .register(
                                session,
                                new Applicant(
                                        "居民",
                                        new PhoneNumber(phone),
                                        1,
                                        UUID.randomUUID().toString(),
                                        null)))
                .code();
    }

    private List<String> fourMore() {
        return IntStream.rangeClosed(1, 4)
                .mapToObj(guest -> book("1380013801" + guest))
                .toList();
    }

    private void begin() {
        database.sql("update activity.session set starts_at = now() - interval '1 hour'")
                .update();
    }

    private static Voices.Told told(String comment) {
        return new Voices.Told(5, 4, 3, comment);
    }

    @Test
    void before_it_begins_nobody_speaks_and_after_it_each_once() {
        assertThat(voices.tell(code, told(""))).isFalse();
        begin();
        assertThat(together(8, same -> voices.tell(code, told("很好"))).stream().filter(done -> done))
                .hasSize(1);
        assertThat(voices.of(GivenActivities.clerk(), session).count()).isEqualTo(1);
    }

    @Test
    void averages_begin_with_five_voices_for_everybody_and_for_the_organisers() {
        var codes = fourMore();
        begin();
        codes.forEach(one -> voices.tell(one, told("好")));
        voices.of(GivenActivities.clerk(), session)
                .comments()
                .forEach(comment ->
                        voices.moderate(GivenActivities.clerk(), session, comment.id(), Feedback.State.SHOWN));
        assertThat(voices.of(GivenActivities.clerk(), session).count()).isEqualTo(4);
        assertThat(voices.of(GivenActivities.clerk(), session).marks()).isNull();
        assertThat(voices.published(List.of(session))).isEqualTo(new Feedback(0, null, List.of()));
        var page = "/activities/" + given.activityOf(session);
        assertThat(visitor().get(page).body()).doesNotContain("5.0 分");
        voices.tell(code, new Voices.Told(5, 4, 1, ""));
        assertThat(voices.published(List.of(session)).marks()).isEqualTo(new Feedback.Marks(5, 4, 2.6));
        assertThat(voices.published(List.of(session)).comments()).hasSize(4);
        assertThat(voices.of(GivenActivities.clerk(), session).marks()).isEqualTo(new Feedback.Marks(5, 4, 2.6));
        assertThat(visitor().get(page).body()).contains("5.0 分", "2.6 分");
    }

    @Test
    void a_comment_is_for_everybody_when_its_organisers_say_so_and_no_neighbour_does() {
        var others = fourMore();
        begin();
        voices.tell(code, told("讲得清楚"));
        others.forEach(one -> voices.tell(one, told("")));
        assertThat(voices.published(List.of(session)).count()).isEqualTo(5);
        assertThat(voices.published(List.of(session)).comments()).isEmpty();
        var comment = voices.of(GivenActivities.clerk(), session).comments().getFirst();
        assertThatThrownBy(() ->
                        voices.moderate(clerkOf(GivenFacts.QINGSHAN), session, comment.id(), Feedback.State.SHOWN))
                .isInstanceOf(NotFound.class);
        voices.moderate(GivenActivities.clerk(), session, comment.id(), Feedback.State.SHOWN);
        assertThat(voices.published(List.of(session)).comments())
                .extracting(Feedback.Comment::words)
                .containsExactly("讲得清楚");
        assertThat(voices.of(clerkOf(GivenFacts.QINGSHAN), session).count()).isZero();
    }

    @Test
    void nothing_that_is_kept_leads_from_an_answer_to_a_booking() {
        assertThat(database.sql("""
                        select column_name from information_schema.columns
                        where table_schema = 'activity' and table_name = 'feedback' order by column_name
                        """).query(String.class).list())
                .containsExactly("again", "clear", "comment", "id", "session", "state", "told_on", "useful");
    }

    @Test
    void somebody_answers_by_the_page_of_the_booking() {
        begin();
        var visitor = visitor();
        var path = "/registrations/" + code + "/feedback";
        assertThat(visitor.get("/registrations/" + code).body()).contains(path);
        visitor.get(path);
        var half = visitor.post(path, "useful", "4", "comment", "好");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("value=\"4\" checked", ">好</textarea>");
        assertThat(visitor.post(path, "useful", "5", "clear", "4", "again", "5", "comment", "好")
                        .status())
                .isEqualTo(302);
        assertThat(visitor.get("/registrations/" + code).body()).contains("谢谢").doesNotContain(path);
    }
}
