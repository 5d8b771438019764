package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;

import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Admission;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.Offers;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Quota;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Registration.Confirmed;
import org.kepu.activity.booking.Registration.Refused;
import org.kepu.activity.booking.Registration.Waiting;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Seats that are kept for some: never more of a quota than there are, never more in all, and none left over at the start. */
@OnPostgres
class QuotasTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Bookings bookings;

    @Autowired
    Releasing releasing;

    @Autowired
    DoorSeats doorSeats;

    @Autowired
    Offers offers;

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

    private static Applicant person(int number, int places, boolean elder, @Nullable RegionCode home) {
        return new Applicant(
                "居民",
                new PhoneNumber("138%08d".formatted(number)),
                places,
                UUID.randomUUID().toString(),
                null,
                Party.SINGLE,
                elder,
                home,
                List.of());
    }

    private static Applicant anybody(int number) {
        return person(number, 1, false, null);
    }

    private static Applicant elder(int number) {
        return person(number, 1, true, null);
    }

    private static Applicant resident(int number) {
        return person(number, 1, false, GivenFacts.KUNDULUN);
    }

    private Booking.State state(Registration outcome) {
        var code = switch (outcome) {
            case Confirmed confirmed -> confirmed.code();
            case Waiting waiting -> waiting.code();
            case Registration.Already already -> "";
            case Refused refused -> "";
        };
        return bookings.find(code).orElseThrow().booking().state();
    }

    private List<Integer> taken(SessionId session) {
        var offer = offers.find(session).orElseThrow();
        return offer.admission().quotas().stream().map(Quota::taken).toList();
    }

    private void startsIn(SessionId session, String interval) {
        database.sql(
                        "update activity.session set starts_at = now() + :in::interval, ends_at = now() + :in::interval + interval '2 hours' where id = :id")
                .param("in", interval)
                .param("id", session.value())
                .update();
    }

    private boolean give(SessionId session, int places, String key) {
        return doorSeats.give(GivenActivities.clerk(), session, places, key) == DoorSeats.Given.DONE;
    }

    /** So much is taken, kept and waits, and all that is believed of seats holds. */
    private void assertSeats(SessionId session, int taken, int kept, int waiting) {
        var seats = given.session(session).seats();
        assertThat(List.of(seats.taken(), seats.kept(), seats.waiting())).isEqualTo(List.of(taken, kept, waiting));
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void demand_above_supply_in_every_quota_at_once_gives_each_what_it_has_and_no_more() {
        var session = given.admitting(40, 1, false, GivenActivities.keeping(10, 8, 6));
        var outcomes = together(
                200,
                i -> i % 5 == 4
                        ? (Object) give(session, 1, "door-" + i)
                        : registrations.register(
                                session, i % 5 == 0 ? elder(i) : i % 5 == 1 ? resident(i) : anybody(i)));
        var people = outcomes.stream().filter(Confirmed.class::isInstance).count();
        var door = outcomes.stream().filter(Boolean.TRUE::equals).count();
        assertThat(people + door).isEqualTo(40);
        assertThat(door).isGreaterThanOrEqualTo(6);
        assertThat(taken(session)).isEqualTo(List.of(10, 8));
        assertSeats(session, 40, 0, 0);
    }

    @Test
    void people_of_every_kind_come_and_go_at_once_and_the_books_close() {
        var session = given.admitting(30, 4, true, GivenActivities.keeping(10, 10, 2));
        var codes = IntStream.range(0, 40)
                .mapToObj(i -> registrations.register(
                        session, person(i, 1 + i % 3, i % 2 == 0, i % 3 == 0 ? GivenFacts.KUNDULUN : null)))
                .flatMap(outcome -> switch (outcome) {
                    case Confirmed(var code) -> Stream.of(code);
                    case Waiting(var code, var position) -> Stream.of(code);
                    default -> Stream.<String>of();
                })
                .toList();
        assertThat(swept.sweep()).isEmpty();
        together(120, i -> comeOrGo(session, codes, i));
        assertThat(swept.sweep()).isEmpty();
    }

    private String comeOrGo(SessionId session, List<String> codes, int i) {
        return switch (i % 4) {
            case 0 -> bookings.giveBack(codes.get(i / 4 % codes.size())).name();
            case 1 -> "at the door " + give(session, i % 8 == 1 ? 1 : -1, "door-" + i);
            default ->
                registrations
                        .register(
                                session,
                                person(1000 + i, 1 + i % 4, i % 3 == 0, i % 5 == 0 ? GivenFacts.KUNDULUN : null))
                        .toString();
        };
    }

    @Test
    void who_may_use_no_quota_is_told_for_whom_the_rest_is_kept_and_until_when() {
        var session = given.admitting(10, 1, false, GivenActivities.keeping(4, 4, 0));
        registrations.register(session, anybody(1));
        registrations.register(session, anybody(2));
        assertThat(registrations.register(session, anybody(3)))
                .isEqualTo(new Refused(List.of(AdmissionRule.KEPT_FOR_OTHERS)));
        assertThat(state(registrations.register(session, elder(4)))).isEqualTo(Booking.State.CONFIRMED);
        assertThat(state(registrations.register(session, resident(5)))).isEqualTo(Booking.State.CONFIRMED);
        assertThat(taken(session)).isEqualTo(List.of(1, 1));
        assertSeats(session, 4, 6, 0);
    }

    @Test
    void whoever_lives_below_a_division_may_use_its_seats_and_a_neighbour_may_not() {
        var session = given.admitting(5, 1, false, GivenActivities.keeping(1, 4, 0));
        assertThat(state(registrations.register(session, person(1, 1, false, GivenFacts.STREET))))
                .isEqualTo(Booking.State.CONFIRMED);
        assertThat(registrations.register(session, person(2, 1, false, GivenFacts.QINGSHAN)))
                .isEqualTo(new Refused(List.of(AdmissionRule.KEPT_FOR_OTHERS)));
    }

    @Test
    void a_group_of_four_waits_until_four_fit_in_its_quota_and_exactly_it_comes_in() {
        var session = given.admitting(12, 4, true, GivenActivities.keeping(6, 2, 0));
        var seated = IntStream.range(0, 6)
                .mapToObj(i -> registrations.register(session, elder(i)))
                .toList();
        IntStream.range(10, 14).forEach(i -> registrations.register(session, anybody(i)));
        var group = registrations.register(session, person(20, 4, true, null));
        var single = registrations.register(session, elder(21));
        assertThat(List.of(state(group), state(single))).containsOnly(Booking.State.WAITING);
        IntStream.range(0, 3).forEach(i -> bookings.giveBack(((Confirmed) seated.get(i)).code()));
        assertThat(List.of(state(group), state(single))).containsOnly(Booking.State.WAITING);
        assertSeats(session, 7, 5, 2);
        bookings.giveBack(((Confirmed) seated.get(3)).code());
        assertThat(state(group)).isEqualTo(Booking.State.CONFIRMED);
        assertThat(state(single)).isEqualTo(Booking.State.WAITING);
        assertSeats(session, 10, 2, 1);
    }

    @Test
    void at_the_hour_of_the_release_and_not_before_the_rest_is_for_all() {
        var session = given.admitting(3, 1, false, GivenActivities.keeping(1, 1, 0));
        registrations.register(session, anybody(1));
        startsIn(session, "12 hours 1 minute");
        assertThat(releasing.toRelease()).isEmpty();
        assertThat(registrations.register(session, anybody(2))).isInstanceOf(Refused.class);
        assertThat(releasing.release(session)).isFalse();
        startsIn(session, "12 hours");
        assertThat(releasing.toRelease()).containsExactly(session.value());
        var outcomes = together(20, i -> registrations.register(session, anybody(10 + i)));
        assertThat(outcomes.stream().filter(Confirmed.class::isInstance)).hasSize(2);
        assertThat(releasing.release(session)).isFalse();
        assertSeats(session, 3, 0, 0);
    }

    @Test
    void who_waits_has_what_is_released_before_whoever_comes_then() {
        var session = given.admitting(4, 2, true, GivenActivities.keeping(1, 1, 0));
        registrations.register(session, person(1, 2, false, null));
        var waiting = registrations.register(session, person(2, 2, false, null));
        assertThat(state(waiting)).isEqualTo(Booking.State.WAITING);
        startsIn(session, "2 hours");
        assertThat(together(4, node -> releasing.release(session)).stream().filter(done -> done))
                .hasSize(1);
        assertThat(state(waiting)).isEqualTo(Booking.State.CONFIRMED);
        assertSeats(session, 4, 0, 0);
    }

    @Test
    void seats_at_the_door_stay_until_the_door_and_are_given_once_for_each_key() {
        var session = given.admitting(5, 1, false, GivenActivities.keeping(1, 1, 2));
        IntStream.range(0, 5).forEach(i -> registrations.register(session, anybody(i)));
        startsIn(session, "1 hour");
        releasing.release(session);
        IntStream.range(10, 15).forEach(i -> registrations.register(session, anybody(i)));
        assertSeats(session, 3, 0, 0);
        assertThat(together(10, same -> give(session, 2, "one"))).containsOnly(true);
        assertSeats(session, 5, 0, 0);
        assertThat(doorSeats.give(GivenActivities.clerk(), session, 1, "one"))
                .isEqualTo(DoorSeats.Given.KEY_USED_OTHERWISE);
        assertThat(database.sql("select distinct region from audit.entry where act = 'booking.act.door'")
                        .query(String.class)
                        .list())
                .containsExactly(GivenFacts.KUNDULUN.value());
        assertThat(give(session, 1, "two")).isFalse();
        assertThat(give(session, -3, "three")).isFalse();
        assertThat(give(session, -1, "four")).isTrue();
        assertSeats(session, 4, 0, 0);
        var neighbour = GivenPlans.may(GivenPlans.OTHER, Right.RUN_ACTIVITIES, GivenFacts.QINGSHAN);
        assertThatThrownBy(() -> doorSeats.give(neighbour, session, 1, "five")).isInstanceOf(NotFound.class);
    }

    @Test
    void quotas_are_changed_as_long_as_nobody_loses_a_seat() {
        var session = given.admitting(10, 1, true, GivenActivities.keeping(4, 2, 0));
        IntStream.range(0, 3).forEach(i -> registrations.register(session, elder(i)));
        assertThat(change(session, GivenActivities.keeping(2, 2, 0))).isEqualTo(KeepingSessions.Change.MORE_TAKEN);
        assertThat(change(session, Admission.PLAIN)).isEqualTo(KeepingSessions.Change.MORE_TAKEN);
        assertThat(change(session, GivenActivities.keeping(6, 5, 0))).isEqualTo(KeepingSessions.Change.MORE_TAKEN);
        assertSeats(session, 3, 3, 0);
        assertThat(change(session, GivenActivities.keeping(3, 6, 1))).isEqualTo(KeepingSessions.Change.DONE);
        assertThat(taken(session)).isEqualTo(List.of(3, 0));
        assertSeats(session, 3, 6, 0);
    }

    private KeepingSessions.Change change(SessionId session, Admission admission) {
        return context.getBean(KeepingSessions.class)
                .change(
                        GivenActivities.clerk(),
                        session,
                        given.seats(10, 1, true).admitting(admission));
    }

    @Test
    void a_plan_that_does_not_speak_of_quotas_leaves_them_and_a_copy_has_them_too() {
        var session = given.admitting(10, 1, true, GivenActivities.keeping(4, 2, 1));
        registrations.register(session, elder(1));
        var sessions = context.getBean(KeepingSessions.class);
        assertThat(sessions.change(GivenActivities.clerk(), session, given.seats(12, 1, true)))
                .isEqualTo(KeepingSessions.Change.DONE);
        assertSeats(session, 1, 5, 0);
        var copy = new ActivityId(UUID.randomUUID());
        context.getBean(KeepingActivities.class).copy(GivenActivities.clerk(), given.activityOf(session), copy);
        var seats = given.session(given.sessionOf(copy)).seats();
        assertThat(List.of(seats.taken(), seats.kept(), seats.keptAtDoor())).isEqualTo(List.of(0, 6, 1));
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void the_database_refuses_what_must_never_be() {
        var session = given.admitting(10, 1, true, GivenActivities.keeping(4, 2, 1));
        assertThat(given.session(session).seats().kept()).isEqualTo(6);
        assertThatThrownBy(() ->
                        database.sql("update activity.session set taken = 4").update())
                .hasMessageContaining("session_never_oversold");
        assertThatThrownBy(() ->
                        database.sql("update activity.quota set taken = 5").update())
                .hasMessageContaining("quota_never_oversold");
        database.sql("update activity.session set kept = 5").update();
        assertThat(swept.sweep())
                .extracting(SeatsSwept.Broken::belief)
                .containsExactly(SeatsSwept.Belief.KEPT_IS_WHAT_QUOTAS_HAVE_LEFT);
    }

    private SessionId reclaiming(int capacity, boolean waits) {
        var admission = new Admission(List.of(), 0, 720, EnumSet.of(PartyKind.SINGLE), 40, List.of(), 10);
        return given.admitting(capacity, 1, waits, admission);
    }

    private void present(Registration outcome) {
        database.sql("update activity.booking set present_at = now() where code = :code")
                .param("code", ((Confirmed) outcome).code())
                .update();
    }

    @Test
    void minutes_after_the_start_who_waits_has_the_seats_of_those_who_are_not_there_once() {
        var session = reclaiming(3, true);
        var here = registrations.register(session, anybody(1));
        var absent = registrations.register(session, anybody(2));
        registrations.register(session, anybody(3));
        var waiting = registrations.register(session, anybody(4));
        startsIn(session, "-10 minutes");
        assertThat(releasing.reclaim(session)).as("nobody was checked in").isZero();
        present(here);
        startsIn(session, "-9 minutes");
        assertThat(releasing.reclaim(session)).as("too early").isZero();
        startsIn(session, "-10 minutes");
        assertThat(releasing.toReclaim()).containsExactly(session.value());
        assertThat(together(4, node -> releasing.reclaim(session)).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(2);
        assertThat(List.of(state(here), state(absent), state(waiting)))
                .containsExactly(Booking.State.CONFIRMED, Booking.State.RECLAIMED, Booking.State.CONFIRMED);
        assertSeats(session, 2, 0, 0);
        assertThat(give(session, 1, "door")).isTrue();
        assertThat(give(session, 1, "door-again")).isFalse();
    }

    @Test
    void a_session_that_does_not_say_so_takes_no_seat_from_anybody() {
        var session = given.tomorrow(3, 1, true);
        present(registrations.register(session, anybody(1)));
        registrations.register(session, anybody(2));
        startsIn(session, "-30 minutes");
        assertThat(releasing.toReclaim()).isEmpty();
        assertThat(releasing.reclaim(session)).isZero();
        var turnout = context.getBean(Turnout.class).of(GivenActivities.clerk(), session);
        assertThat(turnout).isEqualTo(new Turnout.Seats(2, 1));
    }

    @Test
    void what_is_released_at_the_start_itself_or_while_nobody_looked_is_released_as_long_as_it_lasts() {
        var session = given.admitting(4, 1, true, GivenActivities.keeping(2, 1, 0));
        database.sql("update activity.session set release_minutes = 0").update();
        startsIn(session, "1 minute");
        assertThat(releasing.toRelease()).isEmpty();
        startsIn(session, "-1 minute");
        assertThat(releasing.toRelease()).containsExactly(session.value());
        assertThat(give(session, 4, "all of them")).as("before the job came").isTrue();
        assertThat(releasing.toRelease()).isEmpty();
        assertSeats(session, 4, 0, 0);
        var over = given.admitting(4, 1, true, GivenActivities.keeping(2, 1, 0));
        startsIn(over, "-3 hours");
        assertThat(releasing.toRelease()).isEmpty();
    }

    @Test
    void quotas_that_are_all_given_are_released_too_and_what_is_given_back_then_is_for_all() {
        var session = given.admitting(2, 1, false, GivenActivities.keeping(1, 1, 0));
        var elder = registrations.register(session, elder(1));
        registrations.register(session, resident(2));
        startsIn(session, "12 hours");
        assertThat(releasing.toRelease()).containsExactly(session.value());
        assertThat(releasing.release(session)).isTrue();
        bookings.giveBack(((Confirmed) elder).code());
        assertThat(registrations.register(session, anybody(3))).isInstanceOf(Confirmed.class);
        assertSeats(session, 2, 0, 0);
    }

    @Test
    void seats_of_a_quota_whose_holders_are_not_there_go_to_those_who_wait() {
        var admission = new Admission(
                GivenActivities.keeping(1, 1, 0).quotas(), 0, 0, EnumSet.of(PartyKind.SINGLE), 40, List.of(), 10);
        var session = given.admitting(3, 1, true, admission);
        present(registrations.register(session, anybody(1)));
        registrations.register(session, elder(2));
        registrations.register(session, resident(3));
        var waiting = IntStream.range(4, 6)
                .mapToObj(i -> registrations.register(session, anybody(i)))
                .toList();
        startsIn(session, "-10 minutes");
        assertThat(releasing.reclaim(session)).isEqualTo(2);
        assertThat(waiting).allSatisfy(one -> assertThat(state(one)).isEqualTo(Booking.State.CONFIRMED));
        assertSeats(session, 3, 0, 0);
    }
}
