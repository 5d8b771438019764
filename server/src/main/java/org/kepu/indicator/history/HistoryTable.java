package org.kepu.indicator.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of files in the database, packed and in parts, so that any node can take one over and none holds it whole. */
@Component
class HistoryTable {

    private static final int PART = 1024 * 1024;
    private static final Duration KEPT = Duration.ofDays(1);

    /** How long after its last piece an import counts as still running. */
    private static final Duration RUNNING = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    HistoryTable(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    UUID keep(UUID by, String fileName, RegionCode numbering, ImportReport checked, InputStream bytes)
            throws IOException {
        var id = database.sql("""
                        insert into indicator.history (file_name, numbering, uploaded_at, uploaded_by, checked)
                        values (:fileName, :numbering, :now, :by, :checked::jsonb)
                        returning id
                        """)
                .param("fileName", fileName.isBlank() ? "-" : fileName)
                .param("numbering", numbering.value())
                .param("now", now())
                .param("by", by)
                .param("checked", json.writeValueAsString(checked))
                .query(UUID.class)
                .single();
        int number = 0;
        for (var part = bytes.readNBytes(PART); part.length > 0; part = bytes.readNBytes(PART)) {
            database.sql("insert into indicator.history_part (history, number, bytes) values (:id, :number, :bytes)")
                    .param("id", id)
                    .param("number", number++)
                    .param("bytes", part)
                    .update();
        }
        return id;
    }

    Optional<HistoryFile> find(Scope scope, UUID id) {
        return database.sql("""
                        select id, file_name, numbering, uploaded_at, checked::text, imported::text,
                               exists (select from indicator.history_part where history = id) as kept
                        from indicator.history
                        where id = :id and numbering in (select region.reach(:scopeRegions, :scopeDay))
                        """)
                .param("id", id)
                .params(scope.parameters())
                .query((row, number) -> new HistoryFile(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        new RegionCode(row.getString("numbering")),
                        row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("checked"), ImportReport.class),
                        row.getString("imported") == null
                                ? null
                                : json.readValue(row.getString("imported"), ImportReport.class),
                        row.getBoolean("kept")))
                .optional();
    }

    /** Takes a file for oneself; says whether it was free, and whether it had been begun before. */
    Optional<Boolean> take(UUID id) {
        return database.sql("""
                        with before as (
                            select id, moved_at from indicator.history where id = :id for update
                        )
                        update indicator.history set moved_at = :now
                        from before
                        where history.id = before.id and imported is null
                          and (before.moved_at is null or before.moved_at < :stale)
                        returning before.moved_at is not null
                        """)
                .param("id", id)
                .param("now", now())
                .param("stale", now().minus(RUNNING))
                .query(Boolean.class)
                .optional();
    }

    /** A piece of it is done. */
    void moved(UUID id) {
        database.sql("update indicator.history set moved_at = :now where id = :id")
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Remembers from which lines the facts come. */
    void opens(UUID id, List<Long> facts, List<Integer> lines) {
        database.sql("""
                        insert into indicator.history_line (fact, history, line)
                        select fact, :id, line from unnest(:facts, :lines) as told (fact, line)
                        """)
                .param("id", id)
                .param("facts", facts.toArray(Long[]::new))
                .param("lines", lines.toArray(Integer[]::new))
                .update();
    }

    /** It is through: its bytes are no longer needed. */
    void done(UUID id, ImportReport report) {
        database.sql("update indicator.history set imported = :report::jsonb where id = :id and imported is null")
                .param("id", id)
                .param("report", json.writeValueAsString(report))
                .update();
        database.sql("delete from indicator.history_part where history = :id")
                .param("id", id)
                .update();
    }

    /** Its bytes in a file of this node, to be deleted after use. */
    Path unfold(UUID id) throws IOException {
        var file = Files.createTempFile("kepu-history", "");
        try (var parts = database
                        .sql("select number from indicator.history_part where history = :id order by number")
                        .param("id", id)
                        .query(Integer.class)
                        .stream();
                var written = Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)) {
            parts.forEach(number -> {
                try {
                    written.write(database.sql(
                                    "select bytes from indicator.history_part where history = :id and number = :number")
                            .param("id", id)
                            .param("number", number)
                            .query(byte[].class)
                            .single());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return file;
    }

    void forgetOld() {
        database.sql("""
                        delete from indicator.history_part using indicator.history
                        where history_part.history = history.id and uploaded_at < :before
                        """).param("before", now().minus(KEPT)).update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
