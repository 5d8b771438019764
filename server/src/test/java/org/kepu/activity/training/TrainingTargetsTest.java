package org.kepu.activity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;
import static org.kepu.indicator.GivenFacts.TOP;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.closing.Closing;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.activity.closing.Outcome;
import org.kepu.indicator.Terms;
import org.kepu.indicator.figure.Window;
import org.kepu.privacy.Contact;
import org.kepu.privacy.Subject;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The targets that trainings fill: T5 in persons, T6 with T7 within it, T12 and T13 in attendances over the period. */
@OnPostgres
class TrainingTargetsTest {

    private static final Window YEAR = Window.ofYear(2025);
    private static final Window PERIOD = new Window(LocalDate.of(2021, 1, 1), LocalDate.of(2025, 12, 31));

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient database;

    GivenTrainings given;

    @BeforeEach
    void clear() {
        given = new GivenTrainings(GivenActivities.onCleanGround(context));
    }

    private ActivityId teachers(String day) {
        return given.training(GivenTrainings.described("实验课培训", KUNDULUN), on(day, "09:00", 180));
    }

    private void held(ActivityId id) {
        given.sessions(id).forEach(session -> given.allCame(id, session));
        assertThat(given.close(id)).isInstanceOf(ClassClosed.Told.class);
    }

    @Test
    void a_person_in_two_classes_is_one_person_and_two_attendances() {
        for (var day : List.of("2025-03-05", "2025-09-05")) {
            var id = teachers(day);
            given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
            held(id);
        }
        var id = teachers("2025-10-05");
        given.enter(id, "+86 138 0013 8001", "TEACHER", true);
        given.enter(id, "13800138002", "TEACHER", false);
        held(id);
        assertThat(given.value("teachers-trained", TOP, YEAR)).isEqualTo(2);
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(2);
        assertThat(given.value("teachers-trained", QINGSHAN, YEAR)).isZero();
    }

