package org.kepu.activity.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.Activity;
import org.kepu.activity.Offer;
import org.kepu.activity.Offers;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;
import org.kepu.activity.booking.Booking;
import org.kepu.activity.booking.Bookings;
import org.kepu.activity.booking.Feedback;
import org.kepu.activity.booking.Presence;
import org.kepu.activity.booking.Turnout;
import org.kepu.activity.booking.Voices;
import org.kepu.activity.closing.Closed;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.activity.portal.Shown;
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
    private final Offers offers;
    private final Shown shown;
    private final Turnout turnout;
    private final Clock clock;

    SessionViews(
            OwnActivities activities,
            Bookings bookings,
            Presence presence,
            ClosingOut closing,
            Voices voices,
            Offers offers,
            Shown shown,
            Turnout turnout,
            Clock clock) {
        this.activities = activities;
        this.bookings = bookings;
        this.presence = presence;
        this.closing = closing;
        this.voices = voices;
        this.offers = offers;
        this.shown = shown;
        this.turnout = turnout;
        this.clock = clock;
    }

    /**
     * A session with those who come.
     *
     * @param present how many of those who booked are there
     * @param missing how many of those who booked did not come; nothing before it is closed out, or where nobody was checked in
     * @param isClass whether it is closed with its class, not by itself
     * @param kept the quotas that are still kept
     * @param key for the next seats at the door
     */
    public record SessionSheet(
            Activity activity,
            Session session,
            SeatState state,
            Offer offer,
            List<Shown.Kept> kept,
            List<Booking> bookings,
            int present,
            Optional<Turnout.Seats> missing,
            Optional<Closed> closed,
            Feedback feedback,
            boolean begun,
            boolean isClass,
            String key) {}

    SessionSheet of(Scope scope, Session session) {
        var now = clock.instant();
        var offer = offers.of(session);
        var closed = closing.find(scope, session.id());
        var activity = activities.find(scope, session.activity()).orElseThrow(NotFound::new);
        return new SessionSheet(
                activity,
                session,
                SeatState.of(session, now),
                offer,
                shown.kept(offer),
                bookings.of(scope, session.id()),
                presence.count(scope, session.id()),
                closed.map(done -> turnout.of(scope, session.id())).filter(Turnout.Seats::isKnown),
                closed,
                voices.of(scope, session.id()),
                session.hasBegun(now),
                closing.isClass(scope, activity),
                UUID.randomUUID().toString());
    }

    /** By the clock on the wall. */
    String time(Instant moment) {
        return TIME.format(moment.atZone(ZoneId.of("Asia/Shanghai")));
    }
}
