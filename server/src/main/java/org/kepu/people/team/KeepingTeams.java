package org.kepu.people.team;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Bodies;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.ServiceChoices;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps teams: entered, told otherwise, closed. */
@Service
public class KeepingTeams {

    private final JdbcClient database;
    private final Teams teams;
    private final Regions regions;
    private final Bodies bodies;
    private final ServiceChoices choices;
    private final Trail trail;
    private final Clock clock;

    KeepingTeams(
            JdbcClient database,
            Teams teams,
            Regions regions,
            Bodies bodies,
            ServiceChoices choices,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.teams = teams;
        this.regions = regions;
        this.bodies = bodies;
        this.choices = choices;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of keeping a team. */
    public sealed interface Kept {

        record Done(UUID id) implements Kept {}

        /** Another team of the division has this title. */
        record Taken() implements Kept {}

        record OutOfReach() implements Kept {}

        /** The team above is none, or not of a higher level. */
        record NotAbove() implements Kept {}

        /** Somebody else changed it meanwhile. */
        record Overtaken() implements Kept {}
    }

    /** Enters a team. */
    @Transactional
    public Kept enter(Scope scope, TeamForm form) {
        scope.demands(Right.RUN_TEAMS);
        return keep(scope, form, UUID.randomUUID(), null);
    }

    /**
     * Tells a team otherwise.
     *
     * @throws NotFound if there is no such team within reach
     */
    @Transactional
    public Kept change(Scope scope, UUID id, TeamForm form) {
        scope.demands(Right.RUN_TEAMS);
        lock(scope, id);
        var before = teams.find(scope, id).orElseThrow(NotFound::new);
        return before.version() == form.basedOn() && before.closed() == null
                ? keep(scope, form, id, before)
                : new Kept.Overtaken();
    }

    /** There is no such team any more; says no if there was none already. What was done with it stays. */
    @Transactional
    public boolean close(Scope scope, UUID id, Reason why) {
        scope.demands(Right.RUN_TEAMS);
        lock(scope, id);
        var team = teams.find(scope, id).orElseThrow(NotFound::new);
        if (team.closed() != null) {
            return false;
        }
        database.sql(
                        "update people.team set closed_on = :day, recruiting = false, version = version + 1 where id = :id")
                .param("day", LocalDate.now(clock))
                .param("id", id)
                .update();
        trail.record(
                scope.actor(),
                Act.of("people.act.closed", "team", id, team.title())
                        .in(team.region())
                        .because(why.words()));
        return true;
    }

    private void lock(Scope scope, UUID id) {
        var reached = database.sql(
                        "select t.id from people.team t where t.id = :id and " + InReach.TEAM + " for update")
                .param("id", id)
                .params(scope.parameters())
                .query(UUID.class)
                .optional();
        if (reached.isEmpty()) {
            throw new NotFound();
        }
    }

    private Kept keep(Scope scope, TeamForm form, UUID id, @Nullable Team before) {
        var region = new RegionCode(form.region());
        var body = form.body();
        if (!reaches(scope, region, body == null ? null : new BodyId(body), before)) {
            return new Kept.OutOfReach();
        }
        if (!isAbove(form, id)) {
            return new Kept.NotAbove();
        }
        database.sql("select pg_advisory_xact_lock(hashtextextended('people.team ' || :region || :title, 0))::text")
                .param("region", region.value())
                .param("title", form.title())
                .query(row -> {});
        int kept = database.sql("""
                        insert into people.team as known (id, above, level, title, region, body, services, about, risks, training, insurance,
                                                 line, recruiting, minors, version, kept_at, kept_by)
                        select :id, :above::uuid, :level, :title, :region, :body::uuid, :services, :about, :risks, :training, :insurance,
                               :line, :recruiting, :minors, 1, :now, :by
                        where not exists (select from people.team other
                                          where other.region = :region and other.title = :title and other.id <> :id)
                        on conflict on constraint team_pk do update
                        set above = excluded.above, level = excluded.level, title = excluded.title, region = excluded.region,
                            body = excluded.body, services = excluded.services, about = excluded.about, risks = excluded.risks,
                            training = excluded.training, insurance = excluded.insurance, line = excluded.line,
                            recruiting = excluded.recruiting, minors = excluded.minors, version = known.version + 1,
                            kept_at = excluded.kept_at, kept_by = excluded.kept_by
                        """)
                .param("id", id)
                .param("above", form.above())
                .param("level", form.level())
                .param("title", form.title())
                .param("region", region.value())
                .param("body", body)
                .param("services", form.services().toArray(String[]::new))
                .param("about", form.about())
                .param("risks", form.risks())
                .param("training", form.training())
                .param("insurance", form.insurance())
                .param("line", form.line())
                .param("recruiting", form.isRecruiting())
                .param("minors", form.takesMinors())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .update();
        if (kept == 0) {
            return new Kept.Taken();
        }
        trail.record(
                scope.actor(),
                Act.of(before == null ? "people.act.entered" : "people.act.changed", "team", id, form.title())
                        .in(region)
                        .changed("people.team.title", before == null ? null : before.title(), form.title())
                        .changed(
                                "people.team.recruiting",
                                before == null ? null : before.recruiting(),
                                form.isRecruiting()));
        return new Kept.Done(id);
    }

    /** A division within reach, or one that an own body covers; another's body is not named, unless it was before. */
    private boolean reaches(Scope scope, RegionCode region, @Nullable BodyId body, @Nullable Team before) {
        if (body == null) {
            return regions.reaches(scope, region);
        }
        if (!choices.reaches(scope, body) && (before == null || !body.equals(before.body()))) {
            return false;
        }
        return regions.reaches(scope, region)
                || scope.bodies().contains(body)
                        && bodies.find(body)
                                .filter(own -> regions.covers(own.region(), region))
                                .isPresent();
    }

    private boolean isAbove(TeamForm form, UUID id) {
        var above = form.above();
        return above == null
                || !above.equals(id)
                        && teams.find(above)
                                .filter(team -> team.level().isAbove(form.levelOf()))
                                .isPresent();
    }
}
