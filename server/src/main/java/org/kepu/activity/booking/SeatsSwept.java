package org.kepu.activity.booking;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** What must hold of seats at every moment, looked at by night and after every measurement. Each belief is a query with a name. */
@Component
public class SeatsSwept {

    private static final Logger log = LoggerFactory.getLogger(SeatsSwept.class);

    private final JdbcClient database;

    SeatsSwept(JdbcClient database) {
        this.database = database;
    }

    /** What is believed; the query gives the sessions of which it does not hold. */
    public enum Belief {
        NEVER_OVERSOLD("select id from activity.session where taken > coalesce(capacity, 0)"),
        TAKEN_IS_WHAT_IS_GIVEN("""
                select id from activity.session
                where taken <> (select coalesce(sum(places), 0) from activity.booking
                                where booking.session = session.id and state in ('CONFIRMED', 'OFFERED'))
                """),
        WAITING_IS_WHO_WAITS("""
                select id from activity.session
                where waiting <> (select count(*) from activity.booking where booking.session = session.id and state = 'WAITING')
                """),
        NOBODY_TWICE("""
                select session as id from activity.booking where cancelled_at is null and phone_print is not null
                group by session, phone_print having count(*) > 1
                """),
        NOBODY_WAITS_FOR_WHAT_IS_FREE("""
                select session.id
                from activity.session
                     join lateral (select places from activity.booking
                                   where booking.session = session.id and state = 'WAITING' order by turn limit 1) next on true
                where cancelled_at is null and starts_at > now() and taken + next.places <= capacity
                """),
        NOBODY_OVERTOOK("""
                select overtaken.session as id
                from activity.booking overtaken join activity.booking later on later.session = overtaken.session
                where overtaken.state = 'WAITING' and later.state in ('CONFIRMED', 'OFFERED') and later.turn > overtaken.turn
                """);

        private final String sql;

        Belief(String sql) {
            this.sql = sql;
        }
    }

    /** A belief that does not hold of a session. */
    public record Broken(Belief belief, UUID session) {}

    /** All that does not hold, in one look. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Broken> sweep() {
        return java.util.Arrays.stream(Belief.values())
                .flatMap(belief -> database.sql(belief.sql).query(UUID.class).list().stream()
                        .distinct()
                        .map(session -> new Broken(belief, session)))
                .toList();
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void byNight() {
        sweep().forEach(broken -> log.error(
                "seats: {} does not hold of session {}",
                broken.belief().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                broken.session()));
    }
}
