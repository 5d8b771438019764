package org.kepu.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes by night what nobody holds: uploads that came to nothing, and contents of which no file is left. */
@Component
class Sweeping {

    /** Time enough to finish a form. */
    static final Duration GRACE = Duration.ofDays(1);

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Logger log = LoggerFactory.getLogger(Sweeping.class);

    private final FileRows rows;
    private final Store store;
    private final List<FileHolder> holders;
    private final FileSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sweeping(
            FileRows rows,
            Store store,
            List<FileHolder> holders,
            FileSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.store = store;
        this.holders = List.copyOf(holders);
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Shanghai")
    void sweep() {
        var limit = clock.instant().minus(GRACE);
        int files = holders.stream().mapToInt(holder -> unheld(holder, limit)).sum();
        int contents = contents(limit);
        parts(limit);
        if (files + contents > 0) {
            log.info("{} files that nobody held are gone, and {} contents", files, contents);
        }
    }

    private int unheld(FileHolder holder, Instant limit) {
        int removed = 0;
        var after = FIRST;
        while (true) {
            var asked = rows.olderThan(limit, holder.holder(), after, AT_ONCE);
            if (asked.isEmpty()) {
                return removed;
            }
            var gone = new HashSet<>(asked);
            gone.removeAll(holder.holds(gone));
            removed += rows.remove(gone);
            after = asked.getLast().value();
        }
    }

    /** Row and content go in one transaction: who brings the same content meanwhile waits for it. */
    private int contents(Instant limit) {
        int removed = 0;
        while (true) {
            var gone = transaction.execute(status -> {
                var forgotten = rows.forgetContents(limit, AT_ONCE);
                forgotten.forEach(this::remove);
                return forgotten.size();
            });
            if (gone == null || gone == 0) {
                return removed;
            }
            removed += gone;
        }
    }

    private void remove(String sha256) {
        try {
            store.remove(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was coming in when the program was killed. */
    private void parts(Instant limit) {
        if (!Files.isDirectory(settings.incoming())) {
            return;
        }
        try (var parts = Files.list(settings.incoming())) {
            for (var part : parts.toList()) {
                if (isOlder(part, limit)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlder(Path part, Instant limit) throws IOException {
        return Files.getLastModifiedTime(part).toInstant().isBefore(limit);
    }
}
