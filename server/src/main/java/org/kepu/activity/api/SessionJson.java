package org.kepu.activity.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Offer;
import org.kepu.activity.SeatState;
import org.kepu.activity.Session;

/**
 * A session for other systems.
 *
 * @param seats how one gets in, in a word that stays: {@code free}, {@code line}, {@code full}, {@code open-to-all} …
 * @param capacity absent where nobody need register
 * @param free places that nobody has and nobody waits for
 * @param waiting how many bookings wait
 * @param cancelReason why its activity was called off, if it was; only where one session is asked for
 * @param admission how one books it; only where one session is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionJson(
        UUID id,
        UUID activity,
        Instant starts,
        Instant ends,
        String seats,
        @Nullable Integer capacity,
        @Nullable Integer free,
        @Nullable Integer waiting,
        @Nullable Integer mostPlaces,
        @Nullable Instant opens,
        @Nullable Instant closes,
        @Nullable String cancelReason,
        @Nullable AdmissionJson admission) {

    static SessionJson of(Offer offer, @Nullable String cancelReason, Instant now) {
        return of(offer.session(), cancelReason, offer.session().seats() == null ? null : AdmissionJson.of(offer), now);
    }

    static SessionJson of(Session session, Instant now) {
        return of(session, null, null, now);
    }

    private static SessionJson of(
            Session session, @Nullable String cancelReason, @Nullable AdmissionJson admission, Instant now) {
        var seats = session.seats();
        return new SessionJson(
                session.id().value(),
                session.activity().value(),
                session.starts(),
                session.ends(),
                SeatState.of(session, now).word(),
                seats == null ? null : seats.capacity(),
                seats == null ? null : seats.free(),
                seats == null ? null : seats.waiting(),
                seats == null ? null : seats.perPerson(),
                seats == null ? null : seats.opens(),
                seats == null ? null : seats.closes(),
                cancelReason,
                admission);
    }
}
