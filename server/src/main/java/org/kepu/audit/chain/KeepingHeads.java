package org.kepu.audit.chain;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.kepu.vault.Vault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the head of the chain to a file outside of the database, so that rows cut off at its end are missed. Each node
 * has a file of its own. That a new file was begun is itself an act on the trail: an old one cannot go unnoticed.
 */
@Service
public class KeepingHeads implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(KeepingHeads.class);
    private static final Actor PROGRAM = Actor.program("audit");

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Vault vault;
    private final Trail trail;
    private final Sealing sealing;
    private final AuditSettings settings;
    private final Clock clock;

    KeepingHeads(
            JdbcClient database,
            TransactionTemplate transaction,
            Vault vault,
            Trail trail,
            Sealing sealing,
            AuditSettings settings,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.vault = vault;
        this.trail = trail;
        this.sealing = sealing;
        this.settings = settings;
        this.clock = clock;
    }

    private record Grown(long position, String hash) {}

    /** Adds a line if the chain has grown. */
    @Scheduled(fixedDelayString = "${kepu.audit.heads-every:10s}", initialDelayString = "${kepu.audit.heads-every:10s}")
    public synchronized void keep() {
        var grown = database.sql("select position, hash from audit.link order by position desc limit 1")
                .query((row, number) ->
                        new Grown(row.getLong("position"), HexFormat.of().formatHex(row.getBytes("hash"))))
                .optional();
        try {
            if (grown.isPresent()) {
                writeAlone(grown.get());
            }
        } catch (IOException e) {
            log.error("the heads of the audit trail cannot be written to {}", settings.file(), e);
        }
    }

    /** A command beside the program that serves keeps the same file. */
    private void writeAlone(Grown grown) throws IOException {
        var lock = settings.file().resolveSibling("heads.lock").toAbsolutePath();
        Files.createDirectories(lock.getParent());
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            write(grown);
        }
    }

    private void write(Grown grown) throws IOException {
        var file = new HeadsFile(settings.file());
        var name = nameOf(file);
        var before = file.last();
        var last = before.flatMap(text -> Head.read(name.toString(), text, vault));
        if (last.isPresent() && last.get().position() == grown.position()) {
            return;
        }
        var line = Math.max(last.map(Head::line).orElse(0L), known(name)) + 1;
        var head = new Head(line, clock.instant().truncatedTo(ChronoUnit.SECONDS), grown.position(), grown.hash());
        var text = head.text(name.toString(), vault);
        file.add(text);
        database.sql("insert into audit.head (file, line, position, text) values (:file, :line, :position, :text)")
                .param("file", name)
                .param("line", line)
                .param("position", head.position())
                .param("text", text)
                .update();
        settings.copy().ifPresent(place -> copy(file, name, place, before, text));
    }

    private UUID nameOf(HeadsFile file) throws IOException {
        var fresh = UUID.randomUUID();
        var name = file.name(fresh);
        if (name.equals(fresh)) {
            transaction.executeWithoutResult(status -> trail.record(
                    PROGRAM,
                    Act.of("audit.act.heads-begun", "heads", name, file.path().toString())));
        }
        return name;
    }

    private long known(UUID file) {
        return database.sql("select coalesce(max(line), 0) from audit.head where file = :file")
                .param("file", file)
                .query(Long.class)
                .single();
    }

    /** Adds the line to the second place, after those that it lacks because it could not be reached for a time. */
    private static void copy(HeadsFile file, UUID name, Path place, Optional<String> before, String line) {
        var copy = new HeadsFile(copyOf(place, name));
        try {
            copy.name(name);
            var last = copy.last();
            for (var missing : last.equals(before) ? List.of(line) : missing(file, copy, last, line)) {
                copy.add(missing);
            }
        } catch (IOException e) {
            log.error("the heads of the audit trail cannot be written to their second place {}", copy.path(), e);
        }
    }

    private static List<String> missing(HeadsFile file, HeadsFile copy, Optional<String> last, String line)
            throws IOException {
        var lines = Files.readAllLines(file.path());
        var known = last.map(lines::indexOf).orElse(0);
        if (known < 0) {
            log.warn(
                    "the last line of {} is not one of {}: the copy goes on with the newest", copy.path(), file.path());
            return List.of(line);
        }
        return lines.subList(known + 1, lines.size());
    }

    /** Where the lines are written a second time: the file, or one in the folder that bears the name of the first. */
    static Path copyOf(Path place, UUID name) {
        return Files.isDirectory(place) ? place.resolve("heads-" + name) : place;
    }

    /** The last act of a node is sealed before it goes. */
    @Override
    public void destroy() {
        sealing.all();
        keep();
    }
}
