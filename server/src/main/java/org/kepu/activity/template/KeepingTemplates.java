package org.kepu.activity.template;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Described;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Rows;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps activities as patterns: for a body, or for an office, which may let those below use them. */
@Service
public class KeepingTemplates {

    /** Whether a template {@code t} is one's own: of a division within reach, or of one's body. */
    private static final String OWN = """
            (t.region in (select region.reach(:scopeRegions, :scopeDay)) or t.body = any (:scopeBodies))
            """;

    /** Whether it was shared by an office above one of one's divisions, or above one of one's bodies. */
    private static final String FROM_ABOVE = """
            (t.shared and exists (select from region.reach(array[t.region], :scopeDay) as below (code)
                                  where below.code = any (:below::text[])))
            """;

    private static final int MOST = 200;

    private final JdbcClient database;
    private final OwnActivities activities;
    private final Bodies bodies;
    private final Regions regions;
    private final Trail trail;
    private final JsonMapper json;
    private final Clock clock;

    KeepingTemplates(
            JdbcClient database,
            OwnActivities activities,
            Bodies bodies,
            Regions regions,
            Trail trail,
            JsonMapper json,
            Clock clock) {
        this.database = database;
        this.activities = activities;
        this.bodies = bodies;
        this.regions = regions;
        this.trail = trail;
        this.json = json;
        this.clock = clock;
    }

    private record Content(Described told, @Nullable SessionPattern session) {}

    /** What became of keeping one. */
    public sealed interface Kept {
        record Done() implements Kept {}

        /** The same form was sent before. */
        record Before() implements Kept {}

        /** The same keeper has one of this name. */
        record NameTaken() implements Kept {}
    }

    /**
     * Keeps an activity as a pattern.
     *
     * @param kept the name of the new one, given before: a form that is sent twice keeps one
     * @param body for whom; null: for the office of {@code region}
     * @param region the division of the office; not looked at if it is for a body
     * @param shared whether the divisions below the office use it too
     */
    @Transactional
    public Kept keep(
            Scope scope,
            ActivityId id,
            UUID kept,
            String title,
            @Nullable RegionCode region,
            @Nullable BodyId body,
            boolean shared) {
        scope.demands(Right.RUN_ACTIVITIES);
        var activity = activities.find(scope, id).orElseThrow(NotFound::new);
        var of = keeper(scope, region, body);
        int written = database.sql("""
                        insert into activity.template (id, title, region, body, shared, content, kept_at, kept_by)
                        values (:id, :title, :region, :body::uuid, :shared, :content::jsonb, :now, :by)
                        on conflict do nothing
                        """)
                .param("id", kept)
                .param("title", title)
                .param("region", of.value())
                .param("body", body == null ? null : body.value())
                .param("shared", shared && body == null)
                .param("content", json.writeValueAsString(content(scope, activity)))
                .param("now", Rows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        if (written == 0) {
            return exists(kept) ? new Kept.Before() : new Kept.NameTaken();
        }
        record(scope, "planning.act.kept", kept, title, of);
        return new Kept.Done();
    }

    private boolean exists(UUID id) {
        return database.sql("select exists (select from activity.template where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private Content content(Scope scope, Activity activity) {
        var sessions = activities.sessionsOf(scope, activity.id());
        return new Content(activity.described(), sessions.isEmpty() ? null : SessionPattern.of(sessions.getFirst()));
    }

    private RegionCode keeper(Scope scope, @Nullable RegionCode region, @Nullable BodyId body) {
        if (body != null) {
            return bodies.find(body)
                    .filter(found -> scope.bodies().contains(body) || regions.reaches(scope, found.region()))
                    .map(Body::region)
                    .orElseThrow(NotFound::new);
        }
        return Optional.ofNullable(region)
                .filter(office -> regions.reaches(scope, office))
                .orElseThrow(NotFound::new);
    }

    /** One's own, and those that offices above share. */
    public List<Template> list(Scope scope) {
        return select(scope, null);
    }

    public Optional<Template> find(Scope scope, UUID id) {
        return select(scope, id).stream().findFirst();
    }

    private List<Template> select(Scope scope, @Nullable UUID id) {
        scope.demands(Right.RUN_ACTIVITIES);
        return database.sql("select t.*, " + OWN + " as own from activity.template t where (" + OWN + " or "
                        + FROM_ABOVE + ") and (:id::uuid is null or t.id = :id) order by own desc, t.title, t.id limit "
                        + MOST)
                .param("id", id)
                .param("below", below(scope))
                .params(scope.parameters())
                .query(this::template)
                .list();
    }

    private String[] below(Scope scope) {
        return Stream.concat(
                        scope.regions().stream(),
                        bodies.all(scope.bodies()).values().stream().map(Body::region))
                .map(RegionCode::value)
                .distinct()
                .toArray(String[]::new);
    }

    /** Lets the divisions below use it, or no longer. Only an office's is shared. */
    @Transactional
    public void share(Scope scope, UUID id, boolean shared) {
        var template = own(scope, id);
        int changed = database.sql(
                        "update activity.template set shared = :shared where id = :id and body is null and shared <> :shared")
                .param("id", id)
                .param("shared", shared)
                .update();
        if (changed == 1) {
            record(
                    scope,
                    shared ? "planning.act.shared" : "planning.act.unshared",
                    id,
                    template.title(),
                    template.region());
        }
    }

    /** What was written from it stays. */
    @Transactional
    public void drop(Scope scope, UUID id) {
        var template = own(scope, id);
        database.sql("delete from activity.template where id = :id")
                .param("id", id)
                .update();
        record(scope, "planning.act.dropped", id, template.title(), template.region());
    }

    private Template own(Scope scope, UUID id) {
        return find(scope, id).filter(Template::own).orElseThrow(NotFound::new);
    }

    private Template template(ResultSet row, int number) throws SQLException {
        var content = json.readValue(row.getString("content"), Content.class);
        var body = row.getObject("body", UUID.class);
        return new Template(
                row.getObject("id", UUID.class),
                row.getString("title"),
                new RegionCode(row.getString("region")),
                body == null ? null : new BodyId(body),
                row.getBoolean("shared"),
                row.getBoolean("own"),
                content.told(),
                content.session());
    }

    private void record(Scope scope, String key, UUID id, String title, RegionCode region) {
        trail.record(scope.actor(), Act.of(key, "template", id, title).in(region));
    }
}
