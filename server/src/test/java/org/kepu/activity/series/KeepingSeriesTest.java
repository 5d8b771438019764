package org.kepu.activity.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;
import static org.kepu.activity.GivenActivities.talk;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.KeepingSessions.Change;
import org.kepu.activity.Planned;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Registrations;
import org.kepu.activity.series.KeepingSeries.Altered;
import org.kepu.page.NotFound;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Sessions of a series: planned once, changed together or not at all, and what has begun stays. */
@OnPostgres
class KeepingSeriesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    KeepingSeries keeping;

    @Autowired
    KeepingSessions sessions;

    @Autowired
    KeepingActivities activities;

    @Autowired
    Registrations registrations;

    GivenActivities given;
    ActivityId activity;
    LocalDate today;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
        activity = given.draft(talk());
        today = LocalDate.ofInstant(given.now(), GivenActivities.HERE);
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(GivenActivities.HERE).toInstant();
    }

    private Planned like(LocalDate day, int capacity) {
        return new Planned(at(day, "15:00"), at(day, "16:30"), capacity, 2, true, null, null);
    }

    private List<LocalDate> week(int from, int count) {
        return today.plusDays(from).datesUntil(today.plusDays(from + count)).toList();
    }

    private SeriesId planned(List<LocalDate> days, int capacity) {
        var id = new SeriesId(UUID.randomUUID());
        assertThat(keeping.plan(clerk(), activity, id, "FREQ=DAILY", like(days.getFirst(), capacity), days))
                .isEqualTo(days.size());
        return id;
    }

    private List<Session> of(SeriesId id) {
        return keeping.find(clerk(), id).orElseThrow().sessions();
    }

    private static Set<SessionId> all(List<Session> sessions) {
        return sessions.stream().map(Session::id).collect(Collectors.toSet());
    }

    private static Alteration to(String begins, String ends, int capacity) {
        return new Alteration(0, LocalTime.parse(begins), LocalTime.parse(ends), capacity, 3, true, null);
    }

    @Test
    void each_day_gets_a_session_at_the_hour_of_the_first() {
        var id = planned(week(1, 4), 20);
        assertThat(of(id))
                .extracting(Session::starts)
                .isEqualTo(week(1, 4).stream().map(day -> at(day, "15:00")).toList());
        assertThat(of(id)).allSatisfy(session -> assertThat(session.minutes()).isEqualTo(90));
    }

    @Test
    void sent_many_times_at_once_it_is_planned_once() {
        var id = new SeriesId(UUID.randomUUID());
        var planned = together(
                6, i -> keeping.plan(clerk(), activity, id, "FREQ=DAILY", like(today.plusDays(1), 20), week(1, 5)));
        assertThat(planned).containsExactlyInAnyOrder(5, 0, 0, 0, 0, 0);
        assertThat(of(id)).hasSize(5);
    }

    @Test
    void a_day_that_has_a_session_gets_no_second_and_one_that_was_called_off_can_come_back() {
        var first = planned(week(1, 3), 20);
        var second = new SeriesId(UUID.randomUUID());
        sessions.cancel(clerk(), of(first).get(1).id());
        assertThat(keeping.plan(clerk(), activity, second, "FREQ=DAILY", like(today.plusDays(1), 20), week(1, 3)))
                .isEqualTo(1);
        assertThat(of(second)).extracting(Session::day).containsExactly(today.plusDays(2));
    }

    @Test
    void those_that_are_ticked_are_changed_and_those_that_have_begun_stay() {
        var id = planned(week(-1, 4), 20);
        var begun =
                of(id).stream().filter(session -> session.hasBegun(given.now())).toList();
        var chosen = keeping.find(clerk(), id).orElseThrow().ahead();
        assertThat(keeping.alter(clerk(), id, all(of(id)), to("09:00", "10:00", 30)))
                .isEqualTo(new Altered.Done(chosen.size()));
        assertThat(of(id))
                .filteredOn(session -> begun.stream().anyMatch(one -> one.id().equals(session.id())))
                .isEqualTo(begun);
        assertThat(of(id).getLast().starts()).isEqualTo(at(today.plusDays(2), "09:00"));
        assertThat(of(id).getLast().seats())
                .satisfies(seats -> assertThat(seats.capacity()).isEqualTo(30));
    }

    @Test
    void all_are_changed_or_none() {
        var id = planned(week(1, 3), 20);
        activities.publish(clerk(), activity);
        var full = of(id).getLast();
        registrations.register(full.id(), new Applicant("乌云", new PhoneNumber("13800138000"), 2, "once", null));
        var before = of(id);
        assertThat(keeping.alter(clerk(), id, all(before), to("09:00", "10:00", 1)))
                .isInstanceOfSatisfying(Altered.Refused.class, refused -> {
                    assertThat(refused.session().id()).isEqualTo(full.id());
                    assertThat(refused.why()).isEqualTo(Change.MORE_TAKEN);
                });
        assertThat(of(id)).isEqualTo(before);
    }

    @Test
    void a_series_is_moved_to_another_day_of_the_week_with_its_registration() {
        var id = planned(List.of(today.plusDays(5)), 20);
        var before = of(id).getFirst();
        keeping.alter(
                clerk(),
                id,
                all(of(id)),
                new Alteration(-2, LocalTime.parse("15:00"), LocalTime.parse("16:30"), 20, 2, true, null));
        var after = of(id).getFirst();
        assertThat(after.starts()).isEqualTo(at(today.plusDays(3), "15:00"));
        assertThat(after.seats().closes()).isEqualTo(after.starts());
        assertThat(after.seats().opens())
                .as("registration that is open stays open")
                .isEqualTo(before.seats().opens());
    }

    @Test
    void registration_that_is_not_open_yet_moves_along_and_that_which_is_does_not_close() {
        var id = planned(List.of(today.plusDays(5), today.plusDays(12)), 20);
        var opens = given.now().plus(Duration.ofDays(1));
        given.database()
                .sql("update activity.session set opens_at = :opens where id = :id")
                .param("opens", opens.atOffset(ZoneOffset.UTC))
                .param("id", of(id).getLast().id().value())
                .update();
        var open = of(id).getFirst().seats().opens();
        keeping.alter(
                clerk(),
                id,
                all(of(id)),
                new Alteration(1, LocalTime.parse("15:00"), LocalTime.parse("16:30"), 20, 2, true, null));
        assertThat(of(id))
                .extracting(session -> session.seats().opens())
                .containsExactly(open, opens.plus(Duration.ofDays(1)));
    }

    @Test
    void a_neighbour_neither_sees_nor_changes_it() {
        var id = planned(week(1, 2), 20);
        var neighbour = clerkOf(QINGSHAN);
        assertThat(keeping.find(neighbour, id)).isEmpty();
        assertThat(keeping.of(neighbour, activity)).isEmpty();
        assertThatThrownBy(() -> keeping.cancel(neighbour, id, all(of(id)))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> keeping.plan(
                        neighbour,
                        activity,
                        new SeriesId(UUID.randomUUID()),
                        "",
                        like(today.plusDays(9), 20),
                        week(9, 1)))
                .isInstanceOf(NotFound.class);
        assertThat(of(id)).noneMatch(Session::cancelled);
    }
}
