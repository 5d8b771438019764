package org.kepu.activity.booking;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.Offer;
import org.kepu.activity.Offers;
import org.kepu.activity.Reach;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Admits people to sessions, or says plainly why not. However often the same is asked, it is done once. */
@Service
public class Registrations {

    private static final int TRIES = 3;

    private final Seating seating;
    private final Offers offers;
    private final Entitlement entitlement;
    private final Releasing releasing;
    private final Letters letters;
    private final Reach reach;
    private final Trail trail;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Registrations(
            Seating seating,
            Offers offers,
            Entitlement entitlement,
            Releasing releasing,
            Letters letters,
            Reach reach,
            Trail trail,
            TransactionTemplate transaction,
            Clock clock) {
        this.seating = seating;
        this.offers = offers;
        this.entitlement = entitlement;
        this.releasing = releasing;
        this.letters = letters;
        this.reach = reach;
        this.trail = trail;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Somebody asks for themselves. Not within a transaction: an answer that was given stands.
     *
     * @throws NotFound if there is no such session for the public
     */
    public Registration register(SessionId session, Applicant who) {
        for (int tries = 1; ; tries++) {
            var offer = offers.find(session).orElseThrow(NotFound::new);
            var before = answered(seating.known(session, who), offer);
            if (before.isPresent()) {
                return before.get();
            }
            if (offer.isToRelease(clock.instant())) {
                releasing.release(session);
                offer = offers.find(session).orElseThrow(NotFound::new);
            }
            var mayUse = entitlement.of(offer, who);
            var broken = AdmissionRule.brokenBy(offer, who, mayUse, clock.instant());
            if (!broken.isEmpty()) {
                return new Registration.Refused(broken);
            }
            var taken = take(offer, who, mayUse);
            if (taken.isPresent()) {
                return taken.get();
            }
            if (tries == TRIES) {
                return new Registration.Refused(List.of(AdmissionRule.FULL));
            }
        }
    }

    /**
     * A clerk or another system asks in somebody's place.
     *
     * @throws NotFound if the session is not within reach
     */
    public Registration registerFor(Scope scope, SessionId session, Applicant who) {
        scope.demands(Right.BOOK_FOR_OTHERS);
        if (!reach.covers(scope, session)) {
            throw new NotFound();
        }
        return register(session, who);
    }

    /** What the same request was answered before, if it was: a form that is sent twice leads to the same booking. */
    public Optional<Registration> before(SessionId session, Applicant who) {
        var known = seating.known(session, who);
        return known.sameRequest() ? known.sameKey().map(this::answer) : Optional.empty();
    }

    /** What stands against it whoever asks: told of one reading, so that nobody proves to be human only to hear that it is full. */
    public List<AdmissionRule> against(Offer offer, Applicant who) {
        var now = clock.instant();
        return offer.isToRelease(now) ? List.of() : AdmissionRule.brokenBy(offer, who, entitlement.of(offer, who), now);
    }

    private static boolean isDrawn(Session session) {
        return session.seats() instanceof Session.Seats seats && seats.lottery();
    }

    /** Empty if somebody else took the last place at this moment, or the same person another. */
    private Optional<Registration> take(Offer offer, Applicant who, List<UUID> mayUse) {
        var session = offer.session().id();
        var told = letters.told(session.value());
        try {
            return Objects.requireNonNull(transaction.execute(begun -> {
                var seat =
                        isDrawn(offer.session()) ? seating.enter(offer, who, mayUse) : seating.take(offer, who, mayUse);
                seat.ifPresent(one -> tell(one, told, who));
                return seat.map(this::answer);
            }));
        } catch (DuplicateKeyException twice) {
            return Optional.empty();
        }
    }

    /** What another system does stands on the trail as the use of its token. */
    private void tell(Seating.Seat seat, Letters.Told told, Applicant who) {
        if (seat.standing() == Booking.State.CONFIRMED) {
            letters.send(seat, "activity.sms.confirmed", () -> told);
        }
        var by = who.by();
        if (by != null && by.kind() == Actor.Kind.STAFF) {
            trail.record(
                    by,
                    Act.of("activity.act.booked", "activity-session", seat.session(), "")
                            .changed("activity.booking.places", null, seat.places()));
        }
    }

    private Optional<Registration> answered(Seating.Known known, Offer offer) {
        if (known.sameKey().isPresent()) {
            return Optional.of(
                    known.sameRequest()
                            ? answer(known.sameKey().get())
                            : new Registration.Refused(List.of(AdmissionRule.KEY_USED_OTHERWISE)));
        }
        return known.samePerson()
                .map(seat -> new Registration.Already(
                        known.ownDoing() ? seat.code() : null, seat.standing(), isDrawn(offer.session())));
    }

    private Registration answer(Seating.Seat seat) {
        return switch (seat.standing()) {
            case CONFIRMED -> new Registration.Confirmed(seat.code());
            case WAITING -> new Registration.Waiting(seat.code(), seating.position(seat));
            case ENTERED, OFFERED -> new Registration.Waiting(seat.code(), 0);
            case CANCELLED, LAPSED, RECLAIMED, TOO_LARGE -> new Registration.Refused(List.of(AdmissionRule.GIVEN_BACK));
        };
    }
}
