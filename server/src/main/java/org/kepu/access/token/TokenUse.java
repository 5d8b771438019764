package org.kepu.access.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every use of a token comes onto the trail: what may change something at once, readings once a minute with their number,
 * so that a system that asks often does not bury what people did.
 */
@Service
@EnableScheduling
class TokenUse {

    private static final int LONGEST_PATH = 200;

    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    TokenUse(JdbcClient database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * A reading by a token: counted now, written down when its minute is over. It does not wait for the disk: what a power cut
     * may take is the count of the last moment, not what was done.
     */
    @Transactional
    void reads(UUID token, Actor who, String path) {
        database.sql("set local synchronous_commit = off").update();
        database.sql("""
                insert into access.token_reading (token, minute, path, address, times)
                values (:token, :minute, :path, :address, 1)
                on conflict on constraint token_reading_pk do update set times = token_reading.times + 1
                """)
                .param("token", token)
                .param("minute", minute())
                .param("path", shortened(path))
                .param("address", who.address())
                .update();
    }

    /** A request that may change something. */
    @Transactional
    void writes(UUID token, Actor who, String method, String path) {
        trail.record(who, Act.of("access.act.token-used", "token", token, method + " " + shortened(path)));
    }

    /** Writes down the readings of the minutes that are over; of several nodes each takes what it finds. */
    @Scheduled(fixedDelayString = "PT1M")
    @Transactional
    void writeDown() {
        database.sql("""
                with past as (
                    delete from access.token_reading where minute < :minute returning *
                )
                select past.*, token.account, account.display_name
                from past join access.token on token.id = past.token join access.account on account.id = token.account
                order by past.minute, past.path
                """)
                .param("minute", minute())
                .query(TokenUse::reading)
                .list()
                .forEach(reading -> trail.record(
                        reading.who(),
                        Act.of("access.act.token-read", "token", reading.token(), reading.path())
                                .changed(
                                        "access.token.minute",
                                        null,
                                        reading.minute().toInstant())
                                .changed("access.token.times", null, reading.times())));
    }

    private record Reading(UUID token, Actor who, String path, OffsetDateTime minute, int times) {}

    private static Reading reading(ResultSet row, int number) throws SQLException {
        return new Reading(
                row.getObject("token", UUID.class),
                new Actor(
                        row.getObject("account", UUID.class),
                        Actor.Kind.SERVICE,
                        row.getString("display_name"),
                        null,
                        row.getString("address")),
                row.getString("path"),
                row.getObject("minute", OffsetDateTime.class),
                row.getInt("times"));
    }

    private OffsetDateTime minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String path) {
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH);
    }
}
