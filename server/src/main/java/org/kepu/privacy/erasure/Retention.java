package org.kepu.privacy.erasure;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.privacy.Purposes;
import org.kepu.privacy.Retained;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Removes every night what the register says has been kept long enough, and keeps a book of it (个人信息保护法第十九条). */
@Service
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private final Purposes purposes;
    private final Map<String, Retained> rules;
    private final JdbcClient database;
    private final Trail trail;
    private final TransactionOperations transactions;
    private final Clock clock;

    Retention(
            Purposes purposes,
            List<Retained> rules,
            JdbcClient database,
            Trail trail,
            TransactionOperations transactions,
            Clock clock) {
        this.purposes = purposes;
        this.rules = rules.stream().collect(toUnmodifiableMap(Retained::rule, Function.identity()));
        this.database = database;
        this.trail = trail;
        this.transactions = transactions;
        this.clock = clock;
        for (var purpose : purposes.all()) {
            var rule = purpose.rule();
            if (rule != null && !this.rules.containsKey(rule)) {
                throw new IllegalStateException("the register trusts a rule that nobody keeps: " + rule);
            }
        }
    }

    /** A line of the book. */
    public record Removal(String rule, Instant older, int removed, Instant at) {}

    /** Half past two in the night, when nobody works. Several nodes at once remove the same rows once. */
    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
    public void remove() {
        for (var purpose : purposes.all()) {
            var rule = purpose.rule();
            if (rule != null) {
                var limit = clock.instant().minus(Duration.ofDays(purpose.days()));
                removeAll(rule, limit);
            }
        }
    }

    /** A rule that fails is told to whoever runs the site, and does not keep the others from their work. */
    private void removeAll(String rule, Instant limit) {
        try {
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transactions.execute(status -> remove(rule, limit)));
            }
        } catch (RuntimeException fault) {
            log.error("the rule {} of the register was not kept tonight: {}", rule, fault.getClass());
        }
    }

    /** Whether there was something to remove: then there may be more. */
    private boolean remove(String rule, Instant limit) {
        var keeper = rules.get(rule);
        var removed = keeper == null ? 0 : keeper.removeOlderThan(limit);
        if (removed > 0) {
            database.sql("insert into privacy.removal (rule, older, removed, at) values (:rule, :older, :removed, :at)")
                    .param("rule", rule)
                    .param("older", limit.atOffset(ZoneOffset.UTC))
                    .param("removed", removed)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            trail.record(
                    Actor.program("retention"),
                    Act.of("privacy.act.expired", "retention", rule, rule)
                            .changed("privacy.proof.removed", 0, removed));
        }
        return removed > 0;
    }

    /** The book, the last first. It names nobody. */
    public List<Removal> book(Scope scope) {
        scope.demands(Right.KEEP_PRIVACY);
        return database.sql("select rule, older, removed, at from privacy.removal order by id desc limit 200")
                .query(Retention::removal)
                .list();
    }

    private static Removal removal(ResultSet row, int number) throws SQLException {
        return new Removal(
                row.getString("rule"),
                row.getObject("older", OffsetDateTime.class).toInstant(),
                row.getInt("removed"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
