package org.kepu.activity.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.Activity;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Reach;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Bookings;
import org.kepu.activity.booking.Feedback;
import org.kepu.activity.booking.Presence;
import org.kepu.activity.booking.Voices;
import org.kepu.activity.closing.Closed;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.page.NotFound;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Component;

/** Sessions with those who come. */
@Component
public class SessionViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final OwnActivities activities;
    private final Bookings bookings;
    private final Presence presence;
    private final ClosingOut closing;
    private final Voices voices;
    private final Reach reach;
    private final Clock clock;

    SessionViews(
            OwnActivities activities,
            Bookings bookings,
            Presence presence,
            ClosingOut closing,
            Voices voices,
            Reach reach,
            Clock clock) {
        this.activities = activities;
        this.bookings = bookings;
        this.presence = presence;
        this.closing = closing;
        this.voices = voices;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * A session with those who come.
     *
     * @param present how many of those who booked are there
     * @param key for the next booking by the clerk
     */
    public record SessionSheet(
            Activity activity,
            Session session,
            SeatState state,
            List<Booking> bookings,
            int present,
            Optional<Closed> closed,
            Feedback feedback,
            boolean begun,
            String key) {}

    SessionSheet of(Scope scope, Session session) {
        var now = clock.instant();
        return new SessionSheet(
                activities.find(scope, session.activity()).orElseThrow(NotFound::new),
                session,
                SeatState.of(session, now),
                bookings.of(scope, session.id()),
                presence.count(scope, session.id()),
                closing.find(scope, session.id()),
                voices.of(scope, session.id()),
                session.hasBegun(now),
                UUID.randomUUID().toString());
    }

    boolean reaches(Scope scope, SessionId session) {
        return reach.covers(scope, session);
    }

    /** By the clock on the wall. */
    String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.of("Asia/Shanghai")));
    }
}
