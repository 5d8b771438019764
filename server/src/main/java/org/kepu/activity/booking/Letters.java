package org.kepu.activity.booking;

import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.kepu.activity.Timespan;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.shared.PhoneNumber;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What those who booked are told, within the transaction of what it tells of. Telephones without short messages are rung up. */
@Component
class Letters {

    private final JdbcClient database;
    private final Contacts contacts;
    private final Outbox outbox;
    private final MessageSource words;

    Letters(JdbcClient database, Contacts contacts, Outbox outbox, MessageSource words) {
        this.database = database;
        this.contacts = contacts;
        this.outbox = outbox;
        this.words = words;
    }

    /** What is told of a session. */
    record Told(String title, String place, java.time.OffsetDateTime startsAt, java.time.OffsetDateTime endsAt) {}

    /**
     * Tells the holder of a booking.
     *
     * @param key of the sentence, filled with the title, the time, the place and the code
     */
    void send(Seating.Seat seat, String key) {
        send(seat, key, () -> told(seat.session()));
    }

    /** The same where others wait for the transaction: what is told was read before it began. */
    void send(Seating.Seat seat, String key, Supplier<Told> of) {
        contacts.phone(seat.phone()).filter(PhoneNumber::isMobile).ifPresent(phone -> {
            var told = of.get();
            var text = words.getMessage(
                    key,
                    new Object[] {
                        told.title(),
                        Timespan.of(told.startsAt().toInstant(), told.endsAt().toInstant(), Locale.SIMPLIFIED_CHINESE),
                        told.place(),
                        Booking.spelled(seat.code())
                    },
                    Locale.SIMPLIFIED_CHINESE);
            outbox.send(new Message(Message.Channel.SMS, phone.digits(), "", text, null, false));
        });
    }

    Told told(UUID session) {
        return database.sql("""
                        select title, place, starts_at, ends_at
                        from activity.session join activity.activity on activity.id = session.activity
                        where session.id = :id
                        """).param("id", session).query(Told.class).single();
    }
}