    @Test
    void somebody_who_came_to_each_of_three_sessions_is_one_attendance_of_the_class() {
        var id = given.training(
                GivenTrainings.described("三天的班", KUNDULUN),
                on("2025-03-05", "09:00", 180),
                on("2025-03-06", "09:00", 180),
                on("2025-03-07", "09:00", 180));
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138002", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138003", "SCIENCE_TEACHER", false);
        given.allCame(id, given.sessions(id).getFirst());
        var two = List.of(given.trainee(id, "8001"), given.trainee(id, "8002"));
        given.tick(id, given.sessions(id).get(1), two);
        given.tick(id, given.sessions(id).getFirst(), two);
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Told(1, 2));
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(2);
        assertThat(database.sql("select sum(events) from indicator.fact")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select sum(minutes) from indicator.fact")
                        .query(Integer.class)
                        .single())
                .isEqualTo(540);
    }

    @Test
    void three_hundred_attendances_of_which_twenty_rural_are_not_three_hundred_and_twenty() {
        var town = teachers("2025-03-05");
        given.enter(town, 285, 13800000000L, "SCIENCE_TEACHER", false);
        given.enter(town, 15, 13900000000L, "SCIENCE_TEACHER", true);
        held(town);
        var later = teachers("2025-05-05");
        given.enter(later, 5, 13900000000L, "SCIENCE_TEACHER", true);
        given.enter(later, 2, 13700000000L, "TEACHER", true);
        held(later);
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(305);
        assertThat(given.value("rural-science-teacher-training", KUNDULUN, YEAR))
                .isEqualTo(20);
        assertThat(given.value("teachers-trained", TOP, YEAR)).isEqualTo(302);
    }

    @Test
    void farmers_and_innovators_add_up_over_the_years_of_the_period() {
        for (var year : List.of("2021", "2023", "2025", "2026")) {
            var id = teachers(year + "-06-01");
            given.enter(id, 4, 13800000000L, "SKILLED_FARMER", null);
            given.enter(id, 3, 13900000000L, "INNOVATOR", null);
            given.enter(id, 2, 13700000000L, "E_COMMERCE", null);
            held(id);
        }
        assertThat(given.value("skilled-farmer-training", KUNDULUN, PERIOD)).isEqualTo(12);
        assertThat(given.value("innovator-training", KUNDULUN, PERIOD)).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-31, 23:30, 0",
        "2025-01-01, 00:10, 1",
        "2025-12-31, 23:59, 1",
        "2026-01-01, 00:00, 0",
        "2026-01-01, 07:59, 0"
    })
    void a_class_counts_in_the_year_in_which_it_began_last_by_the_clock_on_the_wall(
            String day, String time, int counted) {
        var id = given.training(GivenTrainings.described("跨年的班", KUNDULUN), on(day, time, 60));
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        held(id);
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(counted);
    }

    @Test
    void a_class_over_new_year_counts_once_on_the_day_of_its_last_session() {
        var id = given.training(
                GivenTrainings.described("跨年的班", KUNDULUN),
                on("2024-12-30", "09:00", 60),
                on("2025-01-02", "09:00", 60));
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        held(id);
        assertThat(given.value("science-teacher-training", KUNDULUN, Window.ofYear(2024)))
                .isZero();
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(1);
    }

    @Test
    void closed_twice_and_by_eight_at_once_it_counts_once() {
        var id = teachers("2025-03-05");
        given.enter(id, 30, 13800000000L, "SCIENCE_TEACHER", false);
        given.allCame(id, given.sessions(id).getFirst());
        assertThat(together(8, same -> given.close(id))).containsOnly(new ClassClosed.Told(1, 30));
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Told(1, 30));
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(30);
        assertThat(rows("activity.class_closing")).isEqualTo(1);
        assertThat(rows("indicator.fact")).isEqualTo(1);
    }

    @Test
    void what_was_told_wrong_is_put_right_and_what_turns_out_untrue_counts_no_more() {
        var id = teachers("2025-03-05");
        given.enter(id, 10, 13800000000L, "SCIENCE_TEACHER", false);
        given.enter(id, 2, 13900000000L, "SCIENCE_TEACHER", true);
        held(id);
        var trainees = context.getBean(Trainees.class);
        for (var one : List.of(given.trainee(id, "0000"), given.trainee(id, "0001"))) {
            trainees.change(clerk(), id, one, 1, null, "SKILLED_FARMER", null, null);
        }
        var activity = context.getBean(OwnActivities.class).find(clerk(), id).orElseThrow();
        assertThat(context.getBean(ClosingClasses.class).isCurrent(clerk(), activity))
                .isFalse();
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(12);
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Told(2, 12));
        assertThat(context.getBean(ClosingClasses.class).isCurrent(clerk(), activity))
                .isTrue();
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(10);
        assertThat(given.value("skilled-farmer-training", KUNDULUN, PERIOD)).isEqualTo(2);
        given.tick(id, given.sessions(id).getFirst(), List.of());
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Told(3, 0));
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isZero();
        assertThat(given.value("teachers-trained", TOP, YEAR)).isZero();
        given.allCame(id, given.sessions(id).getFirst());
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Told(4, 12));
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(10);
        assertThat(rows("activity.class_closing")).isEqualTo(4);
    }

    @Test
    void a_class_is_not_closed_out_by_session_too_and_what_was_closed_out_becomes_no_class() {
        var id = teachers("2025-03-05");
        var session = given.sessions(id).getFirst();
        var closing = context.getBean(ClosingOut.class);
        assertThat(closing.close(clerk(), session, 0, new Closing(true, Map.of("TEACHERS", 5), null)))
                .isEqualTo(new Outcome.Refused(List.of(Outcome.Problem.HAS_TRAINEES)));
        var lists = context.getBean(OwnActivities.class);
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        assertThat(lists.list(clerk(), "", null, given.activities().now(), 1, 9).lines())
                .extracting(OwnActivities.Line::toClose)
                .containsExactly(1);
        given.allCame(id, session);
        given.close(id);
        assertThat(lists.list(clerk(), "", null, given.activities().now(), 1, 9).lines())
                .extracting(OwnActivities.Line::toClose)
                .containsExactly(0);
        var numbers = given.activities()
                .published(GivenTrainings.described("按人次办结的班", KUNDULUN), on("2025-03-05", "09:00", 60));
        closing.close(clerk(), numbers, 0, new Closing(true, Map.of("SCIENCE_TEACHERS", 5), null));
        assertThat(context.getBean(TrainingClasses.class)
                        .set(clerk(), given.activities().activityOf(numbers), 0, "OPEN", PassRule.USUAL))
                .isEqualTo(TrainingClasses.Setting.COUNTED_BY_NUMBERS);
        var talk = given.activities().published(GivenActivities.talk(), on("2025-03-05", "09:00", 60));
        assertThat(context.getBean(TrainingClasses.class)
                        .set(clerk(), given.activities().activityOf(talk), 0, "OPEN", PassRule.USUAL))
                .isEqualTo(TrainingClasses.Setting.NOT_A_TRAINING);
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(6);
    }

    @Test
    void who_has_the_name_erased_stays_counted_and_the_person_goes() {
        var id = teachers("2025-03-05");
        given.enter(id, "13800138001", "SCIENCE_TEACHER", false);
        given.enter(id, "13800138002", "SCIENCE_TEACHER", false);
        held(id);
        var person = new Subject(UUID.randomUUID(), List.of(new Contact("138-0013-8001")));
        var persons = context.getBean(PersonsInTrainings.class);
        assertThat(persons.find(person)).hasSize(2);
        assertThat(persons.erase(person).anonymised()).isEqualTo(1);
        assertThat(persons.left(person)).isZero();
        assertThat(persons.find(person)).isEmpty();
        given.close(id);
        assertThat(given.value("science-teacher-training", KUNDULUN, YEAR)).isEqualTo(2);
        assertThat(given.value("teachers-trained", TOP, YEAR)).isEqualTo(2);
    }

    @Test
    void when_the_list_is_gone_what_was_told_stays_and_is_not_told_otherwise() {
        var id = teachers("2022-03-05");
        given.enter(id, 3, 13800000000L, "SKILLED_FARMER", null);
        held(id);
        var old = context.getBean(OldTrainees.class);
        assertThat(old.removeOlderThan(midnight("2022-03-05"))).isZero();
        assertThat(old.removeOlderThan(midnight("2022-03-06"))).isEqualTo(3);
        assertThat(given.close(id)).isEqualTo(new ClassClosed.Refused(List.of(ClassClosed.Problem.NAMES_GONE)));
        assertThat(given.value("skilled-farmer-training", KUNDULUN, PERIOD)).isEqualTo(3);
    }

    @Test
    void every_category_counts_as_an_audience_that_facts_know() {
        var terms = context.getBean(Terms.class);
        assertThat(context.getBean(TrainingTerms.class).categories())
                .hasSizeGreaterThan(8)
                .allMatch(category -> terms.audience(category.audience()).isPresent());
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(GivenActivities.HERE).toInstant();
    }

    private int rows(String table) {
        return database.sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
