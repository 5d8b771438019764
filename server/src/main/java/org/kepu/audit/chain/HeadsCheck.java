package org.kepu.audit.chain;

import static org.kepu.audit.chain.Finding.at;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.chain.Finding.Kind;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the files outside of the database hold the lines that were written there, each and unchanged. */
final class HeadsCheck {

    private final JdbcClient database;
    private final Vault vault;
    private final Findings findings;
    private long lines;
    private long sealedUpTo;

    HeadsCheck(JdbcClient database, Vault vault, Findings findings) {
        this.database = database;
        this.vault = vault;
        this.findings = findings;
    }

    /** How a file may fail. */
    private record Failings(Kind edited, Kind missing, Kind gone) {}

    private static final Failings OF_FILE = new Failings(Kind.HEADS_EDITED, Kind.HEADS_MISSING, Kind.HEADS_GONE);
    private static final Failings OF_COPY = new Failings(Kind.COPY_EDITED, Kind.COPY_MISSING, Kind.COPY_GONE);

    long lines() {
        return lines;
    }

    long sealedUpTo() {
        return sealedUpTo;
    }

    void check(Path file, Optional<Path> copy) {
        try {
            var name = check(file, OF_FILE);
            if (copy.isPresent() && name != null) {
                check(KeepingHeads.copyOf(copy.get(), name), OF_COPY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable UUID check(Path file, Failings failings) throws IOException {
        if (!Files.exists(file)) {
            if (known(null) > 0) {
                findings.add(at(failings.gone(), 0));
            }
            return null;
        }
        try (var heads = Verifying.open(file, vault)) {
            var expected = 1L;
            for (var line = heads.line(); line != null; line = heads.line()) {
                expected = next(line.head(), expected, failings);
            }
            var name = heads.name();
            var last = name == null ? 0 : known(name);
            if (name == null) {
                findings.add(at(failings.edited(), 0));
            } else if (last >= expected) {
                findings.add(new Finding(failings.missing(), expected, last));
            }
            return name;
        }
    }

    private long next(@Nullable Head head, long expected, Failings failings) {
        if (head == null || head.line() < expected) {
            findings.add(at(failings.edited(), expected));
            return expected + 1;
        }
        if (head.line() > expected) {
            findings.add(new Finding(failings.missing(), expected, head.line() - 1));
        }
        if (failings == OF_FILE) {
            lines++;
            sealedUpTo = Math.max(sealedUpTo, head.position());
        }
        return head.line() + 1;
    }

    /** The last line that the database remembers of a file, or of any. */
    private long known(@Nullable UUID file) {
        return database.sql("select coalesce(max(line), 0) from audit.head where :file::uuid is null or file = :file")
                .param("file", file)
                .query(Long.class)
                .single();
    }
}
