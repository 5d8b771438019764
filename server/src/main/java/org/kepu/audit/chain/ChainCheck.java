package org.kepu.audit.chain;

import static org.kepu.audit.chain.Finding.at;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.chain.Finding.Kind;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Walks along the chain. A row that was changed no longer bears its mark; where the mark is right and the hash is not,
 * the link was changed or the row is out of place.
 */
final class ChainCheck {

    private static final int BATCH = 2_000;

    /** Among so many it is worth looking which were exchanged; when there are more, the chain is in ruins anyway. */
    private static final int LOOKED_AT = 40;

    private final JdbcClient database;
    private final Vault vault;
    private final Findings findings;
    private final List<Suspect> suspects = new ArrayList<>();

    private long position;

    /** The hash of the link before, as stored, and as it should be; nothing after a gap. */
    private byte @Nullable [] stored = new byte[32];

    private byte @Nullable [] due = new byte[32];

    private boolean rewritten;

    ChainCheck(JdbcClient database, Vault vault, Findings findings) {
        this.database = database;
        this.vault = vault;
        this.findings = findings;
    }

    private record Link(
            long position,
            String algorithm,
            byte[] hash,
            @Nullable StoredEntry row) {}

    /** How many links there are. */
    long check(Path file, long sealedUpTo) {
        try (var heads = Files.exists(file) ? Verifying.open(file, vault) : null) {
            var links = walk(heads);
            suspects.stream()
                    .filter(suspect -> !suspect.followsAMovedOne(suspects))
                    .map(suspect ->
                            at(suspect.isMoved(suspects) ? Kind.ORDER_CHANGED : Kind.LINK_EDITED, suspect.position()))
                    .forEach(findings::add);
            if (sealedUpTo > position) {
                findings.add(new Finding(Kind.TAIL_CUT, position + 1, sealedUpTo));
            }
            return links;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long walk(@Nullable Heads heads) throws IOException {
        var links = 0L;
        while (true) {
            var batch = after(position);
            for (var link : batch) {
                var sound = isSound(link);
                if (sound && heads != null && !rewritten) {
                    compare(link, heads.at(link.position()));
                }
            }
            links += batch.size();
            if (batch.size() < BATCH) {
                return links;
            }
        }
    }

    private List<Link> after(long last) {
        return database.sql("select l.position, l.algorithm, l.hash, " + StoredEntry.COLUMNS + """

                from (select * from audit.link where position > :last order by position limit :batch) l
                left join audit.entry e on e.number = l.entry
                order by l.position
                """)
                .param("last", last)
                .param("batch", BATCH)
                .query(ChainCheck::link)
                .list();
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(
                row.getLong("position"),
                row.getString("algorithm"),
                row.getBytes("hash"),
                row.getObject("number") == null ? null : StoredEntry.of(row));
    }

    /** Whether the link and its row are as they should be; otherwise says what is not. */
    private boolean isSound(Link link) {
        if (link.position() > position + 1) {
            findings.add(new Finding(Kind.LINK_REMOVED, position + 1, link.position() - 1));
            stored = null;
            due = null;
        }
        position = link.position();
        var sound = link.row() == null ? removed() : fits(link, link.row());
        stored = link.hash();
        return sound;
    }

    private boolean removed() {
        findings.add(at(Kind.ROW_REMOVED, position));
        due = null;
        return false;
    }

    private boolean fits(Link link, StoredEntry row) {
        var algorithm = HashAlgorithm.read(link.algorithm()).orElse(HashAlgorithm.SHA_256);
        var before = stored;
        var computed = before == null ? null : row.hash(algorithm, before, position);
        var fits = computed == null
                || Arrays.equals(computed, link.hash())
                || due != null && Arrays.equals(row.hash(algorithm, due, position), link.hash());
        due = fits ? link.hash() : computed;
        if (!Verifying.isGenuine(row, vault)) {
            findings.add(at(fits && computed != null ? Kind.ROW_FORGED : Kind.ROW_EDITED, position));
            return false;
        }
        if (!fits && before != null) {
            suspect(new Suspect(position, before, algorithm, link.hash(), row));
        }
        return fits;
    }

    private void suspect(Suspect suspect) {
        if (suspects.size() < LOOKED_AT) {
            suspects.add(suspect);
        } else {
            findings.add(at(Kind.LINK_EDITED, suspect.position()));
        }
    }

    private void compare(Link link, @Nullable Head head) {
        if (head != null && !head.hash().equals(HexFormat.of().formatHex(link.hash()))) {
            findings.add(at(Kind.REWRITTEN, link.position()));
            rewritten = true;
        }
    }
}
