package org.kepu.activity.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.activity.Described;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Presence;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.page.NotFound;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closing a session out makes exactly the facts that it was, and putting it right leaves exactly those that it is. */
@OnPostgres
class ClosingOutTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ClosingOut closing;

    @Autowired
    JdbcClient database;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    /** What counts of a fact that stands. */
    record Line(String kind, String audience, LocalDate day, String place, int events, int attendances, int minutes) {}

    private List<Line> counted() {
        return database.sql("""
                        select kind.code as kind, audience.code as audience, day, place.code as place, sum(events) as events,
                               sum(attendances) as attendances, sum(minutes) as minutes
                        from indicator.fact
                             join indicator.kind on kind.id = fact.kind
                             join indicator.audience on audience.id = fact.audience
                             join indicator.place on place.id = fact.place
                        group by 1, 2, 3, 4 having sum(weight) > 0 order by 2
                        """).query(Line.class).list();
    }

    private Outcome close(SessionId session, int version, Map<String, Integer> came) {
        return closing.close(clerk(), session, version, new Closing(true, came, null));
    }

    private SessionId talk() {
        return given.published(GivenActivities.talk(), on("2026-03-05", "14:00", 90));
    }

    @Test
    void each_audience_counts_by_itself_and_the_session_once() {
        var session = talk();
        assertThat(close(session, 0, Map.of("ELDERS", 40, "PUPILS", 25))).isEqualTo(new Outcome.Told(1));
        var day = LocalDate.of(2026, 3, 5);
        assertThat(counted())
                .containsExactly(
                        new Line("LECTURE", "ELDERS", day, "COMMUNITY", 1, 40, 90),
                        new Line("LECTURE", "PUPILS", day, "COMMUNITY", 0, 25, 0));
    }

    @Test
    void told_twice_it_counts_once() {
        var session = talk();
        var outcomes = together(8, same -> close(session, 0, Map.of("ELDERS", 40)));
        assertThat(outcomes).containsOnly(new Outcome.Told(1));
        assertThat(counted()).hasSize(1);
        assertThat(rows("activity.closing")).isEqualTo(1);
    }

    @Test
    void what_was_told_wrong_is_put_right_and_both_stay_on_record() {
        var session = talk();
        close(session, 0, Map.of("ELDERS", 40, "PUPILS", 25));
        assertThat(close(session, 1, Map.of("PUPILS", 30, "FARMERS", 5))).isEqualTo(new Outcome.Told(2));
        var day = LocalDate.of(2026, 3, 5);
        assertThat(counted())
                .containsExactly(
                        new Line("LECTURE", "FARMERS", day, "COMMUNITY", 0, 5, 0),
                        new Line("LECTURE", "PUPILS", day, "COMMUNITY", 1, 30, 90));
        assertThat(close(session, 2, Map.of("ELDERS", 40))).isEqualTo(new Outcome.Told(3));
        assertThat(counted()).containsExactly(new Line("LECTURE", "ELDERS", day, "COMMUNITY", 1, 40, 90));
        assertThat(rows("activity.closing")).isEqualTo(3);
        assertThat(closing.find(clerk(), session).orElseThrow().closing().attendances())
                .isEqualTo(Map.of("ELDERS", 40));
    }

    @Test
    void what_turns_out_not_to_have_been_held_counts_no_more() {
        var session = talk();
        close(session, 0, Map.of("ELDERS", 40));
        assertThat(closing.close(clerk(), session, 1, new Closing(false, Map.of(), null)))
                .isEqualTo(new Outcome.Told(2));
        assertThat(counted()).isEmpty();
        close(session, 2, Map.of("ELDERS", 41));
        assertThat(counted()).extracting(Line::attendances).containsExactly(41);
    }

    @Test
    void of_two_who_close_out_otherwise_at_once_one_is_told_to_look_again() {
        var session = talk();
        var outcomes = together(2, who -> close(session, 0, Map.of("ELDERS", 40 + who)));
        assertThat(outcomes.stream().filter(Outcome.Told.class::isInstance)).hasSize(1);
        assertThat(outcomes).contains(new Outcome.Refused(List.of(Outcome.Problem.CHANGED_MEANWHILE)));
        assertThat(counted()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"23:30, 2026-03-05", "00:00, 2026-03-05", "00:10, 2026-03-05", "07:59, 2026-03-05", "08:00, 2026-03-05"
    })
    void it_counts_on_the_day_on_which_it_began_by_the_clock_on_the_wall(String time, LocalDate day) {
        close(given.published(GivenActivities.talk(), on("2026-03-05", time, 90)), 0, Map.of("ELDERS", 1));
        assertThat(counted()).extracting(Line::day).containsExactly(day);
    }

    @Test
    void a_joint_activity_credits_each_organiser_and_counts_once() {
        var science = given.body(KUNDULUN, "区科协");
        var education = given.body(KUNDULUN, "区教育局");
        var talk = GivenActivities.talk();
        var told = new Described(
                talk.title(),
                talk.kind(),
                talk.campaign(),
                talk.summary(),
                talk.audiences(),
                talk.region(),
                talk.place(),
                talk.access(),
                talk.safety(),
                talk.telephone(),
                List.of(science, education),
                List.of());
        close(given.published(told, on("2026-03-05", "14:00", 90)), 0, Map.of("ELDERS", 40));
        assertThat(
                        database
                                .sql("select unnest(organisers) from indicator.fact")
                                .query(java.util.UUID.class)
                                .list()
                                .stream()
                                .map(BodyId::new))
                .containsExactlyInAnyOrder(science, education);
        assertThat(counted()).hasSize(1);
    }

    @Test
    void of_a_training_each_person_counts_once_however_many_classes_they_attend() {
        var told = GivenActivities.described("实验课培训", "TRAINING", KUNDULUN, List.of("SCIENCE_TEACHERS"));
        var first = given.published(told, given.seats(30, 1, true));
        var second = given.published(told, given.seats(30, 1, true));
        var both = attend(first, "13800138001");
        attend(first, "13800138002");
        attend(second, "138 0013 8001");
        assertThat(both).isNotEmpty();
        database.sql(
                        "update activity.session set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'")
                .update();
        close(first, 0, Map.of("SCIENCE_TEACHERS", 2));
        close(second, 0, Map.of("SCIENCE_TEACHERS", 1));
        assertThat(database.sql("select count(distinct person) from indicator.fact_person")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(counted().stream().mapToInt(Line::attendances).sum()).isEqualTo(3);
    }

    private String attend(SessionId session, String phone) {
        var code = ((Registration.Confirmed) context.getBean(Registrations.class)
                        .register(
                                session,
                                new Applicant(
                                        "教师",
                                        PhoneNumber.read(phone).orElseThrow(),
                                        1,
                                        java.util.UUID.randomUUID().toString(),
                                        null)))
                .code();
        context.getBean(Presence.class).show(clerk(), session, code);
        return code;
    }

    @Test
    void a_broadcast_has_no_attendances_to_tell() {
        var told = GivenActivities.described("村村响", "BROADCAST", KUNDULUN, List.of("FARMERS"));
        close(given.published(told, on("2026-03-05", "07:00", 15)), 0, Map.of());
        assertThat(counted())
                .containsExactly(new Line("BROADCAST", "FARMERS", LocalDate.of(2026, 3, 5), "COMMUNITY", 1, 0, 15));
    }

    @Test
    void what_has_not_begun_or_is_a_draft_or_had_nobody_is_not_closed_out_and_all_reasons_are_told() {
        assertThat(close(given.tomorrow(5, 1, true), 0, Map.of()))
                .isEqualTo(new Outcome.Refused(List.of(Outcome.Problem.NOT_BEGUN, Outcome.Problem.NOBODY)));
        var draft = given.sessionOf(given.draft(GivenActivities.talk(), on("2026-03-05", "14:00", 90)));
        assertThat(close(draft, 0, Map.of("ELDERS", 1)))
                .isEqualTo(new Outcome.Refused(List.of(Outcome.Problem.NOT_PUBLISHED)));
        assertThat(close(talk(), 0, Map.of("MARTIANS", 1)))
                .isEqualTo(new Outcome.Refused(List.of(Outcome.Problem.UNKNOWN_AUDIENCE)));
        assertThat(counted()).isEmpty();
    }

    @Test
    void a_neighbour_neither_closes_out_nor_reads_it() {
        var session = talk();
        assertThatThrownBy(() ->
                        closing.close(clerkOf(QINGSHAN), session, 0, new Closing(true, Map.of("ELDERS", 40), null)))
                .isInstanceOf(NotFound.class);
        close(session, 0, Map.of("ELDERS", 40));
        assertThat(closing.find(clerkOf(QINGSHAN), session)).isEmpty();
        assertThat(closing.find(clerkOf(KUNDULUN), session)).isPresent();
    }

    private int rows(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
