package org.kepu.activity.door;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Bookings;
import org.kepu.activity.booking.Presence;
import org.kepu.activity.booking.Registration;
import org.kepu.activity.booking.Registrations;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Whatever telephones at the door send, in whatever order and however often: each scan is kept once, and each person comes once. */
@OnPostgres
class DoorTest {

    private static final UUID EAST = UUID.fromString("3f2a0000-0000-4000-8000-000000000001");
    private static final UUID WEST = UUID.fromString("7b110000-0000-4000-8000-000000000002");

    @Autowired
    ApplicationContext context;

    @Autowired
    ClerksDoor door;

    @Autowired
    Registrations registrations;

    GivenActivities given;
    SessionId session;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        session = given.tomorrow(3, 2, true);
    }

    private Registration book(SessionId of, String phone, int places) {
        return registrations.register(
                of,
                new Applicant(
                        "王小明", new PhoneNumber(phone), places, UUID.randomUUID().toString(), null));
    }

    private String seat(String phone) {
        return ((Registration.Confirmed) book(session, phone, 1)).code();
    }

    private Batch.Shown shown(String code) {
        return new Batch.Shown(UUID.randomUUID(), code, given.now());
    }

    private Batch batch(UUID device, Batch.Shown... scans) {
        return new Batch(device, given.now(), List.of(scans), List.of());
    }

    private Batch counted(UUID device, String audience, int count, long turn) {
        return new Batch(device, given.now(), List.of(), List.of(new Batch.Counted(audience, count, turn)));
    }

    private List<Answer> answers(Batch batch) {
        var told = door.take(clerk(), session, batch).scans();
        return batch.scans().stream()
                .map(sent -> told.stream()
                        .filter(scan -> scan.id().equals(sent.scan()))
                        .findFirst()
                        .orElseThrow()
                        .answer())
                .toList();
    }

    private int rows() {
        return given.database()
                .sql("select count(*) from activity.scan")
                .query(Integer.class)
                .single();
    }

    private Instant presentAt(String code) {
        return given.database()
                .sql("select present_at from activity.booking where code = :code")
                .param("code", code)
                .query((row, number) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
    }

    @Test
    void each_scan_is_answered_by_what_its_code_is() {
        var here = seat("13800138001");
        var gone = seat("13800138002");
        given.bean(Bookings.class).giveBack(gone);
        seat("13800138003");
        seat("13800138004");
        var waiting = ((Registration.Waiting) book(session, "13800138005", 1)).code();
        var other = given.tomorrow(5, 1, false);
        var elsewhere = ((Registration.Confirmed) book(other, "13800138001", 1)).code();
        assertThat(answers(
                        batch(EAST, shown(here), shown(gone), shown(waiting), shown(elsewhere), shown("000000000000"))))
                .containsExactly(Answer.NEW, Answer.CANCELLED, Answer.WAITING, Answer.OTHER_SESSION, Answer.UNKNOWN);
        assertThat(rows()).isEqualTo(5);
        assertThat(given.bean(Presence.class).count(clerk(), other)).isZero();
        assertThat(door.doubtful(clerk(), session)).hasSize(4);
    }

    @Test
    void what_is_sent_twice_is_there_once_and_gets_the_same_answers() {
        var sent = batch(EAST, shown(seat("13800138001")), shown(seat("13800138002")), shown("000000000000"));
        var first = door.take(clerk(), session, sent);
        assertThat(together(8, again -> door.take(clerk(), session, sent))).containsOnly(first);
        assertThat(rows()).isEqualTo(3);
        assertThat(first.present()).isEqualTo(2);
    }

    @Test
    void who_waited_when_the_code_was_shown_and_is_let_in_later_does_not_come_by_sending_it_again() {
        var gone = seat("13800138001");
        seat("13800138002");
        seat("13800138003");
        var waiting = ((Registration.Waiting) book(session, "13800138004", 1)).code();
        var sent = batch(EAST, shown(waiting));
        assertThat(answers(sent)).containsExactly(Answer.WAITING);
        given.bean(Bookings.class).giveBack(gone);
        assertThat(answers(sent)).containsExactly(Answer.WAITING);
        assertThat(given.bean(Presence.class).count(clerk(), session)).isZero();
        assertThat(answers(batch(EAST, shown(waiting)))).containsExactly(Answer.NEW);
    }

    @Test
    void one_ticket_at_two_doors_is_one_person_and_two_scans_and_the_second_learns_when_and_where() {
        var code = seat("13800138001");
        var at = given.now().minusSeconds(600);
        door.take(
                clerk(),
                session,
                new Batch(EAST, given.now(), List.of(new Batch.Shown(UUID.randomUUID(), code, at)), List.of()));
        var second = door.take(clerk(), session, batch(WEST, shown(code)));
        assertThat(second.scans()).singleElement().satisfies(scan -> {
            assertThat(scan.answer()).isEqualTo(Answer.ALREADY);
            assertThat(scan.where()).isEqualTo(EAST);
            assertThat(scan.since()).isEqualTo(presentAt(code));
        });
        assertThat(rows()).isEqualTo(2);
        assertThat(second.present()).isEqualTo(1);
        assertThat(door.doubtful(clerk(), session)).extracting(Scan::device).containsExactly(WEST);
    }

    @Test
    void who_was_checked_in_by_the_list_was_there_before() {
        var code = seat("13800138001");
        given.bean(Presence.class).show(clerk(), session, code);
        assertThat(door.take(clerk(), session, batch(EAST, shown(code))).scans())
                .singleElement()
                .satisfies(scan -> {
                    assertThat(scan.answer()).isEqualTo(Answer.ALREADY);
                    assertThat(scan.where()).isNull();
                });
    }

    /** 300 tickets, three doors, each sees every ticket once in its own order and sends in batches, some of them twice. */
    @Test
    void three_telephones_with_three_hundred_scans_each_at_once_let_each_in_once_and_drop_nothing() {
        session = given.tomorrow(300, 2, false);
        given.database().sql("""
                        insert into activity.booking (id, session, state, places, code, asked_with, booked_at, confirmed_at)
                        select gen_random_uuid(), :session, 'CONFIRMED', 1, lpad((n * 3331)::text, 12, '0'), 'x' || n,
                               now() - interval '1 day', now() - interval '1 day'
                        from generate_series(1, 300) n
                        """).param("session", session.value()).update();
        var codes = given.database()
                .sql("select code from activity.booking where session = :session")
                .param("session", session.value())
                .query(String.class)
                .list();
        var told = together(3, phone -> {
            var device = new UUID(phone, phone);
            var order = new ArrayList<>(codes);
            Collections.shuffle(order, new Random(phone));
            return IntStream.range(0, 6)
                    .mapToObj(part -> batch(
                            device,
                            order.subList(part * 50, part * 50 + 50).stream()
                                    .map(this::shown)
                                    .toArray(Batch.Shown[]::new)))
                    .flatMap(sent -> {
                        var answered = door.take(clerk(), session, sent);
                        assertThat(door.take(clerk(), session, sent).scans().stream()
                                        .map(Scan::answer))
                                .containsExactlyElementsOf(answered.scans().stream()
                                        .map(Scan::answer)
                                        .toList());
                        return answered.scans().stream();
                    })
                    .toList();
        });
        var byAnswer = told.stream().flatMap(List::stream).collect(groupingBy(Scan::answer, counting()));
        assertThat(byAnswer).isEqualTo(Map.of(Answer.NEW, 300L, Answer.ALREADY, 600L));
        assertThat(rows()).isEqualTo(900);
        assertThat(given.bean(Presence.class).count(clerk(), session)).isEqualTo(300);
        assertThat(given.database()
                        .sql("select count(distinct code) from activity.scan where answer = 'NEW'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    void a_clock_that_is_a_day_ahead_is_kept_as_it_was_flagged_and_put_right() {
        var code = seat("13800138001");
        var now = given.now();
        var wrong = now.plus(Duration.ofDays(1));
        var sent = new Batch(
                EAST, wrong, List.of(new Batch.Shown(UUID.randomUUID(), code, wrong.minusSeconds(30))), List.of());
        var scan = door.take(clerk(), session, sent).scans().getFirst();
        assertThat(scan.answer()).isEqualTo(Answer.NEW);
        assertThat(scan.made()).isEqualTo(wrong.minusSeconds(30));
        assertThat(scan.isClockWrong()).isTrue();
        assertThat(scan.corrected()).isBetween(now.minusSeconds(40), now.minusSeconds(20));
        assertThat(presentAt(code)).isBeforeOrEqualTo(scan.received());
        assertThat(door.doubtful(clerk(), session)).containsExactly(scan);
    }

    @Test
    void what_arrives_after_closing_out_lets_in_and_is_told() {
        door.take(clerk(), session, batch(EAST, shown(seat("13800138001"))));
        assertThat(door.late(clerk(), session)).isZero();
        given.database().sql("""
                        insert into activity.closing (session, version, held, closed_at, closed_by)
                        values (:session, 1, true, clock_timestamp(), gen_random_uuid())
                        """).param("session", session.value()).update();
        assertThat(door.late(clerk(), session)).isZero();
        assertThat(answers(batch(EAST, shown(seat("13800138002")), shown("000000000000"))))
                .containsExactly(Answer.NEW, Answer.UNKNOWN);
        assertThat(door.late(clerk(), session)).isEqualTo(1);
    }

    @Test
    void an_hour_without_a_line_is_no_wrong_clock() {
        var code = seat("13800138001");
        given.database()
                .sql("update activity.booking set booked_at = now() - interval '1 day'")
                .update();
        var now = given.now();
        var sent = new Batch(
                EAST, now, List.of(new Batch.Shown(UUID.randomUUID(), code, now.minusSeconds(3600))), List.of());
        var scan = door.take(clerk(), session, sent).scans().getFirst();
        assertThat(scan.isClockWrong()).isFalse();
        assertThat(presentAt(code)).isBetween(now.minusSeconds(3610), now.minusSeconds(3590));
        assertThat(door.doubtful(clerk(), session)).isEmpty();
    }

    @Test
    void those_who_just_come_are_counted_by_each_telephone_and_added() {
        door.take(clerk(), session, counted(EAST, "ELDERS", 5, 7));
        door.take(clerk(), session, counted(WEST, "ELDERS", 3, 3));
        door.take(clerk(), session, counted(EAST, "ELDERS", 5, 7));
        door.take(clerk(), session, counted(EAST, "ELDERS", 2, 2));
        door.take(clerk(), session, counted(WEST, "PUPILS", 1, 1));
        door.take(clerk(), session, counted(WEST, "PUPILS", 0, 2));
        door.take(clerk(), session, counted(WEST, "FARMERS", 9, 1));
        assertThat(door.cameWithout(clerk(), session)).isEqualTo(Map.of("ELDERS", 8, "PUPILS", 0));
        assertThat(door.take(clerk(), session, batch(EAST)).walkIns())
                .containsExactly(new DoorList.WalkIns("ELDERS", 5, 7, 3), new DoorList.WalkIns("PUPILS", 0, 0, 0));
    }

    @Test
    void what_a_telephone_keeps_names_nobody_and_leads_to_no_code() {
        var code = seat("13800138001");
        var kept = door.list(clerk(), session).expected();
        assertThat(kept).singleElement().satisfies(one -> {
            assertThat(one.mark()).matches("[0-9a-f]{8}");
            assertThat(one.answer()).isEqualTo(Answer.NEW);
            assertThat(one.toString()).doesNotContain(code, "王", "138");
        });
        door.take(clerk(), session, batch(EAST, shown(code)));
        assertThat(door.list(clerk(), session).expected().getFirst().answer()).isEqualTo(Answer.ALREADY);
    }

    @Test
    void a_neighbour_finds_no_such_door() {
        var code = seat("13800138001");
        var neighbour = clerkOf(GivenFacts.QINGSHAN);
        assertThatThrownBy(() -> door.list(neighbour, session)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> door.take(neighbour, session, batch(EAST, shown(code))))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> door.doubtful(neighbour, session)).isInstanceOf(NotFound.class);
        assertThat(rows()).isZero();
        assertThat(answers(batch(EAST, shown(code)))).containsExactly(Answer.NEW);
    }

    @Test
    void no_telephone_sends_what_is_no_code_or_no_day_of_ours() {
        assertThatThrownBy(() -> new Batch.Shown(UUID.randomUUID(), "13800138000", given.now()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batch.Shown(UUID.randomUUID(), "000000000000", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Batch.Counted("ELDERS", -1, 1)).isInstanceOf(IllegalArgumentException.class);
        var many = Collections.nCopies(Batch.MOST + 1, shown("000000000000"));
        assertThatThrownBy(() -> new Batch(EAST, given.now(), many, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
