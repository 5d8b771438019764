package org.kepu.audit.chain;

import static org.kepu.audit.chain.Finding.at;

import java.time.Clock;
import java.time.Duration;
import org.kepu.audit.chain.Finding.Kind;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that wait for their place in the chain: how many, and whether the program wrote them. */
final class UnsealedCheck {

    private static final int BATCH = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;
    private final Findings findings;

    UnsealedCheck(JdbcClient database, Vault vault, Clock clock, Findings findings) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.findings = findings;
    }

    record Waiting(long rows, long late) {}

    Waiting check() {
        var late = clock.instant().minus(PATIENCE);
        var waiting = new Waiting(0, 0);
        var after = Long.MIN_VALUE;
        while (true) {
            var rows = database.sql("select " + StoredEntry.COLUMNS + """

                    from audit.entry e
                    where e.number > :after and not exists (select from audit.link where link.entry = e.number)
                    order by e.number
                    limit :batch
                    """)
                    .param("after", after)
                    .param("batch", BATCH)
                    .query((row, number) -> StoredEntry.of(row))
                    .list();
            for (var row : rows) {
                if (!Verifying.isGenuine(row, vault)) {
                    findings.add(at(Kind.STRAY_FORGED, row.number()));
                }
                waiting = new Waiting(
                        waiting.rows() + 1, waiting.late() + (row.entry().at().isBefore(late) ? 1 : 0));
            }
            if (rows.size() < BATCH) {
                return waiting;
            }
            after = rows.getLast().number();
        }
    }
}
