package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kepu.activity.ActivityId;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Registration.Confirmed;
import org.kepu.activity.door.Batch;
import org.kepu.activity.door.ClerksDoor;
import org.kepu.activity.series.Alteration;
import org.kepu.activity.series.KeepingSeries;
import org.kepu.activity.series.SeriesId;
import org.kepu.activity.training.PassRule;
import org.kepu.activity.training.TrainingClasses;
import org.kepu.indicator.GivenFacts;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many want something of the same sessions at once, in every direction: each gets an answer, and the books close. */
@OnPostgres
class SessionLocksTest {

    private static final int DAYS = 6;

    @Autowired
    ApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Bookings bookings;

    @Autowired
    Changing changing;

    @Autowired
    KeepingSeries series;

    @Autowired
    KeepingActivities activities;

    @Autowired
    TrainingClasses classes;

    @Autowired
    ClerksDoor door;

    @Autowired
    SeatsSwept swept;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private static Applicant person(int number, boolean elder) {
        return new Applicant(
                "居民",
                new PhoneNumber("138%08d".formatted(number)),
                1,
                UUID.randomUUID().toString(),
                null,
                Party.SINGLE,
                elder,
                null,
                List.of());
    }

    private String seat(SessionId session, int number) {
        return ((Confirmed) registrations.register(session, person(number, false))).code();
    }

    /** A training with a session on each of some days. */
    private SeriesId lessons() {
        var activity = given.activityOf(given.published(
                GivenActivities.described("教师培训", "TRAINING", GivenFacts.KUNDULUN, List.of("SCIENCE_TEACHERS")),
                given.seats(40, 1, true)));
        var id = new SeriesId(UUID.randomUUID());
        var first = LocalDate.ofInstant(given.now(), GivenActivities.HERE).plusDays(2);
        series.plan(
                clerk(),
                activity,
                id,
                "FREQ=DAILY",
                given.seats(40, 1, true),
                first.datesUntil(first.plusDays(DAYS)).toList());
        database.sql("update activity.session set opens_at = now() - interval '1 minute'")
                .update();
        return id;
    }

    private List<SessionId> sessions(SeriesId id) {
        return series.find(clerk(), id).orElseThrow().sessions().stream()
                .map(session -> session.id())
                .toList();
    }

    @RepeatedTest(6)
    void whoever_takes_several_sessions_takes_them_in_one_order() {
        var lessons = lessons();
        var sessions = sessions(lessons);
        var activity = given.activityOf(sessions.getFirst());
        var codes = IntStream.range(0, 4 * DAYS)
                .mapToObj(i -> seat(sessions.get(i % DAYS), i))
                .toList();
        database.sql("""
                        update activity.booking set state = 'OFFERED', offered_until = now() - interval '1 minute'
                        where code = any(:codes)
                        """)
                .param("codes", codes.subList(0, 2 * DAYS).toArray(String[]::new))
                .update();
        together(36, i -> act(i, lessons, activity, sessions, codes));
        assertThat(swept.sweep()).isEmpty();
        together(12, i -> i == 5 ? calledOff(activity) : act(i, lessons, activity, sessions, codes));
        assertThat(swept.sweep()).isEmpty();
    }

    private String act(int i, SeriesId lessons, ActivityId activity, List<SessionId> sessions, List<String> codes) {
        var from = 2 * DAYS + i % (2 * DAYS);
        return switch (i % 4) {
            case 0 -> String.valueOf(bookings.letLapse());
            case 1 ->
                classes.set(clerk(), activity, i / 4, "ORDER", PassRule.USUAL).name();
            case 2 ->
                changing.move(codes.get(from), sessions.get((from + DAYS / 2) % DAYS))
                        .toString();
            default ->
                series.alter(
                                clerk(),
                                lessons,
                                sessions.stream().collect(Collectors.toSet()),
                                new Alteration(0, LocalTime.of(9, i), LocalTime.of(11, 0), 40, 1, true, null))
                        .toString();
        };
    }

    private String calledOff(ActivityId activity) {
        activities.cancel(clerk(), activity, "大风");
        return "called off";
    }

    @RepeatedTest(6)
    void who_is_let_in_and_who_gives_back_do_not_wait_for_each_other_in_a_ring() {
        var session = given.tomorrow(20, 1, true);
        var codes = IntStream.range(0, 20).mapToObj(i -> seat(session, i)).toList();
        together(40, i -> i % 2 == 0 ? bookings.giveBack(codes.get(i / 2)) : scanned(session, codes, i));
        assertThat(swept.sweep()).isEmpty();
    }

    private Object scanned(SessionId session, List<String> codes, int i) {
        var shown = List.of(i / 2, (i / 2 + 7) % codes.size()).stream()
                .map(one -> new Batch.Shown(UUID.randomUUID(), codes.get(one), given.now()))
                .toList();
        return door.take(clerk(), session, new Batch(UUID.randomUUID(), given.now(), shown, List.of()));
    }

    /** What somebody is answered who asks in the midst of what is done, and has to wait for it. */
    private Registration asksMeanwhile(SessionId session, Applicant who, Runnable act) {
        var asks = new CompletableFuture<Registration>();
        transaction.executeWithoutResult(begun -> {
            act.run();
            Thread.startVirtualThread(() -> asks.completeAsync(() -> registrations.register(session, who)));
            while (!asks.isDone()
                    && database.sql("select count(*) from pg_locks where not granted")
                                    .query(Integer.class)
                                    .single()
                            == 0) {
                Thread.onSpinWait();
            }
        });
        return asks.join();
    }

    /** PostgreSQL checks a constraint on the row as the statement first saw it: whoever only waits within the statement would fail here. */
    @Test
    void who_asks_while_the_last_seat_is_being_given_back_gets_it() {
        var session = given.admitting(3, 1, true, GivenActivities.keeping(1, 1, 0));
        var anybody = seat(session, 1);
        var elder = ((Confirmed) registrations.register(session, person(2, true))).code();
        assertThat(asksMeanwhile(session, person(10, false), () -> bookings.giveBack(anybody)))
                .isInstanceOf(Confirmed.class);
        assertThat(asksMeanwhile(session, person(11, true), () -> bookings.giveBack(elder)))
                .as("of a quota")
                .isInstanceOf(Confirmed.class);
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void who_asks_while_it_is_planned_otherwise_is_admitted_by_what_holds_then() {
        var session = given.tomorrow(20, 5, true);
        var party = new Applicant("居民", new PhoneNumber("13800000007"), 5, "key", null);
        var sessions = context.getBean(KeepingSessions.class);
        assertThat(asksMeanwhile(session, party, () -> sessions.change(clerk(), session, given.seats(20, 1, true))))
                .isEqualTo(new Registration.Refused(List.of(AdmissionRule.TOO_MANY_PLACES)));
        assertThat(given.session(session).seats().taken()).isZero();
    }
}
