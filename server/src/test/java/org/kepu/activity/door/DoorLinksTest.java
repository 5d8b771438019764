package org.kepu.activity.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    private DoorLinks.Made made(SessionId of) {
        return links.make(clerk(), of).orElseThrow();
    }

    private DoorLinks.Made madeFor(String day, String time, int minutes) {
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
        assertThat(links.make(
                        clerk(),
                        given.published(GivenActivities.talk(), GivenActivities.on("2020-03-05", "09:00", 120))))
                .isEmpty();
        var off = given.tomorrow(5, 1, false);
        given.bean(KeepingSessions.class).cancel(clerk(), off);
        assertThat(links.make(clerk(), off)).isEmpty();
    }

    @Test
    void a_neighbour_makes_none_sees_none_and_withdraws_none() {
        var token = made(session).token();
        var link = links.of(clerk(), session).getFirst().id();
        var neighbour = clerkOf(GivenFacts.QINGSHAN);
        assertThatThrownBy(() -> links.make(neighbour, session)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> links.withdraw(neighbour, session, link)).isInstanceOf(NotFound.class);
        assertThat(links.of(neighbour, session)).isEmpty();
        assertThat(helpers.list(token)).isPresent();
    }
}
