package org.kepu.activity.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.activity.Rows;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.page.NotFound;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Tables of activities: handed in and read on trial, then taken over once, as a whole. Their bytes are kept for a day, then only their reports. */
@Service
class ActivitySheets {

    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int MOST_ROWS = 20_000;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final ImportingActivities importing;
    private final Bodies bodies;
    private final Trail trail;
    private final JsonMapper json;
    private final Clock clock;

    ActivitySheets(
            JdbcClient database,
            ImportingActivities importing,
            Bodies bodies,
            Trail trail,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.importing = importing;
        this.bodies = bodies;
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

    /** The divisions in whose name one can hand a file in: one's own, and those of one's bodies. */
    List<RegionCode> divisions(Scope scope) {
        scope.demands(Right.RUN_ACTIVITIES);
        return Stream.concat(
                        scope.regions().stream(),
                        bodies.all(scope.bodies()).values().stream().map(Body::region))
                .distinct()
                .sorted()
                .toList();
    }

    Receipt receive(Scope scope, String fileName, Path file, RegionCode numbering) throws IOException {
        if (!divisions(scope).contains(numbering)) {
            throw new NotFound();
        }
        try {
            var checked = importing.check(scope, Sheet.of(file, MOST_BYTES, MOST_ROWS), numbering);
            return new Receipt.Checked(keep(scope, fileName, Files.readAllBytes(file), numbering, checked));
        } catch (UnreadableSheet e) {
            return new Receipt.Unreadable(e.reason());
        }
    }

    private UUID keep(Scope scope, String fileName, byte[] content, RegionCode numbering, ImportReport checked) {
        var now = clock.instant();
        database.sql("update activity.sheet set content = null where content is not null and uploaded_at < :before")
                .param("before", Rows.at(now.minus(KEPT)))
                .update();
        return database.sql("""
                        insert into activity.sheet (id, file_name, region, content, checked, uploaded_at, uploaded_by)
                        values (gen_random_uuid(), :fileName, :region, :content, :checked::jsonb, :now, :by) returning id
                        """)
                .param("fileName", fileName.isBlank() ? "-" : fileName)
                .param("region", numbering.value())
                .param("content", content)
                .param("checked", json.writeValueAsString(checked))
                .param("now", Rows.at(now))
                .param("by", scope.actor().account())
                .query(UUID.class)
                .single();
    }

    /** The table, if its division is within reach, or one handed it in oneself. */
    Optional<ActivitySheet> find(Scope scope, UUID id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("""
                        select id, file_name, region, uploaded_at, checked::text, imported::text, content is not null as kept
                        from activity.sheet
                        where id = :id and (region in (select region.reach(:scopeRegions, :scopeDay)) or uploaded_by = :me)
                        """)
                .param("id", id)
                .param("me", scope.actor().account())
                .params(scope.parameters())
                .query(this::sheet)
                .optional();
    }

    private ActivitySheet sheet(ResultSet row, int number) throws SQLException {
        var imported = row.getString("imported");
        return new ActivitySheet(
                row.getObject("id", UUID.class),
                row.getString("file_name"),
                new RegionCode(row.getString("region")),
                Rows.moment(row, "uploaded_at"),
                json.readValue(row.getString("checked"), ImportReport.class),
                imported == null ? null : json.readValue(imported, ImportReport.class),
                row.getBoolean("kept"));
    }

    /** Takes it over, all good rows or none; a second click waits for the first, and finds it done. */
    @Transactional
    public ActivitySheet takeOver(Scope scope, UUID id) {
        var found = find(scope, id).orElseThrow(NotFound::new);
        database.sql("select id from activity.sheet where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .single();
        var sheet = find(scope, id).orElseThrow(NotFound::new);
        if (!sheet.canBeTakenOver()) {
            return sheet;
        }
        var report = run(scope, sheet);
        database.sql("update activity.sheet set imported = :report::jsonb, content = null where id = :id")
                .param("id", id)
                .param("report", json.writeValueAsString(report))
                .update();
        trail.record(
                scope.actor(),
                Act.of("sheet.act.imported", "activity-sheet", id, found.fileName())
                        .in(found.region())
                        .changed("sheet.read", null, report.read())
                        .changed("sheet.written", null, report.written())
                        .changed("sheet.rejected", null, report.rejected()));
        return find(scope, id).orElseThrow(NotFound::new);
    }

    private ImportReport run(Scope scope, ActivitySheet sheet) {
        try {
            var file = Files.createTempFile("kepu-activities", "");
            try {
                Files.write(file, content(sheet.id()));
                return importing.run(scope, Sheet.of(file, MOST_BYTES, MOST_ROWS), sheet.region());
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] content(UUID id) {
        return database.sql("select content from activity.sheet where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
    }
}
