package org.kepu.activity;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.kepu.page.NotFound;
import org.kepu.region.Regions;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes many activities and sessions down at once, each as {@link KeepingActivities} would; whoever calls it says so on the trail. */
@Service
public class WritingMany {

    private final JdbcClient database;
    private final Regions regions;
    private final JsonMapper json;
    private final Clock clock;

    WritingMany(JdbcClient database, Regions regions, JsonMapper json, Clock clock) {
        this.database = database;
        this.regions = regions;
        this.json = json;
        this.clock = clock;
    }

    /** An activity that is new. */
    public record Draft(ActivityId id, Described told) {}

    /** A session of one that is new, or was there. */
    public record Once(SessionId id, ActivityId activity, Planned planned) {}

    /** The positions of those that may not be held by this scope; see {@link KeepingActivities#mayHold}. */
    public Set<Integer> beyond(Scope scope, List<Described> told) {
        scope.demands(Right.RUN_ACTIVITIES);
        var codes = told.stream().map(Described::region).collect(toSet());
        var reached = regions.reached(scope, codes);
        var known =
                reached.size() == codes.size() ? reached : regions.all(codes).keySet();
        return IntStream.range(0, told.size())
                .filter(i -> !reached.contains(told.get(i).region())
                        && !(known.contains(told.get(i).region())
                                && told.get(i).organisers().stream().anyMatch(scope.bodies()::contains)))
                .boxed()
                .collect(toSet());
    }

    /** @throws NotFound if one of them may not be held by this scope */
    @Transactional
    public void write(Scope scope, List<Draft> drafts, List<Once> sessions) {
        if (!beyond(scope, drafts.stream().map(Draft::told).toList()).isEmpty()) {
            throw new NotFound();
        }
        activities(scope, drafts);
        demandReach(scope, sessions);
        sessions(sessions);
    }

    private void activities(Scope scope, List<Draft> drafts) {
        var now = Rows.at(clock.instant());
        database.sql("""
                        insert into activity.activity (id, title, kind, campaign, summary, audiences, region, place_kind, place, way,
                                                       latitude, longitude, access, safety, telephone, state, version, written_at,
                                                       written_by)
                        select id, title, kind, campaign, summary, audiences, region, "placeKind", place, way, latitude, longitude,
                               access, safety, telephone, 'DRAFT', 1, :now, :by
                        from jsonb_to_recordset(:rows::jsonb) as told (
                            id uuid, title text, kind text, campaign text, summary text, audiences text[], region text,
                            "placeKind" text, place text, way text, latitude float8, longitude float8, access text, safety text,
                            telephone text)
                        """)
                .param(
                        "rows",
                        rows(drafts.stream()
                                .map(draft -> with(
                                        Columns.of(draft.told()), draft.id().value()))
                                .toList()))
                .param("now", now)
                .param("by", scope.actor().account())
                .update();
        database.sql("insert into activity.writer (activity, account) select unnest(:ids::uuid[]), :by")
                .param("ids", drafts.stream().map(draft -> draft.id().value()).toArray(UUID[]::new))
                .param("by", scope.actor().account())
                .update();
        var bodies = new ArrayList<Map<String, Object>>();
        var measures = new ArrayList<Map<String, Object>>();
        for (var draft : drafts) {
            for (int i = 0; i < draft.told().organisers().size(); i++) {
                bodies.add(Map.of(
                        "activity", draft.id().value(),
                        "body", draft.told().organisers().get(i).value(),
                        "position", i + 1));
            }
            draft.told()
                    .measures()
                    .forEach(measure ->
                            measures.add(Map.of("activity", draft.id().value(), "measure", measure.value())));
        }
        database.sql("""
                        insert into activity.organiser (activity, body, position)
                        select activity, body, position
                        from jsonb_to_recordset(:rows::jsonb) as held (activity uuid, body uuid, position int)
                        """).param("rows", rows(bodies)).update();
        database.sql("""
                        insert into activity.served_measure (activity, measure)
                        select activity, measure from jsonb_to_recordset(:rows::jsonb) as served (activity uuid, measure uuid)
                        """).param("rows", rows(measures)).update();
    }

    private void demandReach(Scope scope, List<Once> sessions) {
        var of = sessions.stream().map(one -> one.activity().value()).collect(toSet());
        int reached = database.sql(
                        "select count(*) from activity.activity a where id = any (:ids) and state <> 'CANCELLED' and "
                                + Rows.IN_REACH)
                .param("ids", of.toArray(UUID[]::new))
                .params(scope.parameters())
                .query(Integer.class)
                .single();
        if (reached < of.size()) {
            throw new NotFound();
        }
    }

    private void sessions(List<Once> sessions) {
        var now = clock.instant();
        database.sql("""
                        insert into activity.session (id, activity, starts_at, ends_at, capacity, waits, per_person, opens_at, closes_at,
                                                      offer_minutes, lottery)
                        select id, activity, starts, ends, capacity, waits, "perPerson", opens, closes, offer, false
                        from jsonb_to_recordset(:rows::jsonb) as planned (
                            id uuid, activity uuid, starts timestamptz, ends timestamptz, capacity int, waits boolean,
                            "perPerson" smallint, opens timestamptz, closes timestamptz, offer int)
                        """)
                .param(
                        "rows",
                        rows(sessions.stream()
                                .map(one -> {
                                    var columns = with(
                                            KeepingSessions.columns(one.planned(), now),
                                            one.id().value());
                                    columns.put("activity", one.activity().value());
                                    return columns;
                                })
                                .toList()))
                .update();
    }

    private static Map<String, Object> with(Map<String, Object> columns, UUID id) {
        columns.put("id", id);
        return columns;
    }

    private String rows(List<Map<String, Object>> rows) {
        return json.writeValueAsString(rows);
    }
}
