package org.kepu.activity.booking;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Rows;
import org.kepu.activity.SessionId;
import org.kepu.shared.Draw;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the sessions for which everybody could enter (摇号), once, when registration is closed: all stand in the line in the order
 * of the draw, and the first of it come in as those who wait always do. See {@link Draw} for how one does it again.
 */
@Service
public class Drawing {

    private final JdbcClient database;
    private final Seating seating;
    private final Bookings bookings;
    private final Turns turns;
    private final Letters letters;
    private final Clock clock;

    Drawing(JdbcClient database, Seating seating, Bookings bookings, Turns turns, Letters letters, Clock clock) {
        this.database = database;
        this.seating = seating;
        this.bookings = bookings;
        this.turns = turns;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * What everybody may know of a draw.
     *
     * @param commitment the digest of the seed, published before anybody enters
     * @param seed only after the draw; null before
     * @param entered how many bookings entered so far, or in all
     * @param entries in the order of the draw; none before
     */
    public record Published(String commitment, @Nullable String seed, int entered, List<Entry> entries) {
        public Published {
            entries = List.copyOf(entries);
        }
    }

    /**
     * An entry of the list.
     *
     * @param mark the beginning of the digest of its code
     */
    public record Entry(int rank, String mark, int places, Booking.State state) {}

    private record Standing(String drawSeed, java.time.@Nullable OffsetDateTime drawnAt) {}

    private record Entered(UUID id, String code) {}

    /** The sessions that are to be drawn now. */
    List<UUID> due() {
        return database.sql("""
                        select id from activity.session
                        where lottery and drawn_at is null and cancelled_at is null and closes_at <= :now order by closes_at
                        """)
                .param("now", Rows.at(clock.instant()))
                .query(UUID.class)
                .list();
    }

    /** Draws a session whose registration is closed; says no if it was drawn before, or cannot be yet. */
    @Transactional
    public boolean draw(SessionId id) {
        seating.lock(id.value());
        var seed = database.sql("""
                        select draw_seed from activity.session
                        where id = :id and lottery and drawn_at is null and cancelled_at is null and closes_at <= :now
                        """)
                .param("id", id.value())
                .param("now", Rows.at(clock.instant()))
                .query(String.class)
                .optional();
        if (seed.isEmpty()) {
            return false;
        }
        var entered = database.sql("select id, code from activity.booking where session = :id and state = 'ENTERED'")
                .param("id", id.value())
                .query(Entered.class)
                .list();
        var order = Draw.order(seed.get(), entered.stream().map(Entered::code).toList());
        database.sql("""
                        update activity.booking set state = 'WAITING', turn = drawn.rank
                        from unnest(:codes::text[]) with ordinality as drawn (code, rank)
                        where session = :id and booking.code = drawn.code
                        """)
                .param("id", id.value())
                .param("codes", order.toArray(String[]::new))
                .update();
        database.sql("update activity.session set waiting = waiting + :entered, drawn_at = :now where id = :id")
                .param("id", id.value())
                .param("entered", entered.size())
                .param("now", Rows.at(clock.instant()))
                .update();
        turns.count(id.value());
        bookings.promote(id);
        database.sql("""
                        select id, session, code, state, places, phone from activity.booking
                        where session = :id and state = 'WAITING'
                        """)
                .param("id", id.value())
                .query(Seating.Seat.class)
                .list()
                .forEach(seat -> letters.send(seat, "activity.sms.not-drawn"));
        return true;
    }

    /** What everybody may know of the draw of a session; nothing if there is none. */
    @Transactional(readOnly = true)
    public Optional<Published> of(SessionId id) {
        return database.sql("""
                        select draw_seed, drawn_at from activity.session join activity.activity on activity.id = session.activity
                        where session.id = :id and lottery and activity.state <> 'DRAFT'
                        """)
                .param("id", id.value())
                .query(Standing.class)
                .optional()
                .map(standing -> published(id, standing));
    }

    private Published published(SessionId id, Standing standing) {
        var drawn = standing.drawnAt() != null;
        var entries = database.sql("""
                        select turn, code, places, state from activity.booking
                        where session = :id
                          and (state = 'ENTERED' or :drawnAt::timestamptz is not null
                               and (cancelled_at is null or cancelled_at >= :drawnAt::timestamptz))
                        order by turn
                        """)
                .param("id", id.value())
                .param("drawnAt", standing.drawnAt())
                .query((row, number) -> new Entry(
                        row.getInt("turn"),
                        Draw.mark(row.getString("code")),
                        row.getInt("places"),
                        Booking.State.valueOf(row.getString("state"))))
                .list();
        return new Published(
                Draw.commitment(standing.drawSeed()),
                drawn ? standing.drawSeed() : null,
                entries.size(),
                drawn ? entries : List.of());
    }
}
