package org.kepu.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.kepu.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what is done under each {@link Limit}, in the database, so that all nodes count together and a hundred at the
 * same moment are counted as a hundred. Counted is before a use case begins its transaction, so the count stands though
 * the use case fails, and nobody holds one connection while waiting for another. Who was counted is kept as a keyed hash
 * only.
 */
@Service
public class Limits {

    private static final Logger log = LoggerFactory.getLogger(Limits.class);
    private static final String EVERYBODY = "";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Limits(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /** Who counts for which limit: a contact, {@link #place} of an address, or what was asked for. */
    public record Counted(Limit limit, String subject) {

        /** For a limit that counts everybody together. */
        static Counted everybody(Limit limit) {
            return new Counted(limit, EVERYBODY);
        }
    }

    /** What came of counting one more. */
    public enum Count {
        WITHIN,
        /** The first one too many: with it the door is shut. */
        FIRST_OVER,
        OVER
    }

    /**
     * Counts one more.
     *
     * @param subject whom it is counted for: a contact, or {@link #place} of an address
     * @throws IllegalTransactionStateException if a transaction has begun already
     */
    public Count count(Limit limit, String subject) {
        return count(limit, subject, 1);
    }

    /** Counts so many more that come in one request; none of them is done unless all are within the limit. */
    public Count count(Limit limit, String subject, int many) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException(limit.name() + " is counted before the transaction begins");
        }
        try {
            var times = increased(limit, subject, many);
            return times <= limit.times()
                    ? Count.WITHIN
                    : times - many <= limit.times() ? Count.FIRST_OVER : Count.OVER;
        } catch (DataAccessException uncounted) {
            if (!limit.isOpenInDoubt()) {
                throw uncounted;
            }
            log.error("{} cannot be counted, the door is open", limit.name());
            return Count.WITHIN;
        }
    }

    /** Counts one more; whether it is within the limit. */
    public boolean admits(Limit limit, String subject) {
        return count(limit, subject) == Count.WITHIN;
    }

    /** The same for one that counts for several limits, in their order, until one says no. */
    boolean admits(List<Counted> counted) {
        return counted.stream().allMatch(one -> admits(one.limit(), one.subject()));
    }

    /** Whether there were too many already; counts nothing. */
    public boolean isShut(Limit limit, String subject) {
        return database.sql("""
                select exists (select from guard.attempt
                               where rule = :rule and subject = :subject and attempts > :limit and until > :now)""")
                .param("rule", limit.name())
                .param("subject", digest(limit, subject))
                .param("limit", limit.times())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    /** Takes one back that turned out to be right, so that it is not held against the next. */
    public void giveBack(Limit limit, String subject) {
        database.sql("""
                update guard.attempt set attempts = attempts - 1
                where rule = :rule and subject = :subject and attempts > 0""")
                .param("rule", limit.name())
                .param("subject", digest(limit, subject))
                .update();
    }

    /** Lets this subject start afresh. */
    public void forget(Limit limit, String subject) {
        database.sql("delete from guard.attempt where rule = :rule and subject = :subject")
                .param("rule", limit.name())
                .param("subject", digest(limit, subject))
                .update();
    }

    /** Where a request comes from: whoever has one address of IPv6 has all of its network of 64 bits, so it counts as one. */
    public static String place(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(wide.getAddress(), 0, Long.BYTES)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /** What is over the limit is not counted on: the row stays as it is, and a flood writes nothing. */
    private int increased(Limit limit, String subject, int many) {
        database.sql("delete from guard.attempt where until <= :now")
                .param("now", now())
                .update();
        return database.sql("""
                insert into guard.attempt as tried (rule, subject, attempts, until)
                values (:rule, :subject, :many, :until)
                on conflict on constraint attempt_pk do update set attempts = tried.attempts + :many
                    where tried.attempts <= :limit
                returning attempts""")
                .param("rule", limit.name())
                .param("subject", digest(limit, subject))
                .param("until", now().plus(limit.window()))
                .param("many", many)
                .param("limit", limit.times())
                .query(Integer.class)
                .optional()
                .orElse(Integer.MAX_VALUE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private String digest(Limit limit, String subject) {
        return vault.fingerprint("guard.attempt." + limit.name(), subject);
    }
}
