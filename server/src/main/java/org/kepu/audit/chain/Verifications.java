package org.kepu.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The verification of each night, and what is on record of it. */
@Service
public class Verifications {

    private static final Logger log = LoggerFactory.getLogger(Verifications.class);

    private final JdbcClient database;
    private final Verifying verifying;
    private final Clock clock;

    Verifications(JdbcClient database, Verifying verifying, Clock clock) {
        this.database = database;
        this.verifying = verifying;
        this.clock = clock;
    }

    /** A verification on record; the findings are the first of them. */
    public record Done(Instant at, long rows, List<Finding> findings) {

        public Done {
            findings = List.copyOf(findings);
        }

        public boolean whole() {
            return findings.isEmpty();
        }
    }

    /** The newest on record. */
    public Optional<Done> last(Scope scope) {
        scope.demands(Right.READ_TRAIL);
        return database.sql("select at, rows, findings from audit.verification order by at desc limit 1")
                .query(Verifications::done)
                .optional();
    }

    @Scheduled(cron = "0 30 2 * * *", zone = "Asia/Shanghai")
    void verify() {
        var verdict = verifying.verify();
        if (!verdict.whole()) {
            log.error("the audit trail was tampered with: {} findings; see kepu audit verify", verdict.found());
        }
        database.sql(
                        "insert into audit.verification (at, rows, millis, findings) values (:at, :rows, :millis, :findings)")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("rows", verdict.links() + verdict.unsealed())
                .param("millis", verdict.took().toMillis())
                .param(
                        "findings",
                        verdict.findings().stream().map(Finding::text).toArray(String[]::new))
                .update();
    }

    private static Done done(ResultSet row, int number) throws SQLException {
        return new Done(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("rows"),
                Arrays.stream((String[]) row.getArray("findings").getArray())
                        .map(Finding::read)
                        .toList());
    }
}
