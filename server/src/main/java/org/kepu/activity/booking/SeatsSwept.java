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
        NEVER_OVERSOLD("""
                select id from activity.session where taken + kept + greatest(door_seats - door_given, 0) > coalesce(capacity, 0)
                union select session from activity.quota where taken > capacity
                """),
        TAKEN_IS_WHAT_IS_GIVEN("""
                select id from activity.session
                where taken - door_given <> (select coalesce(sum(places), 0) from activity.booking
                                             where booking.session = session.id and state in ('CONFIRMED', 'OFFERED'))
                   or door_given <> (select coalesce(sum(places), 0) from activity.door_seat where door_seat.session = session.id)
                """),
        OF_A_QUOTA_IS_GIVEN_WHAT_IS_TAKEN("""
                select session.id from activity.quota join activity.session on session.id = quota.session
                where released_at is null
                  and quota.taken <> (select coalesce(sum(places), 0) from activity.booking
                                      where booking.quota = quota.id and state in ('CONFIRMED', 'OFFERED'))
                """),
        KEPT_IS_WHAT_QUOTAS_HAVE_LEFT("""
                select id from activity.session
                where kept <> case when released_at is not null then 0
                              else (select coalesce(sum(quota.capacity - quota.taken), 0) from activity.quota
                                    where quota.session = session.id) end
                """),
        WAITING_IS_WHO_WAITS("""
                select id from activity.session
                where waiting <> (select count(*) from activity.booking where booking.session = session.id and state = 'WAITING')
                union
                select session from activity.quota
                where waiting <> (select count(*) from activity.booking
                                  where booking.session = quota.session and state = 'WAITING' and quota.id = any(may_use))
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
                where cancelled_at is null and starts_at > now()
                  and taken + kept + greatest(door_seats - door_given, 0) + next.places <= capacity
                union
                select session.id
                from activity.session join activity.quota on quota.session = session.id
                     join lateral (select places from activity.booking
                                   where booking.session = session.id and state = 'WAITING' and quota.id = any(may_use)
                                   order by turn limit 1) next on true
                where cancelled_at is null and starts_at > now() and released_at is null
                  and quota.taken + next.places <= quota.capacity
                """),
        NOBODY_OVERTOOK("""
                select overtaken.session as id
                from activity.booking overtaken join activity.booking later on later.session = overtaken.session
                where overtaken.state = 'WAITING' and later.state in ('CONFIRMED', 'OFFERED') and later.turn > overtaken.turn
                  and (later.quota is null and later.may_use = '{}' or later.quota = any(overtaken.may_use))
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
