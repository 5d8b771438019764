package org.kepu.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.kepu.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts what is done under each {@link Limit}, in the database, so that all nodes count together and a hundred at the
 * same moment are counted as a hundred. Counting has a transaction of its own: it stands though the use case fails. Who
 * was counted is kept as a keyed hash only.
 */
@Service
public class Limits {

    private static final Logger log = LoggerFactory.getLogger(Limits.class);
    private static final String EVERYBODY = "";

    private final JdbcClient database;
    private final TransactionTemplate apart;
    private final Vault vault;
    private final Clock clock;

    Limits(JdbcClient database, PlatformTransactionManager transactions, Vault vault, Clock clock) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Counts one more; whether it is within the limit.
     *
     * @param subject whom it is counted for: a contact, or {@link #place} of an address
     */
    public boolean admits(Limit limit, String subject) {
        try {
            return Boolean.TRUE.equals(apart.execute(begun -> count(limit, subject) <= limit.times()));
        } catch (DataAccessException | TransactionException uncounted) {
            log.error("{} cannot be counted, the door is {}", limit.name(), limit.isOpenInDoubt() ? "open" : "shut");
            return limit.isOpenInDoubt();
        }
    }

    /** The same for a limit that counts everybody together. */
    public boolean admits(Limit limit) {
        return admits(limit, EVERYBODY);
    }

    /** Takes one back that turned out to be right, so that it is not held against the next. */
    public void giveBack(Limit limit, String subject) {
        apart.executeWithoutResult(begun -> database.sql("""
                update guard.attempt set attempts = attempts - 1
                where rule = :rule and subject = :subject and attempts > 0""")
                .param("rule", limit.name())
                .param("subject", digest(limit, subject))
                .update());
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
    private int count(Limit limit, String subject) {
        var now = clock.instant();
        database.sql("delete from guard.attempt where until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("""
                insert into guard.attempt as tried (rule, subject, attempts, until)
                values (:rule, :subject, 1, :until)
                on conflict on constraint attempt_pk do update set attempts = tried.attempts + 1
                    where tried.attempts <= :limit
                returning attempts""")
                .param("rule", limit.name())
                .param("subject", digest(limit, subject))
                .param("until", now.plus(limit.window()).atOffset(ZoneOffset.UTC))
                .param("limit", limit.times())
                .query(Integer.class)
                .optional()
                .orElse(Integer.MAX_VALUE);
    }

    private String digest(Limit limit, String subject) {
        return vault.fingerprint("guard.attempt." + limit.name(), subject);
    }
}
