package org.kepu.audit.chain;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives rows their place in the chain once they are committed. Writers never wait for each other: whoever records an act
 * adds a row and no more. Of several nodes one seals at a time. A row that was committed just before its node died is
 * sealed by the next round, whoever runs it.
 */
@Service
public class Sealing implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Sealing.class);

    private static final long ONE_AT_A_TIME = 0x6b657075_7365616cL;
    private static final int BATCH = 1_000;
    private static final byte[] BEGINNING = new byte[32];

    /** So long a round rests, and acts gather for the next one: a round for each would cost more than the acts. */
    private static final Duration REST = Duration.ofMillis(100);

    /** A round looks among the newest rows only; what a long transaction committed late is found by a sweep over all. */
    private static final int NEWEST = 5_000;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final HashAlgorithm algorithm;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ExecutorService sealer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("sealer").factory());

    Sealing(JdbcClient database, TransactionTemplate transaction, AuditSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.algorithm = settings.hash();
    }

    private record Head(long position, byte[] hash) {}

    /** Seals without being waited for. */
    @Scheduled(fixedDelayString = "${kepu.audit.seal-every:1s}")
    public void soon() {
        if (asked.compareAndSet(false, true)) {
            try {
                sealer.execute(() -> {
                    asked.set(false);
                    newest();
                    LockSupport.parkNanos(REST.toNanos());
                });
            } catch (RejectedExecutionException closing) {
                log.debug("the next start seals", closing);
            }
        }
    }

    /** Seals everything that is committed; how many rows that were. */
    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public int all() {
        return CompletableFuture.supplyAsync(this::sweep, sealer).join();
    }

    private void newest() {
        try {
            if (batch(NEWEST) == BATCH) {
                sweep();
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("the audit trail could not be sealed now; the next round tries again", e);
        }
    }

    private int sweep() {
        var sealed = 0;
        int now;
        do {
            now = batch(Integer.MAX_VALUE);
            sealed += now;
        } while (now == BATCH);
        return sealed;
    }

    private int batch(int newest) {
        Integer sealed = transaction.execute(status -> isOurTurn() ? seal(newest) : 0);
        return sealed == null ? 0 : sealed;
    }

    private boolean isOurTurn() {
        return database.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query(Boolean.class)
                .single();
    }

    private int seal(int newest) {
        var rows = unsealed(newest);
        if (rows.isEmpty()) {
            return 0;
        }
        var head = head();
        var hash = head.hash();
        var hashes = new String[rows.size()];
        for (var i = 0; i < rows.size(); i++) {
            hash = rows.get(i).hash(algorithm, hash, head.position() + i + 1);
            hashes[i] = HexFormat.of().formatHex(hash);
        }
        database.sql("""
                insert into audit.link (position, entry, algorithm, hash)
                select position, entry, :algorithm, decode(hash, 'hex')
                from unnest(:positions, :entries, :hashes) as sealed (position, entry, hash)
                """)
                .param("algorithm", algorithm.word())
                .param(
                        "positions",
                        IntStream.rangeClosed(1, rows.size())
                                .mapToObj(i -> head.position() + i)
                                .toArray(Long[]::new))
                .param("entries", rows.stream().map(StoredEntry::number).toArray(Long[]::new))
                .param("hashes", hashes)
                .update();
        return rows.size();
    }

    private List<StoredEntry> unsealed(int newest) {
        return database.sql("select " + StoredEntry.COLUMNS + """

                from audit.entry e
                where e.number > (select coalesce(max(number), 0) - :newest from audit.entry)
                and not exists (select from audit.link where link.entry = e.number)
                order by e.number
                limit :batch
                """)
                .param("newest", newest)
                .param("batch", BATCH)
                .query((row, number) -> StoredEntry.of(row))
                .list();
    }

    private Head head() {
        return database.sql("select position, hash from audit.link order by position desc limit 1")
                .query((row, number) -> new Head(row.getLong("position"), row.getBytes("hash")))
                .optional()
                .orElse(new Head(0, BEGINNING));
    }

    @Override
    public void destroy() {
        sealer.close();
    }
}
