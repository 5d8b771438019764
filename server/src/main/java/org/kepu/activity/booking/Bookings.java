package org.kepu.activity.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Offer;
import org.kepu.activity.Offers;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Quota;
import org.kepu.activity.Reach;
import org.kepu.activity.RoomMade;
import org.kepu.activity.Rows;
import org.kepu.activity.Session;
import org.kepu.activity.SessionCancelled;
import org.kepu.activity.SessionId;
import org.kepu.shared.Draw;
import org.kepu.shared.Masked;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The bookings that were made: found again by their code, given back, and those who wait come in in their turn. */
@Service
public class Bookings {

    private static final int AT_ONCE = 500;

    private final JdbcClient database;
    private final Seating seating;
    private final Turns turns;
    private final Offers offers;
    private final Contacts contacts;
    private final Letters letters;
    private final Reach reach;
    private final Clock clock;

    Bookings(
            JdbcClient database,
            Seating seating,
            Turns turns,
            Offers offers,
            Contacts contacts,
            Letters letters,
            Reach reach,
            Clock clock) {
        this.database = database;
        this.seating = seating;
        this.turns = turns;
        this.offers = offers;
        this.contacts = contacts;
        this.letters = letters;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * A booking as its holder reads it.
     *
     * @param position in the line, from 1; 0 for those who do not wait
     */
    public record Ticket(Booking booking, Offer offer, ActivityId activity, String title, String place, int position) {

        public Session session() {
            return offer.session();
        }

        /** By what its entry stands in the list of a draw. */
        public String mark() {
            return Draw.mark(booking.code());
        }

        /** The most places that its holder may have. */
        public int most() {
            var seats = session().seats();
            return seats == null || booking.party().kind().isNamed()
                    ? offer.admission().groupMost()
                    : seats.perPerson();
        }
    }

    /** What became of giving back. */
    public enum GivenBack {
        DONE,
        /** It was before. */
        ALREADY,
        /** The session has begun, or its holder is there. */
        TOO_LATE,
        UNKNOWN
    }

    /** The booking with this code, however it is written. */
    @Transactional(readOnly = true)
    public Optional<Ticket> find(String code) {
        return database.sql("""
                        select booking.*, quota.kind as kept, title, place,
                               (select count(*) from activity.booking before
                                where before.session = booking.session and before.state = 'WAITING'
                                  and booking.state = 'WAITING' and before.turn <= booking.turn) as position
                        from activity.booking
                             join activity.session on session.id = booking.session
                             join activity.activity on activity.id = session.activity
                             left join activity.quota on quota.id = booking.quota
                        where code = :code
                        """)
                .param("code", bare(code))
                .query((row, number) -> new Found(
                        booking(row, number),
                        new SessionId(row.getObject("session", UUID.class)),
                        row.getString("title"),
                        row.getString("place"),
                        row.getInt("position")))
                .optional()
                .flatMap(found -> offers.find(found.session()).map(found::ticket));
    }

    private record Found(Booking booking, SessionId session, String title, String place, int position) {

        Ticket ticket(Offer of) {
            return new Ticket(booking, of, of.session().activity(), title, place, position);
        }
    }

    /** Gives the places back; those who wait come in in their turn, in the same moment. */
    @Transactional
    public GivenBack giveBack(String code) {
        var found = standing(code);
        if (found.isEmpty()) {
            return GivenBack.UNKNOWN;
        }
        var session = seating.lock(found.get().session()).orElseThrow();
        if (!found.get().isInForce()) {
            return GivenBack.ALREADY;
        }
        if (session.hasBegun(clock.instant())) {
            return GivenBack.TOO_LATE;
        }
        if (seating.giveBack(found.get().id(), Booking.State.CANCELLED).isEmpty()) {
            return find(code)
                    .map(ticket -> ticket.booking().present() == null ? GivenBack.ALREADY : GivenBack.TOO_LATE)
                    .orElse(GivenBack.UNKNOWN);
        }
        promote(session.id());
        return GivenBack.DONE;
    }

    private record Standing(UUID id, UUID session, String state) {

        boolean isInForce() {
            return Booking.State.valueOf(state).isInForce();
        }
    }

    /** Takes the places that are offered; says no if they are not, or not any more. Taken twice, they are taken once. */
    @Transactional
    public boolean accept(String code) {
        var found = standing(code);
        if (found.isEmpty()) {
            return false;
        }
        seating.lock(found.get().session());
        var taken = seating.accept(found.get().id());
        taken.ifPresent(seat -> letters.send(seat, "activity.sms.confirmed"));
        return standing(code)
                .filter(now -> now.state().equals(Booking.State.CONFIRMED.name()))
                .isPresent();
    }

    /** What is offered and was not taken in time goes to the next; says how many that were. */
    @Transactional
    public int letLapse() {
        var lapsed = seating.lapsed(AT_ONCE);
        seating.lock(lapsed.stream().map(Seating.Seat::session));
        lapsed.stream().map(Seating.Seat::session).distinct().forEach(session -> {
            lapsed.stream()
                    .filter(seat -> seat.session().equals(session))
                    .flatMap(seat -> seating.giveBack(seat.id(), Booking.State.LAPSED).stream())
                    .forEach(seat -> letters.send(seat, "activity.sms.lapsed"));
            promote(new SessionId(session));
        });
        return lapsed.size();
    }

    /** Who comes to a session, and who waits; as lists show them. */
    @Transactional(readOnly = true)
    public List<Booking> of(Scope scope, SessionId session) {
        scope.demands(Right.RUN_ACTIVITIES);
        return !reach.covers(scope, session)
                ? List.of()
                : database.sql("""
                        select booking.*, quota.kind as kept from activity.booking left join activity.quota on quota.id = booking.quota
                        where booking.session = :session and cancelled_at is null order by state, turn
                        """)
                        .param("session", session.value())
                        .query(this::booking)
                        .list();
    }

    /** There is more room, or less: who can never come in any more is told, and those who wait come in in their turn. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RoomMade made) {
        var session = made.session();
        seating.lock(session.value());
        seating.setAside(session.value()).forEach(seat -> letters.send(seat, "booking.sms.too-large"));
        promote(session);
    }

    /** It does not take place: whoever has a seat, or waits for one, is told. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SessionCancelled cancelled) {
        database.sql("""
                        select id, session, code, state, places, phone from activity.booking
                        where session = :session and cancelled_at is null order by turn
                        """)
                .param("session", cancelled.session().value())
                .query(Seating.Seat.class)
                .list()
                .forEach(seat -> letters.send(seat, "activity.sms.called-off"));
    }

    /** Lets those in who wait, in their turn, as far as there is room. The session is locked. */
    void promote(SessionId session) {
        turns.promote(session.value())
                .forEach(seat -> letters.send(
                        seat,
                        seat.standing() == Booking.State.OFFERED ? "activity.sms.offered" : "activity.sms.promoted"));
    }

    private Optional<Standing> standing(String code) {
        return database.sql("select id, session, state from activity.booking where code = :code")
                .param("code", bare(code))
                .query(Standing.class)
                .optional();
    }

    private Booking booking(ResultSet row, int number) throws SQLException {
        return new Booking(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Booking.State.valueOf(row.getString("state")),
                row.getInt("places"),
                Masked.name(contacts.name(row.getString("name"))),
                contacts.phone(row.getString("phone"))
                        .map(PhoneNumber::toString)
                        .orElse(""),
                Rows.moment(row, "booked_at"),
                Rows.instant(row, "offered_until"),
                Rows.instant(row, "present_at"),
                new Party(
                        PartyKind.valueOf(row.getString("party")),
                        row.getInt("children"),
                        contacts.party(row.getString("party_name")),
                        row.getString("grade")),
                contacts.answers(row.getString("answers")),
                row.getString("kept") == null ? null : Quota.Kind.valueOf(row.getString("kept")));
    }

    static String bare(String code) {
        return code.replaceAll("[\\s-]", "");
    }
}
