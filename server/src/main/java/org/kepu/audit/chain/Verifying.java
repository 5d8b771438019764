package org.kepu.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.modulith.NamedInterface;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds what was done to the trail behind the program's back. It reads all of it, some rows at a time, as it was at one
 * moment; the program may go on writing.
 */
@NamedInterface("verifying")
public final class Verifying {

    private final JdbcClient database;
    private final TransactionTemplate moment;
    private final Vault vault;
    private final Path heads;
    private final Optional<Path> copy;
    private final Clock clock;

    /**
     * @param heads the file outside of the database
     * @param copy the second place of its lines: a file or a folder
     */
    public Verifying(DataSource database, Vault vault, Path heads, Optional<Path> copy, Clock clock) {
        this.database = JdbcClient.create(database);
        this.moment = new TransactionTemplate(new JdbcTransactionManager(database));
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.moment.setReadOnly(true);
        this.vault = vault;
        this.heads = heads;
        this.copy = copy;
        this.clock = clock;
    }

    /**
     * Reads the whole trail.
     *
     * @throws UncheckedIOException if a file cannot be read
     */
    public Verdict verify() {
        var began = System.nanoTime();
        var findings = new Findings();
        var files = new HeadsCheck(database, vault, findings);
        files.check(heads, copy);
        var counts = moment.execute(status -> {
            var chain = new ChainCheck(database, vault, findings).check(heads, files.sealedUpTo());
            var waiting = new UnsealedCheck(database, vault, clock, findings).check();
            return new long[] {chain, waiting.rows(), waiting.late()};
        });
        return new Verdict(
                counts[0],
                counts[1],
                counts[2],
                files.lines(),
                files.sealedUpTo(),
                findings.count(),
                findings.first(),
                Duration.ofNanos(System.nanoTime() - began));
    }

    static boolean isGenuine(StoredEntry row, Vault vault) {
        return MessageDigest.isEqual(
                row.mark(), vault.mac(Entry.MARK, row.entry().canonical()));
    }

    static Heads open(Path file, Vault vault) {
        try {
            return new Heads(file, vault);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
