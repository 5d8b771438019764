package org.kepu.activity.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kepu.Together.together;
import static org.kepu.activity.GivenActivities.clerk;
import static org.kepu.activity.GivenActivities.clerkOf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Presence.Shown;
import org.kepu.indicator.GivenFacts;
import org.kepu.page.NotFound;
import org.kepu.region.OnPostgres;
import org.kepu.shared.PhoneNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A code that is shown at the door lets its holder in once, however often it is shown. */
@OnPostgres
class PresenceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    Registrations registrations;

    @Autowired
    Presence presence;

    @Autowired
    Bookings bookings;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private Registration book(SessionId session, String phone, int places) {
        return registrations.register(
                session,
                new Applicant(
                        "王小明", new PhoneNumber(phone), places, UUID.randomUUID().toString(), null));
    }

    private String seat(SessionId session, String phone, int places) {
        return ((Registration.Confirmed) book(session, phone, places)).code();
    }

    @Test
    void a_code_shown_many_times_at_once_counts_once() {
        var session = given.tomorrow(5, 3, false);
        var code = seat(session, "13800138000", 3);
        var outcomes = together(20, door -> presence.show(clerk(), session, code));
        assertThat(outcomes.stream().filter(Shown.Here.class::isInstance)).containsExactly(new Shown.Here("王*", 3));
        assertThat(outcomes.stream().filter(Shown.HereBefore.class::isInstance)).hasSize(19);
        assertThat(presence.count(clerk(), session)).isEqualTo(3);
    }

    @Test
    void spaces_in_a_code_mean_nothing_and_a_code_of_another_session_is_none() {
        var session = given.tomorrow(5, 3, false);
        var code = seat(session, "13800138000", 1);
        assertThat(presence.show(clerk(), given.tomorrow(5, 3, false), code)).isEqualTo(new Shown.Unknown());
        assertThat(presence.show(clerk(), session, Booking.spelled(code))).isInstanceOf(Shown.Here.class);
    }

    @Test
    void who_waits_or_gave_back_has_no_seat_and_who_is_there_cannot_give_back() {
        var session = given.tomorrow(2, 1, true);
        var gone = seat(session, "13800138001", 1);
        var here = seat(session, "13800138002", 1);
        var waiting = ((Registration.Waiting) book(session, "13800138003", 1)).code();
        assertThat(presence.show(clerk(), session, waiting)).isEqualTo(new Shown.NoSeat(Booking.State.WAITING));
        bookings.giveBack(gone);
        assertThat(presence.show(clerk(), session, gone)).isEqualTo(new Shown.NoSeat(Booking.State.CANCELLED));
        presence.show(clerk(), session, here);
        assertThat(bookings.giveBack(here)).isEqualTo(Bookings.GivenBack.TOO_LATE);
        assertThat(presence.show(clerk(), session, waiting)).isInstanceOf(Shown.Here.class);
    }

    @Test
    void a_neighbour_finds_no_such_session() {
        var session = given.tomorrow(5, 3, false);
        var code = seat(session, "13800138000", 1);
        assertThatThrownBy(() -> presence.show(clerkOf(GivenFacts.QINGSHAN), session, code))
                .isInstanceOf(NotFound.class);
        assertThat(bookings.of(clerkOf(GivenFacts.QINGSHAN), session)).isEmpty();
        assertThat(bookings.of(clerkOf(GivenFacts.KUNDULUN), session)).hasSize(1);
    }
}
