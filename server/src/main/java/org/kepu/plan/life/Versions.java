package org.kepu.plan.life;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.plan.DocumentJson;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.SourceText;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The versions of a plan (初稿, 征求意见稿, 印发稿). Only those who prepare the plan see them before it is issued. */
@Service
class Versions {

    private final JdbcClient database;
    private final DocumentJson json;
    private final Trail trail;

    Versions(JdbcClient database, DocumentJson json, Trail trail) {
        this.database = database;
        this.json = json;
        this.trail = trail;
    }

    /** All versions of the plan that this one belongs to, the first one first; none where it is not within reach. */
    List<Version> of(Scope scope, PlanId id) {
        scope.demands(Right.REVIEW_PLANS);
        return database.sql("""
                with asked as (select coalesce((select line from plan.version where draft_id = :id), :id) as line)
                select draft.id, asked.line, draft.title, file_name, uploaded_at, uploaded_by,
                       confirmed_at is not null as in_force, coalesce(stage, 'ISSUED') as stage, coalesce(number, 1) as number
                  from asked cross join plan.draft join plan.document using (sha256)
                  left join plan.version on version.draft_id = draft.id
                 where (version.line = asked.line or draft.id = :id)
                   and (region_code in (select region.reach(:scopeRegions, :scopeDay)) or draft.id = any (:scopePlans)
                        or region_code is null and uploaded_by_account = :actor)
                 order by number
                """)
                .param("id", id.value())
                .params(scope.parameters())
                .param("actor", scope.actor().account())
                .query((row, i) -> new Version(
                        new PlanId(row.getObject("id", UUID.class)),
                        row.getObject("line", UUID.class),
                        row.getInt("number"),
                        Stage.valueOf(row.getString("stage")),
                        row.getString("title"),
                        row.getString("file_name"),
                        row.getTimestamp("uploaded_at").toInstant(),
                        row.getString("uploaded_by"),
                        row.getBoolean("in_force")))
                .list();
    }

    /** @throws NotFound if there is no such version within reach */
    Version get(Scope scope, PlanId id) {
        return of(scope, id).stream()
                .filter(version -> version.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** The document of a version as text. */
    SourceText source(Scope scope, PlanId id) {
        get(scope, id);
        return database.sql("select source from plan.draft where id = :id")
                .param("id", id.value())
                .query((row, i) -> json.source(row.getString("source")))
                .single();
    }

    /** The document itself, as it came. */
    byte[] document(Scope scope, PlanId id) {
        get(scope, id);
        return database.sql("select content from plan.document join plan.draft using (sha256) where id = :id")
                .param("id", id.value())
                .query((row, i) -> row.getBytes("content"))
                .single();
    }

    ParsedPlan structure(Scope scope, PlanId id) {
        get(scope, id);
        return database.sql("select structure from plan.draft where id = :id")
                .param("id", id.value())
                .query((row, i) -> json.structure(row.getString("structure")))
                .single();
    }

    Optional<RegionCode> region(Scope scope, PlanId id) {
        get(scope, id);
        return database.sql("select region_code from plan.draft where id = :id and region_code is not null")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(RegionCode::new);
    }

    /**
     * Takes a document as the next version of a plan. One that stands in a line already stays there.
     *
     * @return whether it has joined
     */
    @Transactional
    boolean join(Scope scope, PlanId plan, PlanId fresh, Stage stage) {
        var before = of(scope, plan);
        var known = before.stream().filter(version -> version.id().equals(plan)).findFirst();
        if (known.isEmpty()) {
            throw new NotFound();
        }
        get(scope, fresh);
        begin(known.get());
        hold(known.get().line());
        var joined = database.sql("""
                insert into plan.version (draft_id, line, number, stage)
                select :draft, :line, (select max(number) + 1 from plan.version where line = :line), :stage
                on conflict do nothing
                """)
                        .param("draft", fresh.value())
                        .param("line", known.get().line())
                        .param("stage", stage.name())
                        .update()
                == 1;
        if (joined) {
            settleRegion(plan, fresh);
            trail.record(scope.actor(), act(scope, "life.act.version", fresh).changed("life.stage", null, stage));
        }
        return joined;
    }

    /** Says what a version is; not of one that is in force. */
    @Transactional
    boolean mark(Scope scope, PlanId id, Stage stage) {
        var version = get(scope, id);
        if (version.inForce() || version.stage() == stage) {
            return false;
        }
        begin(version);
        database.sql("update plan.version set stage = :stage where draft_id = :draft")
                .param("stage", stage.name())
                .param("draft", id.value())
                .update();
        trail.record(scope.actor(), act(scope, "life.act.stage", id).changed("life.stage", version.stage(), stage));
        return true;
    }

    /** A draft that was a line of its own is from now on written down as one. */
    private void begin(Version version) {
        database.sql("""
                insert into plan.version (draft_id, line, number, stage) values (:draft, :line, 1, :stage)
                on conflict do nothing
                """)
                .param("draft", version.id().value())
                .param("line", version.line())
                .param("stage", version.stage().name())
                .update();
    }

    /** Of two that join a line at once the second waits, and is counted after the first. */
    private void hold(UUID line) {
        database.sql("select draft_id from plan.version where line = :line order by number for update")
                .param("line", line)
                .query(UUID.class)
                .list();
    }

    /** A version is for the same division as the ones before it. */
    private void settleRegion(PlanId plan, PlanId fresh) {
        database.sql("""
                update plan.draft fresh set region_code = earlier.region_code from plan.draft earlier
                 where earlier.id = :plan and fresh.id = :fresh and fresh.region_code is null
                """)
                .param("plan", plan.value())
                .param("fresh", fresh.value())
                .update();
    }

    private Act act(Scope scope, String key, PlanId id) {
        return Act.of(key, "plan", id, get(scope, id).title())
                .in(region(scope, id).orElse(null));
    }
}
