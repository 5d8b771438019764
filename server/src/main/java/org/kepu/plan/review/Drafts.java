package org.kepu.plan.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.DocumentJson;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans under review. */
@Repository
class Drafts {

    private final JdbcClient database;
    private final DocumentJson json;
    private final Clock clock;

    Drafts(JdbcClient database, DocumentJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A draft in a list.
     *
     * @param awaited whether it is to be put in force: not so an earlier version of a plan
     */
    record Line(
            PlanId id,
            String title,
            @Nullable RegionCode region,
            @Nullable Integer periodFrom,
            @Nullable Integer periodTo,
            String fileName,
            Instant uploadedAt,
            String uploadedBy,
            boolean awaited) {}

    /** Keeps the document and its draft; false where the same document is here already. */
    boolean add(Draft draft, byte[] content, String sha256, long[] sketch, Actor by) {
        database.sql("""
                insert into plan.document (sha256, file_name, content, received_at, received_by, received_by_account)
                values (:sha256, :name, :content, :at, :by, :account) on conflict do nothing
                """)
                .param("sha256", sha256)
                .param("name", draft.fileName())
                .param("content", content)
                .param("at", Timestamp.from(draft.uploadedAt()))
                .param("by", by.name())
                .param("account", by.account())
                .update();
        return database.sql("""
                insert into plan.draft (id, sha256, region_code, title, period_from, period_to, source, structure, sketch,
                                        uploaded_at, uploaded_by, uploaded_by_account, changed_at, changed_by,
                                        changed_by_account)
                values (:id, :sha256, :region, :title, :from, :to, :source::jsonb, :structure::jsonb, :sketch,
                        :at, :by, :account, :at, :by, :account)
                on conflict (sha256) do nothing
                """)
                        .param("id", draft.id().value())
                        .param("sha256", sha256)
                        .param(
                                "region",
                                draft.region() == null ? null : draft.region().value())
                        .param("title", draft.structure().title())
                        .param("from", draft.structure().periodFrom())
                        .param("to", draft.structure().periodTo())
                        .param("source", json.of(draft.source()))
                        .param("structure", json.of(draft.structure()))
                        .param("sketch", sketch)
                        .param("at", Timestamp.from(draft.uploadedAt()))
                        .param("by", by.name())
                        .param("account", by.account())
                        .update()
                == 1;
    }

    /** Those within reach, the latest first; of the versions of a plan the last. A draft without a region is in reach of who uploaded it, and of nobody else. */
    List<Line> open(Scope scope) {
        scope.demands(Right.REVIEW_PLANS);
        return database.sql("""
                select draft.*, document.file_name, coalesce(stage, 'ISSUED') = 'ISSUED' as awaited
                  from plan.draft join plan.document using (sha256) left join plan.version on draft_id = draft.id
                 where confirmed_at is null
                   and not exists (select from plan.version later where later.line = version.line and later.number > version.number)
                   and (region_code in (select region.reach(:scopeRegions, :scopeDay)) or id = any (:scopePlans)
                        or region_code is null and uploaded_by_account = :actor)
                 order by uploaded_at desc
                """)
                .params(scope.parameters())
                .param("actor", scope.actor().account())
                .query((row, i) -> new Line(
                        new PlanId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        region(row),
                        row.getObject("period_from", Integer.class),
                        row.getObject("period_to", Integer.class),
                        row.getString("file_name"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        row.getString("uploaded_by"),
                        row.getBoolean("awaited")))
                .list();
    }

    /** A document that is here, whoever may see its draft. */
    record Held(PlanId id, boolean confirmed) {}

    Optional<Held> withDocument(String sha256) {
        return database.sql("select id, confirmed_at is not null as confirmed from plan.draft where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, i) -> new Held(new PlanId(row.getObject("id", UUID.class)), row.getBoolean("confirmed")))
                .optional();
    }

    /** The draft, if there is one within reach. */
    Optional<Draft> find(Scope scope, PlanId id) {
        scope.demands(Right.REVIEW_PLANS);
        return database.sql("""
                select draft.*, document.file_name from plan.draft join plan.document using (sha256)
                 where id = :id
                   and (region_code in (select region.reach(:scopeRegions, :scopeDay)) or id = any (:scopePlans)
                        or region_code is null and uploaded_by_account = :actor)
                """)
                .param("id", id.value())
                .params(scope.parameters())
                .param("actor", scope.actor().account())
                .query((row, i) -> draft(row))
                .optional();
    }

    /** Saves over the version that the draft was loaded with; false where someone else has saved since. */
    boolean save(Draft draft, Actor by) {
        return database.sql("""
                update plan.draft
                   set structure = :structure::jsonb, region_code = :region, title = :title,
                       period_from = :from, period_to = :to,
                       version = version + 1, changed_at = :at, changed_by = :by, changed_by_account = :account
                 where id = :id and version = :version and confirmed_at is null
                """)
                        .param("id", draft.id().value())
                        .param("version", draft.version())
                        .param("structure", json.of(draft.structure()))
                        .param(
                                "region",
                                draft.region() == null ? null : draft.region().value())
                        .param("title", draft.structure().title())
                        .param("from", draft.structure().periodFrom())
                        .param("to", draft.structure().periodTo())
                        .param("at", Timestamp.from(clock.instant()))
                        .param("by", by.name())
                        .param("account", by.account())
                        .update()
                == 1;
    }

    /** Closes the draft for good; false where it was changed or closed since. */
    boolean close(Draft draft) {
        return database.sql("""
                update plan.draft set confirmed_at = :at
                 where id = :id and version = :version and confirmed_at is null
                """)
                        .param("at", Timestamp.from(clock.instant()))
                        .param("id", draft.id().value())
                        .param("version", draft.version())
                        .update()
                == 1;
    }

    /** Throws away a draft that was uploaded by mistake, with its document; not if it was changed, closed or asked about since. */
    boolean discard(Draft draft) {
        return database.sql("""
                with gone as (delete from plan.draft where id = :id and version = :version and confirmed_at is null
                              and not exists (select from plan.consultation where draft_id = draft.id)
                              returning sha256)
                delete from plan.document using gone where document.sha256 = gone.sha256
                """)
                        .param("id", draft.id().value())
                        .param("version", draft.version())
                        .update()
                == 1;
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                new PlanId(row.getObject("id", UUID.class)),
                region(row),
                row.getString("file_name"),
                json.source(row.getString("source")),
                json.structure(row.getString("structure")),
                row.getInt("version"),
                row.getTimestamp("uploaded_at").toInstant(),
                row.getString("uploaded_by"),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("changed_by"),
                row.getTimestamp("confirmed_at") != null);
    }

    private static @Nullable RegionCode region(ResultSet row) throws SQLException {
        var code = row.getString("region_code");
        return code == null ? null : new RegionCode(code);
    }
}
