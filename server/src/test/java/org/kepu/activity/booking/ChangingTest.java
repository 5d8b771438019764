package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.Admission;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Planned;
import org.kepu.activity.Question;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Changing.Changed;
import org.kepu.activity.booking.Registration.Already;
import org.kepu.activity.booking.Registration.Confirmed;
import org.kepu.activity.booking.Registration.Refused;
import org.kepu.activity.booking.Registration.Waiting;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A booking is changed and nobody loses what they have; parties, questions, reminders. */
@OnPostgres
class ChangingTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Bookings bookings;

    @Autowired
    Changing changing;

    @Autowired
    Drawing drawing;

    @Autowired
    OldBookings old;

    @Autowired
    SeatsSwept swept;

    @Autowired
    JdbcClient database;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        database.sql("delete from notice.message").update();
    }

    private static Applicant person(int number, int places) {
        return person(number, places, Party.SINGLE, List.of());
    }

    private static Applicant person(int number, int places, Party party, List<String> answers) {
        var phone = new PhoneNumber("138%08d".formatted(number));
        return new Applicant("居民", phone, places, UUID.randomUUID().toString(), null, party, false, null, answers);
    }

    private String seat(SessionId session, int number, int places) {
        return ((Confirmed) registrations.register(session, person(number, places))).code();
    }

    private void assertSeats(SessionId session, int taken, int waiting) {
        var seats = given.session(session).seats();
        assertThat(List.of(seats.taken(), seats.waiting())).isEqualTo(List.of(taken, waiting));
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void fewer_people_let_the_next_in_and_more_come_only_if_there_are_seats() {
        var session = given.tomorrow(5, 4, true);
        var ours = seat(session, 1, 4);
        seat(session, 2, 1);
        var waiting = ((Waiting) registrations.register(session, person(3, 2))).code();
        assertThat(changing.resize(ours, 3, 0)).isEqualTo(new Changed.Done(ours));
        assertSeats(session, 4, 1);
        assertThat(changing.resize(ours, 4, 0)).as("somebody waits").isEqualTo(new Changed.NoRoom());
        assertThat(changing.resize(ours, 2, 0)).isEqualTo(new Changed.Done(ours));
        assertThat(bookings.find(waiting).orElseThrow().booking().state()).isEqualTo(Booking.State.CONFIRMED);
        assertSeats(session, 5, 0);
        assertThat(changing.resize(ours, 5, 0)).isEqualTo(new Changed.Refused(List.of(AdmissionRule.TOO_MANY_PLACES)));
        assertThat(changing.resize("000000000000", 1, 0)).isEqualTo(new Changed.Unknown());
        bookings.giveBack(ours);
        assertThat(changing.resize(ours, 1, 0)).isEqualTo(new Changed.TooLate());
        assertSeats(session, 3, 0);
    }

    @Test
    void many_who_want_more_at_once_get_no_more_than_there_is() {
        var session = given.tomorrow(30, 3, false);
        var codes = IntStream.range(0, 20).mapToObj(i -> seat(session, i, 1)).toList();
        var outcomes = together(60, i -> changing.resize(codes.get(i % 20), 3, 0));
        assertThat(outcomes.stream().filter(Changed.NoRoom.class::isInstance)).isNotEmpty();
        assertSeats(session, 30, 0);
        together(40, i -> changing.resize(codes.get(i % 20), 1 + i % 3, 0));
        assertThat(given.session(session).seats().taken()).isLessThanOrEqualTo(30);
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void seats_of_a_quota_grow_within_it_only() {
        var session = given.admitting(10, 4, false, GivenActivities.keeping(3, 1, 0));
        var phone = new PhoneNumber("13800000001");
        var elder = new Applicant("居民", phone, 2, "e", null, Party.SINGLE, true, null, List.of());
        var code = ((Confirmed) registrations.register(session, elder)).code();
        assertThat(changing.resize(code, 4, 0)).isEqualTo(new Changed.NoRoom());
        assertThat(changing.resize(code, 3, 0)).isEqualTo(new Changed.Done(code));
        assertThat(given.session(session).seats().kept()).isEqualTo(1);
        assertSeats(session, 3, 0);
    }

    private SessionId other(SessionId of, int capacity) {
        return given.more(of, given.seats(capacity, 3, false));
    }

    @Test
    void another_session_is_sure_before_the_old_seat_is_given_up() {
        var session = given.tomorrow(2, 2, true);
        var full = other(session, 1);
        var free = other(session, 5);
        seat(full, 9, 1);
        var code = seat(session, 1, 2);
        var waiting = ((Waiting) registrations.register(session, person(2, 1))).code();
        assertThat(changing.move(code, full)).isEqualTo(new Changed.Refused(List.of(AdmissionRule.FULL)));
        assertSeats(session, 2, 1);
        var outcomes = together(6, same -> changing.move(code, free));
        assertThat(outcomes.stream().distinct()).hasSize(1).allMatch(Changed.Done.class::isInstance);
        var moved = ((Changed.Done) outcomes.getFirst()).code();
        assertThat(bookings.find(moved).orElseThrow().booking().places()).isEqualTo(2);
        assertThat(bookings.find(code).orElseThrow().booking().state()).isEqualTo(Booking.State.CANCELLED);
        assertThat(bookings.find(waiting).orElseThrow().booking().state()).isEqualTo(Booking.State.CONFIRMED);
        assertSeats(session, 1, 0);
        assertSeats(free, 2, 0);
        assertThat(changing.move(moved, given.tomorrow(5, 2, true)))
                .as("of another activity")
                .isEqualTo(new Changed.Unknown());
    }

    @Test
    void people_change_places_between_two_sessions_at_once_and_nobody_is_lost() {
        var one = given.tomorrow(12, 1, false);
        var two = other(one, 12);
        var codes = IntStream.range(0, 20)
                .mapToObj(i -> seat(i < 10 ? one : two, i, 1))
                .toList();
        var outcomes = together(20, i -> changing.move(codes.get(i), i < 10 ? two : one));
        assertThat(outcomes)
                .allMatch(outcome -> outcome instanceof Changed.Done
                        || outcome instanceof Changed.NoRoom
                        || outcome instanceof Changed.Refused);
        assertThat(database.sql("select count(distinct phone_print) from activity.booking where state = 'CONFIRMED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(20);
        assertThat(given.session(one).seats().taken()
                        + given.session(two).seats().taken())
                .isEqualTo(20);
        assertThat(swept.sweep()).isEmpty();
    }

    private static Admission asking(PartyKind... parties) {
        return new Admission(
                List.of(),
                0,
                720,
                EnumSet.copyOf(List.of(parties)),
                30,
                List.of(
                        new Question("要坐接驳车吗", Question.Kind.YES_NO, List.of(), true),
                        new Question("哪一组", Question.Kind.CHOICE, List.of("观星", "火箭"), false),
                        new Question("几辆车", Question.Kind.NUMBER, List.of(), false)),
                null);
    }

    @Test
    void a_session_says_which_parties_it_takes_and_what_must_be_answered() {
        var session = given.admitting(100, 4, true, asking(PartyKind.FAMILY, PartyKind.SCHOOL));
        var yes = List.of("yes");
        assertThat(registrations.register(session, person(1, 1, Party.SINGLE, yes)))
                .isEqualTo(new Refused(List.of(AdmissionRule.PARTY_NOT_TAKEN)));
        assertThat(registrations.register(session, person(2, 3, Party.family(2), List.of())))
                .isEqualTo(new Refused(List.of(AdmissionRule.NOT_ANSWERED)));
        assertThat(registrations.register(session, person(2, 3, Party.family(2), List.of("yes", "都行"))))
                .isEqualTo(new Refused(List.of(AdmissionRule.NOT_ANSWERED)));
        assertThat(registrations.register(session, person(2, 5, Party.family(2), yes)))
                .isEqualTo(new Refused(List.of(AdmissionRule.TOO_MANY_PLACES)));
        assertThat(registrations.register(session, person(3, 31, Party.school("青松小学", "三年级"), yes)))
                .isEqualTo(new Refused(List.of(AdmissionRule.TOO_MANY_PLACES)));
        var code = ((Confirmed) registrations.register(
                        session, person(4, 30, Party.school("青松小学", "三年级"), List.of("no", "火箭", ""))))
                .code();
        var booking = bookings.find(code).orElseThrow().booking();
        assertThat(booking.party()).isEqualTo(Party.school("青松小学", "三年级"));
        assertThat(booking.answers()).isEqualTo(List.of("no", "火箭", ""));
        assertThat(database.sql("select booking::text from activity.booking")
                        .query(String.class)
                        .single())
                .doesNotContain("青松小学", "火箭");
        assertSeats(session, 30, 0);
    }

    @Test
    void answers_and_names_of_groups_go_with_the_booking_and_answered_questions_stay() {
        var session = given.admitting(100, 4, true, asking(PartyKind.GROUP));
        registrations.register(session, person(1, 9, Party.group("合唱队"), List.of("yes")));
        var sessions = context.getBean(KeepingSessions.class);
        var planned = given.seats(100, 4, true);
        assertThat(sessions.change(GivenActivities.clerk(), session, planned.admitting(Admission.PLAIN)))
                .isEqualTo(KeepingSessions.Change.ANSWERED);
        assertThat(sessions.change(GivenActivities.clerk(), session, planned)).isEqualTo(KeepingSessions.Change.DONE);
        assertThat(old.removeOlderThan(given.now())).isZero();
        assertThat(old.removeOlderThan(given.now().plus(Duration.ofDays(3)))).isEqualTo(1);
        assertThat(database.sql(
                                "select count(*) from activity.booking where coalesce(name, phone, phone_print, party_name, answers) is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_second_registration_after_a_draw_is_told_what_really_holds() {
        var start = given.now().plus(Duration.ofDays(2));
        var session = given.published(
                GivenActivities.talk(),
                new Planned(
                        start, start.plusSeconds(3600), 2, 3, true, given.now().minusSeconds(60), null, null, true));
        IntStream.range(0, 5).forEach(i -> registrations.register(session, person(i, 1)));
        assertThat(registrations.register(session, person(0, 1)))
                .isEqualTo(new Already(null, Booking.State.ENTERED, true));
        database.sql(
                        "update activity.session set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 second'")
                .update();
        drawing.draw(session);
        assertThat(IntStream.range(0, 5).mapToObj(i -> registrations.register(session, person(i, 1))))
                .containsExactlyInAnyOrder(
                        new Already(null, Booking.State.CONFIRMED, true),
                        new Already(null, Booking.State.CONFIRMED, true),
                        new Already(null, Booking.State.WAITING, true),
                        new Already(null, Booking.State.WAITING, true),
                        new Already(null, Booking.State.WAITING, true));
    }

    private Reminders reminders(String now) {
        var clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return new Reminders(
                database,
                context.getBean(Letters.class),
                new ReminderSettings(LocalTime.of(21, 0), LocalTime.of(8, 0)),
                context.getBean(TransactionTemplate.class),
                clock);
    }

    @Test
    void on_the_day_before_each_is_reminded_once_and_never_at_night() {
        var session = given.tomorrow(3, 1, true);
        IntStream.range(0, 4).forEach(i -> registrations.register(session, person(i, 1)));
        var told = "update activity.session set starts_at = '2026-03-05T00:00+08', ends_at = '2026-03-05T02:00+08'";
        database.sql(told).update();
        database.sql("update activity.booking set confirmed_at = '2026-03-01T10:00+08' where state = 'CONFIRMED'")
                .update();
        database.sql("delete from notice.message").update();
        assertThat(reminders("2026-03-03T12:59:00Z").send())
                .as("two days before")
                .isZero();
        assertThat(reminders("2026-03-03T23:59:00Z").send())
                .as("7:59 of the day before")
                .isZero();
        assertThat(together(4, node -> reminders("2026-03-04T00:00:00Z").send()).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(3);
        assertThat(reminders("2026-03-04T12:59:00Z").send()).isZero();
        assertThat(database.sql("select count(*) from notice.message")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whoever_has_the_seat_since_the_day_before_was_told_then() {
        var session = given.tomorrow(3, 1, true);
        registrations.register(session, person(1, 1));
        database.sql("update activity.session set starts_at = '2026-03-05T09:00+08', ends_at = '2026-03-05T10:00+08'")
                .update();
        database.sql("update activity.booking set confirmed_at = '2026-03-04T00:00+08'")
                .update();
        assertThat(reminders("2026-03-04T02:00:00Z").send()).isZero();
        database.sql("update activity.booking set confirmed_at = '2026-03-03T23:59+08'")
                .update();
        assertThat(reminders("2026-03-04T13:00:00Z").send()).as("21:00").isZero();
        assertThat(reminders("2026-03-04T12:59:00Z").send()).isEqualTo(1);
    }
}
