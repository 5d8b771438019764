package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Bookings.GivenBack;
import org.kepu.activity.booking.Registration.Already;
import org.kepu.activity.booking.Registration.Confirmed;
import org.kepu.activity.booking.Registration.Refused;
import org.kepu.activity.booking.Registration.Waiting;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats are given once, in turn, and nobody is lost: more people ask than there are seats. */
@OnPostgres
class RegistrationsTest {

    private static final int PEOPLE = 120;

    @Autowired
    ApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Bookings bookings;

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
        return new Applicant("居民", phone(number), places, UUID.randomUUID().toString(), null);
    }

    private static PhoneNumber phone(int number) {
        return new PhoneNumber("138%08d".formatted(number));
    }

    private static <T> List<T> all(Collection<Registration> outcomes, Class<T> type) {
        return outcomes.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<Registration> arrive(SessionId session, int from, int people) {
        return IntStream.range(from, from + people)
                .mapToObj(i -> registrations.register(session, person(i, 1)))
                .toList();
    }

    @Test
    void of_many_who_ask_at_once_as_many_get_a_seat_as_there_are() {
        var session = given.tomorrow(20, 1, false);
        var outcomes = together(PEOPLE, person -> registrations.register(session, person(person, 1)));
        assertThat(all(outcomes, Confirmed.class)).hasSize(20).doesNotHaveDuplicates();
        assertThat(all(outcomes, Refused.class))
                .hasSize(PEOPLE - 20)
                .allMatch(refused -> refused.broken().equals(List.of(AdmissionRule.FULL)));
        assertWitnesses(session, 20, 0);
    }

    @Test
    void who_finds_it_full_waits_in_turn_until_the_line_is_as_long_as_the_room_is_large() {
        var session = given.tomorrow(20, 1, true);
        var outcomes = together(PEOPLE, person -> registrations.register(session, person(person, 1)));
        assertThat(all(outcomes, Confirmed.class)).hasSize(20);
        assertThat(all(outcomes, Waiting.class)).hasSize(20);
        assertThat(all(outcomes, Refused.class)).hasSize(PEOPLE - 40);
        assertWitnesses(session, 20, 20);
        assertThat(all(outcomes, Waiting.class).stream()
                        .map(waiting ->
                                bookings.find(waiting.code()).orElseThrow().position())
                        .sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void groups_of_every_size_together_take_no_more_than_there_is() {
        var session = given.tomorrow(50, 5, false);
        var outcomes = together(PEOPLE, person -> registrations.register(session, person(person, 1 + person % 5)));
        var taken = given.session(session).seats().taken();
        assertThat(taken).isBetween(46, 50);
        assertWitnesses(session, taken, 0);
        assertThat(all(outcomes, Confirmed.class).size()
                        + all(outcomes, Refused.class).size())
                .isEqualTo(PEOPLE);
    }

    @Test
    void somebody_who_asks_many_times_at_once_has_one_booking() {
        var session = given.tomorrow(20, 1, true);
        var outcomes = together(40, same -> registrations.register(session, person(7, 1)));
        assertThat(all(outcomes, Confirmed.class)).hasSize(1);
        assertThat(all(outcomes, Already.class)).hasSize(39).allMatch(already -> already.code() == null);
        assertWitnesses(session, 1, 0);
    }

    @Test
    void the_same_request_is_answered_alike_however_often_it_comes() {
        var session = given.tomorrow(20, 1, true);
        var request = person(7, 1);
        var outcomes = together(40, same -> registrations.register(session, request));
        assertThat(outcomes).allMatch(Confirmed.class::isInstance);
        assertThat(outcomes.stream().distinct()).hasSize(1);
        assertWitnesses(session, 1, 0);
        bookings.giveBack(all(outcomes, Confirmed.class).getFirst().code());
        assertThat(registrations.register(session, request)).isEqualTo(new Refused(List.of(AdmissionRule.GIVEN_BACK)));
        assertThat(registrations.register(session, person(7, 1))).isInstanceOf(Confirmed.class);
    }

    @Test
    void a_key_that_came_with_another_request_is_refused() {
        var session = given.tomorrow(20, 2, true);
        var other = given.tomorrow(20, 2, true);
        var first = person(7, 1);
        registrations.register(session, first);
        var refused = new Refused(List.of(AdmissionRule.KEY_USED_OTHERWISE));
        assertThat(registrations.register(session, new Applicant("居民", phone(8), 1, first.key(), null)))
                .isEqualTo(refused);
        assertThat(registrations.register(session, new Applicant("居民", phone(7), 2, first.key(), null)))
                .isEqualTo(refused);
        assertThat(registrations.register(other, first)).isEqualTo(refused);
        assertWitnesses(session, 1, 0);
        assertWitnesses(other, 0, 0);
    }

    @Test
    void whoever_gives_back_lets_exactly_one_in_however_many_do_at_once() {
        var session = given.tomorrow(10, 1, true);
        var seated = all(arrive(session, 0, 10), Confirmed.class);
        var waiting = all(arrive(session, 10, 10), Waiting.class);
        var outcomes = together(30, i -> bookings.giveBack(seated.get(i % 6).code()));
        assertThat(outcomes.stream().filter(GivenBack.DONE::equals)).hasSize(6);
        assertThat(outcomes.stream().filter(GivenBack.ALREADY::equals)).hasSize(24);
        assertThat(waiting.stream()
                        .map(one -> bookings.find(one.code())
                                .orElseThrow()
                                .booking()
                                .state()))
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(i -> i < 6 ? Booking.State.CONFIRMED : Booking.State.WAITING)
                        .toList());
        assertWitnesses(session, 10, 4);
        assertThat(messages()).isEqualTo(10 + 6);
    }

    @Test
    void people_come_and_go_at_once_and_the_books_close() {
        var session = given.tomorrow(10, 1, true);
        var seated = all(arrive(session, 0, 10), Confirmed.class);
        together(
                60,
                i -> i < 10
                        ? bookings.giveBack(seated.get(i).code())
                        : registrations.register(session, person(100 + i, 1)));
        assertThat(given.session(session).seats().taken()).isEqualTo(10);
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void a_group_waits_as_a_group_and_nobody_overtakes_it() {
        var session = given.tomorrow(5, 5, true);
        var seated = all(arrive(session, 0, 5), Confirmed.class);
        var group = (Waiting) registrations.register(session, person(20, 3));
        var single = (Waiting) registrations.register(session, person(21, 1));
        bookings.giveBack(seated.get(0).code());
        assertThat(registrations.register(session, person(22, 1))).isInstanceOf(Waiting.class);
        assertWitnesses(session, 4, 3);
        bookings.giveBack(seated.get(1).code());
        bookings.giveBack(seated.get(2).code());
        assertThat(bookings.find(group.code()).orElseThrow().booking().state()).isEqualTo(Booking.State.CONFIRMED);
        assertThat(bookings.find(single.code()).orElseThrow().booking().state()).isEqualTo(Booking.State.WAITING);
        assertWitnesses(session, 5, 2);
    }

    @Test
    void a_group_that_gives_up_waiting_lets_the_next_in() {
        var session = given.tomorrow(5, 5, true);
        var seated = all(arrive(session, 0, 5), Confirmed.class);
        var group = (Waiting) registrations.register(session, person(20, 3));
        var single = (Waiting) registrations.register(session, person(21, 1));
        bookings.giveBack(seated.getFirst().code());
        bookings.giveBack(group.code());
        assertThat(bookings.find(single.code()).orElseThrow().booking().state()).isEqualTo(Booking.State.CONFIRMED);
        assertWitnesses(session, 5, 0);
    }

    private SessionId asksFirst(int capacity, int perPerson) {
        var start = given.now().plus(Duration.ofDays(1));
        return given.published(
                GivenActivities.talk(),
                new Planned(
                        start,
                        start.plusSeconds(3600),
                        capacity,
                        perPerson,
                        true,
                        given.now().minusSeconds(60),
                        null,
                        60,
                        false));
    }

    private Booking.State state(String code) {
        return bookings.find(code).orElseThrow().booking().state();
    }

    @Test
    void a_place_that_is_offered_is_kept_until_its_hour_and_then_goes_to_the_next_once() {
        var session = asksFirst(2, 1);
        var seated = all(arrive(session, 0, 2), Confirmed.class);
        var waiting = all(arrive(session, 2, 2), Waiting.class);
        bookings.giveBack(seated.getFirst().code());
        assertThat(state(waiting.getFirst().code())).isEqualTo(Booking.State.OFFERED);
        assertThat(registrations.register(session, person(9, 1))).isInstanceOf(Waiting.class);
        assertThat(bookings.letLapse()).isZero();
        assertWitnesses(session, 2, 2);
        database.sql("update activity.booking set offered_until = now() - interval '1 second' where state = 'OFFERED'")
                .update();
        together(4, node -> bookings.letLapse());
        assertThat(state(waiting.getFirst().code())).isEqualTo(Booking.State.LAPSED);
        assertThat(bookings.accept(waiting.getFirst().code())).isFalse();
        assertThat(state(waiting.getLast().code())).isEqualTo(Booking.State.OFFERED);
        assertWitnesses(session, 2, 1);
    }

    @Test
    void who_takes_what_is_offered_has_it_and_who_leaves_it_passes_it_on() {
        var session = asksFirst(2, 1);
        var seated = all(arrive(session, 0, 2), Confirmed.class);
        var waiting = all(arrive(session, 2, 2), Waiting.class);
        bookings.giveBack(seated.getFirst().code());
        var outcomes = together(6, same -> bookings.accept(waiting.getFirst().code()));
        assertThat(outcomes).containsOnly(true);
        assertThat(state(waiting.getFirst().code())).isEqualTo(Booking.State.CONFIRMED);
        bookings.giveBack(seated.getLast().code());
        bookings.giveBack(waiting.getLast().code());
        assertThat(state(waiting.getLast().code())).isEqualTo(Booking.State.CANCELLED);
        assertWitnesses(session, 1, 0);
    }

    @Test
    void more_room_lets_those_in_who_wait_and_less_than_is_taken_is_refused() {
        var session = given.tomorrow(2, 1, true);
        arrive(session, 0, 4);
        var sessions = context.getBean(KeepingSessions.class);
        var planned = given.session(session);
        assertThat(sessions.change(GivenActivities.clerk(), session, with(planned, 1)))
                .isEqualTo(KeepingSessions.Change.MORE_TAKEN);
        assertThat(sessions.change(GivenActivities.clerk(), session, with(planned, 3)))
                .isEqualTo(KeepingSessions.Change.DONE);
        assertWitnesses(session, 3, 1);
    }

    private static Planned with(org.kepu.activity.Session session, int capacity) {
        return new Planned(
                session.starts(),
                session.ends(),
                capacity,
                1,
                true,
                session.seats().opens(),
                null);
    }

    @Test
    void whoever_has_a_seat_is_told_when_it_is_called_off_and_nobody_gets_one_after() {
        var session = given.tomorrow(1, 1, true);
        arrive(session, 0, 2);
        var before = messages();
        context.getBean(KeepingActivities.class).cancel(GivenActivities.clerk(), given.activityOf(session), "大风");
        assertThat(messages() - before).isEqualTo(2);
        assertThat(registrations.register(session, person(9, 1)))
                .isEqualTo(new Refused(List.of(AdmissionRule.CALLED_OFF, AdmissionRule.FULL)));
    }

    @Test
    void before_it_opens_and_after_it_closes_nobody_gets_in_and_all_reasons_are_told() {
        var start = given.now().plus(Duration.ofDays(2));
        var later = new Planned(
                start, start.plusSeconds(3600), 5, 1, true, given.now().plusSeconds(3600), null);
        var notYet = given.published(GivenActivities.talk(), later);
        assertThat(registrations.register(notYet, person(1, 2)))
                .isEqualTo(new Refused(List.of(AdmissionRule.NOT_OPEN_YET, AdmissionRule.TOO_MANY_PLACES)));
        var past = new Planned(
                start,
                start.plusSeconds(3600),
                5,
                1,
                true,
                given.now().minusSeconds(3600),
                given.now().minusSeconds(60));
        assertThat(registrations.register(given.published(GivenActivities.talk(), past), person(1, 1)))
                .isEqualTo(new Refused(List.of(AdmissionRule.CLOSED)));
        var open = given.published(GivenActivities.talk(), Planned.open(start, start.plusSeconds(60)));
        assertThat(registrations.register(open, person(1, 1)))
                .isEqualTo(new Refused(List.of(AdmissionRule.OPEN_TO_ALL)));
    }

    @Test
    void a_draft_is_not_there_and_a_clerk_books_within_reach_only() {
        var draft = given.sessionOf(given.draft(GivenActivities.talk(), given.seats(5, 1, true)));
        assertThatThrownBy(() -> registrations.register(draft, person(1, 1))).isInstanceOf(NotFound.class);
        var session = given.tomorrow(50, 1, true);
        var ours = GivenPlans.may(GivenPlans.CLERK, Right.BOOK_FOR_OTHERS, GivenFacts.KUNDULUN);
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.BOOK_FOR_OTHERS, GivenFacts.QINGSHAN);
        var group = new Applicant("青松社区", phone(1), 30, "group", ours.actor());
        assertThatThrownBy(() -> registrations.registerFor(
                        neighbour, session, new Applicant("青松社区", phone(1), 30, "group", neighbour.actor())))
                .isInstanceOf(NotFound.class);
        var booked = registrations.registerFor(ours, session, group);
        assertThat(booked).isInstanceOf(Confirmed.class);
        assertThat(registrations.registerFor(ours, session, new Applicant("青松社区", phone(1), 1, "again", ours.actor())))
                .isEqualTo(new Already(((Confirmed) booked).code(), Booking.State.CONFIRMED, false));
        assertWitnesses(session, 30, 0);
    }

    @Test
    void the_sweep_finds_what_is_wrong_and_the_database_refuses_what_must_never_be() {
        var session = given.tomorrow(2, 1, true);
        arrive(session, 0, 3);
        assertThatThrownBy(() ->
                        database.sql("update activity.session set taken = 3").update())
                .hasMessageContaining("session_never_oversold");
        assertThatThrownBy(() -> database.sql("update activity.booking set phone_print = 'x'")
                        .update())
                .hasMessageContaining("booking_once_each");
        database.sql("update activity.session set taken = 1, waiting = 0").update();
        assertThat(swept.sweep())
                .extracting(SeatsSwept.Broken::belief)
                .containsExactlyInAnyOrder(
                        SeatsSwept.Belief.TAKEN_IS_WHAT_IS_GIVEN,
                        SeatsSwept.Belief.WAITING_IS_WHO_WAITS,
                        SeatsSwept.Belief.NOBODY_WAITS_FOR_WHAT_IS_FREE);
    }

    @Test
    void a_number_is_one_however_it_is_written() {
        assertThat(List.of("138-0013 8000", "+86 138 0013 8000", "１３８００１３８０００").stream()
                        .map(typed -> PhoneNumber.read(typed).orElseThrow().digits())
                        .distinct())
                .containsExactly("13800138000");
        assertThat(PhoneNumber.read("12a")).isEmpty();
    }

    @Test
    void nothing_that_names_a_person_lies_in_the_table_in_clear() {
        var session = given.tomorrow(5, 1, true);
        registrations.register(session, person(7, 1));
        assertThat(database.sql("select booking::text from activity.booking")
                        .query(String.class)
                        .single())
                .doesNotContain("居民", "13800000007");
    }

    /** So much is taken and so many wait, and all that is believed of seats holds. */
    private void assertWitnesses(SessionId session, int taken, int waiting) {
        var seats = given.session(session).seats();
        assertThat(seats.taken()).isEqualTo(taken);
        assertThat(seats.waiting()).isEqualTo(waiting);
        assertThat(swept.sweep()).isEmpty();
    }

    private int messages() {
        return database.sql("select count(*) from notice.message")
                .query(Integer.class)
                .single();
    }
}
