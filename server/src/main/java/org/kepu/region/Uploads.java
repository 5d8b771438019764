package org.kepu.region;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.region.view.Upload;
import org.kepu.shared.ImportReport;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Files on their way into the tree: handed in and checked, then imported once. Kept for a day, then only their reports. */
@Service
class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final RegionImport imports;
    private final Trail trail;
    private final JsonMapper json;
    private final Clock clock;

    Uploads(JdbcClient jdbc, RegionImport imports, Trail trail, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    /** What became of a file that was handed in. */
    sealed interface Receipt {
        record Checked(UUID id) implements Receipt {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Receipt {}
    }

    Receipt receive(Scope scope, String fileName, byte[] content, LocalDate since, String basis) {
        scope.demands(Right.KEEP_REGIONS);
        forgetOld();
        ImportReport report;
        try {
            report = imports.check(scope, Sheet.of(content), since, basis);
        } catch (UnreadableSheet e) {
            return new Receipt.Unreadable(e.reason());
        }
        var id = jdbc.sql("""
                        insert into region.upload (file_name, content, since, basis, uploaded_at, uploaded_by, checked)
                        values (:fileName, :content, :since, :basis, :now, :actor, cast(:report as jsonb))
                        returning id
                        """)
                .param("fileName", fileName.isBlank() ? "-" : fileName)
                .param("content", content)
                .param("since", since)
                .param("basis", basis)
                .param("now", at(clock.instant()))
                .param("actor", scope.actor().account())
                .param("report", json.writeValueAsString(report))
                .query(UUID.class)
                .single();
        return new Receipt.Checked(id);
    }

    /** The file, if it was handed in by whoever asks: an import belongs to who made it. */
    Optional<Upload> find(Scope scope, UUID id) {
        scope.demands(Right.KEEP_REGIONS);
        return jdbc.sql("""
                        select id, file_name, since, basis, checked::text, imported::text, content is not null as kept
                        from region.upload where id = :id and uploaded_by = :actor
                        """)
                .param("id", id)
                .param("actor", scope.actor().account())
                .query((row, number) -> new Upload(
                        row.getObject("id", UUID.class),
                        row.getString("file_name"),
                        row.getObject("since", LocalDate.class),
                        row.getString("basis"),
                        json.readValue(row.getString("checked"), ImportReport.class),
                        row.getString("imported") == null
                                ? null
                                : json.readValue(row.getString("imported"), ImportReport.class),
                        row.getBoolean("kept")))
                .optional();
    }

    /** Imports the file, unless that has been done: a second click changes neither the tree nor the report. */
    @Transactional
    public Optional<Upload> carryOut(Scope scope, UUID id) {
        scope.demands(Right.KEEP_REGIONS);
        var content = jdbc.sql("""
                        select content from region.upload
                        where id = :id and uploaded_by = :actor and imported is null and content is not null
                        for update
                        """)
                .param("id", id)
                .param("actor", scope.actor().account())
                .query(byte[].class)
                .optional();
        var upload = find(scope, id);
        if (content.isPresent() && upload.isPresent()) {
            var file = upload.get();
            var report = imports.run(scope, Sheet.of(content.get()), file.since(), file.basis());
            jdbc.sql("""
                            update region.upload
                            set imported = cast(:report as jsonb), imported_at = :now, content = null
                            where id = :id
                            """)
                    .param("report", json.writeValueAsString(report))
                    .param("now", at(clock.instant()))
                    .param("id", id)
                    .update();
            trail.record(
                    scope.actor(),
                    Act.of("region.act.imported", "region-list", id, file.fileName())
                            .changed("region.report.read", null, report.read())
                            .changed("region.report.written", null, report.written())
                            .changed("region.report.rejected", null, report.rejected())
                            .because(file.basis()));
        }
        return find(scope, id);
    }

    private void forgetOld() {
        jdbc.sql("update region.upload set content = null where content is not null and uploaded_at < :before")
                .param("before", at(clock.instant().minus(KEPT)))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
