package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.Together.together;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.page.RunningSite;
import org.kepu.shared.Draw;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A draw can be done again by everybody, is done once, and gives as many seats as there are. */
class DrawingTest extends RunningSite {

    @Autowired
    ApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Bookings bookings;

    @Autowired
    Drawing drawing;

    @Autowired
    SeatsSwept swept;

    @Autowired
    JdbcClient database;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private SessionId lottery(int capacity) {
        var start = given.now().plus(Duration.ofDays(2));
        return given.published(
                GivenActivities.talk(),
                new Planned(
                        start,
                        start.plusSeconds(3600),
                        capacity,
                        3,
                        true,
                        given.now().minusSeconds(60),
                        null,
                        null,
                        true));
    }

    private Registration enter(SessionId session, int person) {
        return registrations.register(
                session,
                new Applicant(
                        "居民",
                        new PhoneNumber("138%08d".formatted(person)),
                        1,
                        UUID.randomUUID().toString(),
                        null));
    }

    private void closed(SessionId session) {
        database.sql(
                        "update activity.session set opens_at = now() - interval '2 hours', closes_at = now() - interval '1 second' where id = :id")
                .param("id", session.value())
                .update();
    }

    private int confirmed(SessionId session) {
        return database.sql("select count(*) from activity.booking where session = :id and state = 'CONFIRMED'")
                .param("id", session.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void the_order_follows_from_the_seed_alone() {
        var codes = IntStream.range(0, 100).mapToObj("%012d"::formatted).toList();
        var order = Draw.order("abc", codes);
        assertThat(Draw.order("abc", codes.reversed())).isEqualTo(order).containsExactlyInAnyOrderElementsOf(codes);
        assertThat(Draw.order("abd", codes)).isNotEqualTo(order);
        assertThat(Draw.commitment("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void everybody_may_enter_and_as_many_as_there_are_seats_are_drawn_once() {
        var session = lottery(10);
        var outcomes = together(40, person -> enter(session, person));
        assertThat(outcomes).allMatch(Registration.Waiting.class::isInstance);
        assertThat(given.session(session).seats().taken()).isZero();
        assertThat(drawing.draw(session)).isFalse();
        closed(session);
        assertThat(together(6, node -> drawing.draw(session)).stream().filter(drawn -> drawn))
                .hasSize(1);
        assertThat(confirmed(session)).isEqualTo(10);
        assertThat(given.session(session).seats().waiting()).isEqualTo(30);
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void whoever_has_the_seed_and_the_list_finds_the_same_order() {
        var session = lottery(3);
        var before = drawing.of(session).orElseThrow();
        assertThat(before.seed()).isNull();
        IntStream.range(0, 9).forEach(person -> enter(session, person));
        assertThat(drawing.of(session).orElseThrow().entries()).isEmpty();
        closed(session);
        drawing.draw(session);
        var after = drawing.of(session).orElseThrow();
        assertThat(after.commitment()).isEqualTo(before.commitment()).isEqualTo(Draw.commitment(after.seed()));
        var codes = database.sql("select code from activity.booking")
                .query(String.class)
                .list();
        assertThat(after.entries().stream().map(Drawing.Entry::mark))
                .containsExactlyElementsOf(
                        Draw.order(after.seed(), codes).stream().map(Draw::mark).toList());
        assertThat(after.entries().stream().map(Drawing.Entry::state))
                .startsWith(
                        Booking.State.CONFIRMED,
                        Booking.State.CONFIRMED,
                        Booking.State.CONFIRMED,
                        Booking.State.WAITING);
        var page = visitor().get("/activities/sessions/" + session + "/draw").body();
        assertThat(page)
                .contains(
                        after.seed(),
                        after.commitment(),
                        after.entries().getLast().mark());
        assertThat(codes).noneMatch(page::contains);
    }

    @Test
    void who_gives_back_after_the_draw_lets_the_next_of_the_draw_in() {
        var session = lottery(2);
        IntStream.range(0, 6).forEach(person -> enter(session, person));
        var gone = ((Registration.Waiting) enter(session, 7)).code();
        assertThat(bookings.giveBack(gone)).isEqualTo(Bookings.GivenBack.DONE);
        closed(session);
        drawing.draw(session);
        var order = Draw.order(
                drawing.of(session).orElseThrow().seed(),
                database.sql("select code from activity.booking where code <> :gone")
                        .param("gone", gone)
                        .query(String.class)
                        .list());
        bookings.giveBack(order.get(0));
        assertThat(bookings.find(order.get(2)).orElseThrow().booking().state()).isEqualTo(Booking.State.CONFIRMED);
        assertThat(confirmed(session)).isEqualTo(2);
        assertThat(swept.sweep()).isEmpty();
    }

    @Test
    void what_is_not_drawn_has_no_draw_to_look_at() {
        var session = given.tomorrow(5, 1, true);
        assertThat(visitor().get("/activities/sessions/" + session + "/draw").status())
                .isEqualTo(404);
        assertThat(List.of(drawing.of(session))).containsExactly(java.util.Optional.empty());
    }
}
