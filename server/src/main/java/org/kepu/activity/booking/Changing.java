package org.kepu.activity.booking;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Offers;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.shared.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A booking is changed by its holder: fewer people, more if there are seats, or another session of the same activity. What one has
 * is never lost before the new is sure.
 */
@Service
public class Changing {

    private final JdbcClient database;
    private final Seating seating;
    private final Bookings bookings;
    private final Offers offers;
    private final Entitlement entitlement;
    private final Contacts contacts;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Changing(
            JdbcClient database,
            Seating seating,
            Bookings bookings,
            Offers offers,
            Entitlement entitlement,
            Contacts contacts,
            Letters letters,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.seating = seating;
        this.bookings = bookings;
        this.offers = offers;
        this.entitlement = entitlement;
        this.contacts = contacts;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What became of a change. */
    public sealed interface Changed {

        /** @param code by which the booking is found from now on */
        record Done(String code) implements Changed {}

        /** It has begun, its holder is there, or the places were given back. */
        record TooLate() implements Changed {}

        /** There are not so many seats, or others wait for them; all is as it was. */
        record NoRoom() implements Changed {}

        /** @param broken the rules of admission that stand against it */
        record Refused(List<AdmissionRule> broken) implements Changed {}

        record Unknown() implements Changed {}
    }

    private record Held(
            UUID id,
            UUID session,
            String code,
            String state,
            int places,
            @Nullable String name,
            @Nullable String phone,
            String party,
            int children,
            @Nullable String partyName,
            String grade,
            @Nullable String answers,
            @Nullable UUID quota,
            boolean elder,
            @Nullable String home,
            boolean present) {

        Booking.State standing() {
            return Booking.State.valueOf(state);
        }
    }

    /**
     * Another number of people.
     *
     * @param places how many in all
     * @param children how many of a family are children
     */
    public Changed resize(String code, int places, int children) {
        return commit(() -> held(code).map(found -> {
            var session = seating.lock(found.session()).orElseThrow();
            var booking = held(code).orElseThrow();
            if (!isChangeable(booking, session)) {
                return new Changed.TooLate();
            }
            if (places > booking.places()) {
                var broken = brokenBy(applicant(booking, places, ""), session);
                if (!broken.isEmpty()) {
                    return new Changed.Refused(broken);
                }
            }
            int count = PartyKind.valueOf(booking.party()) == PartyKind.FAMILY ? children : 0;
            if (!resize(booking, places, count)) {
                return new Changed.NoRoom();
            }
            bookings.promote(session.id());
            return new Changed.Done(booking.code());
        }));
    }

    private List<AdmissionRule> brokenBy(Applicant who, Session session) {
        var offer = offers.of(session);
        return AdmissionRule.brokenBy(offer, who, entitlement.of(offer, who), clock.instant()).stream()
                .filter(rule -> rule == AdmissionRule.CLOSED || rule == AdmissionRule.TOO_MANY_PLACES)
                .toList();
    }

    /** The session is locked: what is asked of its row and of the quota holds until the change is done. */
    private boolean resize(Held booking, int places, int children) {
        boolean seated = booking.standing() == Booking.State.CONFIRMED || booking.standing() == Booking.State.OFFERED;
        int more = places - booking.places();
        if (booking.standing() == Booking.State.WAITING && more > 0) {
            return false;
        }
        return database.sql("""
                        with quotas as (
                            update activity.quota set taken = taken + :more
                            where id = nullif(:quota, '')::uuid and :seated
                              and (:more <= 0 or waiting = 0 and taken + :more <= capacity)
                            returning id
                        ), counted as (
                            update activity.session
                            set taken = taken + :more, kept = kept - case when :quota = '' then 0 else :more end
                            where id = :session and :seated
                              and case when :quota <> '' then exists (select from quotas)
                                       else :more <= 0
                                            or waiting = 0 and taken + :more + kept + greatest(door_seats - door_given, 0) <= capacity end
                            returning id
                        )
                        update activity.booking set places = places + :more, children = :children
                        where id = :id and (exists (select from counted) or not :seated and places + :more <= (
                            select capacity - door_seats from activity.session where id = :session))
                        """)
                        .param("id", booking.id())
                        .param("session", booking.session())
                        .param(
                                "quota",
                                booking.quota() == null ? "" : booking.quota().toString())
                        .param("seated", seated)
                        .param("more", more)
                        .param("children", children)
                        .update()
                == 1;
    }

    /** Seats of another session of the same activity, in place of these. Asked twice, it is done once. */
    public Changed move(String code, SessionId to) {
        try {
            return commit(() -> held(code).map(found -> moved(found, to)));
        } catch (DuplicateKeyException there) {
            return new Changed.NoRoom();
        }
    }

    private Changed moved(Held found, SessionId to) {
        var from = new SessionId(found.session());
        if (from.equals(to) || !isOfTheSame(found, to)) {
            return new Changed.Unknown();
        }
        seating.lock(Stream.of(found.session(), to.value()));
        var booking = held(found.code()).orElseThrow();
        if (booking.phone() == null) {
            return new Changed.TooLate();
        }
        var who = applicant(booking, booking.places(), "move " + booking.id() + " " + to);
        var before = seating.known(to, who).sameKey();
        if (before.isPresent()) {
            return new Changed.Done(before.get().code());
        }
        if (!isChangeable(booking, offers.find(from).orElseThrow().session())) {
            return new Changed.TooLate();
        }
        var target = offers.find(to).orElseThrow();
        var mayUse = entitlement.of(target, who);
        var broken = AdmissionRule.brokenBy(target, who, mayUse, clock.instant()).stream()
                .filter(Predicate.not(AdmissionRule.TOO_MANY_PLACES::equals))
                .toList();
        if (!broken.isEmpty()) {
            return new Changed.Refused(broken);
        }
        var taken = seating.take(target, who, mayUse).filter(seat -> seat.standing() == Booking.State.CONFIRMED);
        if (taken.isEmpty()) {
            return new Changed.NoRoom();
        }
        if (seating.giveBack(booking.id(), Booking.State.CANCELLED).isEmpty()) {
            return new Changed.TooLate();
        }
        bookings.promote(from);
        letters.send(taken.get(), "activity.sms.confirmed");
        return new Changed.Done(taken.get().code());
    }

    private boolean isOfTheSame(Held booking, SessionId target) {
        var activity = activity(target);
        return activity.isPresent() && activity.equals(activity(new SessionId(booking.session())));
    }

    private Optional<ActivityId> activity(SessionId session) {
        return offers.find(session).map(offer -> offer.session().activity());
    }

    private boolean isChangeable(Held booking, Session session) {
        return booking.standing().isInForce()
                && !booking.present()
                && booking.phone() != null
                && !session.cancelled()
                && !session.hasBegun(clock.instant());
    }

    private Applicant applicant(Held booking, int places, String key) {
        var home = booking.home();
        return new Applicant(
                contacts.name(booking.name()),
                contacts.phone(booking.phone()).orElseThrow(),
                places,
                key.isEmpty() ? booking.code() : key,
                null,
                new Party(
                        PartyKind.valueOf(booking.party()),
                        Math.min(booking.children(), places - 1),
                        contacts.party(booking.partyName()),
                        booking.grade()),
                booking.elder(),
                home == null ? null : new RegionCode(home),
                contacts.answers(booking.answers()));
    }

    private Optional<Held> held(String code) {
        return database.sql("""
                        select booking.id, booking.session, code, state, places, name, phone, party, children, party_name, grade, answers,
                               quota, present_at is not null as present,
                               exists (select from activity.quota used where used.id = any(may_use) and used.kind = 'ELDERS') as elder,
                               (select region from activity.quota used where used.id = any(may_use) and used.kind = 'AREA' limit 1) as home
                        from activity.booking where code = :code
                        """)
                .param("code", Bookings.bare(code))
                .query(Held.class)
                .optional();
    }

    /** What is not done leaves nothing behind. */
    private Changed commit(Supplier<Optional<? extends Changed>> change) {
        return Objects.requireNonNull(transaction.execute(begun -> {
            Changed outcome = change.get().<Changed>map(done -> done).orElseGet(Changed.Unknown::new);
            if (!(outcome instanceof Changed.Done)) {
                begun.setRollbackOnly();
            }
            return outcome;
        }));
    }
}
