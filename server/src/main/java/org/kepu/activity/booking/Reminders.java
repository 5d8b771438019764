package org.kepu.activity.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.kepu.activity.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminds those who have a seat tomorrow, once, and never at night. Whoever has it since today was told today. Of several nodes each
 * may do it, nobody is told twice.
 */
@Service
class Reminders {

    private static final int AT_ONCE = 200;

    private final JdbcClient database;
    private final Letters letters;
    private final ReminderSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            JdbcClient database,
            Letters letters,
            ReminderSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.letters = letters;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT5M", initialDelayString = "PT1M")
    void look() {
        send();
    }

    /** Says how many bookings were reminded of. */
    int send() {
        int sent = 0;
        int more = settings.quiet(clock) ? 0 : AT_ONCE;
        while (more == AT_ONCE) {
            Integer some = transaction.execute(begun -> some());
            more = some == null ? 0 : some;
            sent += more;
        }
        return sent;
    }

    private int some() {
        var today = LocalDate.ofInstant(clock.instant(), ReminderSettings.HERE);
        var reminded = database.sql("""
                        update activity.booking set reminded_at = :now
                        where id in (
                            select booking.id from activity.booking join activity.session on session.id = booking.session
                            where starts_at >= :tomorrow and starts_at < :after and session.cancelled_at is null
                              and state = 'CONFIRMED' and confirmed_at < :today and reminded_at is null and phone is not null
                            limit :most for update of booking skip locked)
                        returning id, session, code, state, places, phone
                        """)
                .param("now", Rows.at(clock.instant()))
                .param("today", begin(today))
                .param("tomorrow", begin(today.plusDays(1)))
                .param("after", begin(today.plusDays(2)))
                .param("most", AT_ONCE)
                .query(Seating.Seat.class)
                .list();
        reminded.forEach(seat -> letters.send(seat, "booking.sms.reminder"));
        return reminded.size();
    }

    private static OffsetDateTime begin(LocalDate day) {
        return Rows.at(day.atStartOfDay(ReminderSettings.HERE).toInstant());
    }
}
