package org.kepu.activity.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.KeepingSessions;
import org.kepu.activity.Planned;
import org.kepu.activity.SessionId;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A link lets a helper to one door on one day, and nowhere else. */
@OnPostgres
class DoorLinksTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DoorLinks links;

    @Autowired
    HelpersDoor helpers;

    GivenActivities given;
    SessionId session;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        session = today();
    }

    private SessionId today() {
        var start = given.now().minusSeconds(600);
        return given.published(
                GivenActivities.talk(),
                new Planned(start, start.plus(Duration.ofHours(2)), 10, 2, true, start.minusSeconds(60), null));
    }

    private DoorLinks.Making.Made made(SessionId of) {
        return (DoorLinks.Making.Made) links.make(clerk(), of, UUID.randomUUID());
    }

    private DoorLinks.Making.Made madeFor(String day, String time, int minutes) {
        return made(given.published(GivenActivities.talk(), GivenActivities.on(day, time, minutes)));
    }

    private void move(String change) {
        given.database().sql("update activity.door_link set " + change).update();
    }

    @Test
    void a_link_opens_the_door_of_its_session_until_it_is_withdrawn() {
        var other = today();
        var ours = made(session);
        made(other);
        assertThat(helpers.list(ours.token()).orElseThrow().session().id()).isEqualTo(session);
        assertThat(helpers.list(ours.token() + "x")).isEmpty();
        assertThat(helpers.list("")).isEmpty();
        var link = links.of(clerk(), session).getFirst().id();
        assertThatThrownBy(() -> links.withdraw(clerk(), other, link)).isInstanceOf(NotFound.class);
        links.withdraw(clerk(), session, link);
        links.withdraw(clerk(), session, link);
        assertThat(helpers.list(ours.token())).isEmpty();
        assertThat(helpers.take(ours.token(), new Batch(link, given.now(), List.of(), List.of())))
                .isEmpty();
        assertThat(links.of(clerk(), session)).isEmpty();
        assertThat(links.of(clerk(), other)).hasSize(1);
    }

    @Test
    void nothing_that_is_kept_is_the_link() {
        var token = made(session).token();
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(given.database()
                        .sql("select door_link::text from activity.door_link")
                        .query(String.class)
                        .single())
                .doesNotContain(token);
    }

    @Test
    void sent_twice_at_once_one_link_is_made_and_shown() {
        var form = UUID.randomUUID();
        var outcomes = together(6, same -> links.make(clerk(), session, form));
        assertThat(outcomes.stream().filter(DoorLinks.Making.Made.class::isInstance))
                .hasSize(1);
        assertThat(outcomes.stream().filter(new DoorLinks.Making.ShownBefore()::equals))
                .hasSize(5);
        assertThat(links.of(clerk(), session)).hasSize(1);
    }

    @Test
    void what_is_counted_of_a_link_are_the_codes_that_it_shows_however_many_come_at_once() {
        var token = made(session).token();
        given.database().sql("delete from guard.attempt").update();
        assertThat(helpers.take(token, codes(Batch.MOST))).isPresent();
        assertThat(given.database()
                        .sql("select attempts from guard.attempt")
                        .query(Integer.class)
                        .single())
                .isEqualTo(Batch.MOST);
        given.database().sql("update guard.attempt set attempts = 9950").update();
        assertThat(helpers.take(token, codes(50))).isPresent();
        assertThat(helpers.take(token, codes(1))).isEmpty();
        assertThat(helpers.take(token, codes(0))).isEmpty();
    }

    private Batch codes(int many) {
        var shown = IntStream.range(0, many)
                .mapToObj(i -> new Batch.Shown(UUID.randomUUID(), "%012d".formatted(i), given.now()))
                .toList();
        return new Batch(UUID.randomUUID(), given.now(), shown, List.of());
    }

    @Test
    void a_link_lasts_for_the_day_in_asia_shanghai_and_late_at_night_until_after_the_session() {
        assertThat(madeFor("2031-03-05", "09:00", 120)).satisfies(made -> {
            assertThat(made.opens()).isEqualTo(Instant.parse("2031-03-04T16:00:00Z"));
            assertThat(made.ends()).isEqualTo(Instant.parse("2031-03-05T16:00:00Z"));
        });
        assertThat(madeFor("2031-03-05", "20:00", 300).ends()).isEqualTo(Instant.parse("2031-03-05T19:00:00Z"));
        assertThat(madeFor("2031-03-05", "09:00", 3 * 24 * 60).ends())
                .as("of three days, the first")
                .isEqualTo(Instant.parse("2031-03-05T16:00:00Z"));
    }

    @Test
    void before_its_day_a_link_opens_nothing() {
        assertThat(helpers.list(madeFor("2031-03-05", "09:00", 120).token())).isEmpty();
    }

    @Test
    void after_its_day_what_was_written_down_is_still_sent_for_a_day() {
        var token = made(session).token();
        assertThat(helpers.list(token).orElseThrow().over()).isFalse();
        move("opens_at = now() - interval '1 day', ends_at = now() - interval '1 second'");
        assertThat(helpers.list(token).orElseThrow().over()).isTrue();
        move("ends_at = now() - interval '23 hours'");
        assertThat(helpers.list(token).orElseThrow().over()).isTrue();
        move("opens_at = now() - interval '2 days', ends_at = now() - interval '25 hours'");
        assertThat(helpers.list(token)).isEmpty();
    }

    @Test
    void there_is_no_link_to_what_is_over_or_called_off() {
        var over = given.published(GivenActivities.talk(), GivenActivities.on("2020-03-05", "09:00", 120));
        assertThat(links.make(clerk(), over, UUID.randomUUID())).isEqualTo(new DoorLinks.Making.TooLate());
        var off = given.tomorrow(5, 1, false);
        given.bean(KeepingSessions.class).cancel(clerk(), off);
        assertThat(links.make(clerk(), off, UUID.randomUUID())).isEqualTo(new DoorLinks.Making.TooLate());
    }

    @Test
    void a_neighbour_makes_none_sees_none_and_withdraws_none() {
        var token = made(session).token();
        var link = links.of(clerk(), session).getFirst().id();
        var neighbour = clerkOf(GivenFacts.QINGSHAN);
        assertThatThrownBy(() -> links.make(neighbour, session, UUID.randomUUID()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.withdraw(neighbour, session, link)).isInstanceOf(NotFound.class);
        assertThat(links.of(neighbour, session)).isEmpty();
        assertThat(helpers.list(token)).isPresent();
    }
}
