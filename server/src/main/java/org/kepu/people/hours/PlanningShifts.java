package org.kepu.people.hours;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.ServiceLetters;
import org.kepu.region.Regions;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans shifts, and calls them off. */
@Service
public class PlanningShifts {

    private final JdbcClient database;
    private final Shifts shifts;
    private final Regions regions;
    private final ServiceLetters letters;
    private final Trail trail;
    private final Clock clock;

    PlanningShifts(
            JdbcClient database, Shifts shifts, Regions regions, ServiceLetters letters, Trail trail, Clock clock) {
        this.database = database;
        this.shifts = shifts;
        this.regions = regions;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Plans a shift of a team; nothing if the place lies outside of the team's division. Sent twice, it is planned once.
     *
     * @throws NotFound if there is no such team within reach
     */
    @Transactional
    public Optional<UUID> plan(Scope scope, UUID team, ShiftForm form) {
        scope.demands(Right.RUN_TEAMS);
        var home = new RegionCode(
                database.sql("select t.region from people.team t where t.id = :team and t.closed_on is null and "
                                + InReach.TEAM + " for update")
                        .param("team", team)
                        .params(scope.parameters())
                        .query(String.class)
                        .optional()
                        .orElseThrow(NotFound::new));
        var region = new RegionCode(form.region());
        if (!regions.covers(home, region)) {
            return Optional.empty();
        }
        var same = same(team, form);
        if (same.isPresent()) {
            return same;
        }
        var id = write(scope, team, form, false);
        trail.record(
                scope.actor(),
                Act.of("people.act.shift", "shift", id, form.title())
                        .in(region)
                        .changed(
                                "people.shift.starts",
                                null,
                                form.span().orElseThrow().from())
                        .changed("people.shift.places", null, form.places()));
        return Optional.of(id);
    }

    private Optional<UUID> same(UUID team, ShiftForm form) {
        var span = form.span().orElseThrow();
        return database.sql("""
                        select id from people.shift where team = :team and title = :title and region = :region and place = :place
                          and starts_at = :starts and ends_at = :ends and not imported and cancelled_why is null limit 1
                        """)
                .param("team", team)
                .param("title", form.title())
                .param("region", form.region())
                .param("place", form.place())
                .param("starts", HoursRows.at(span.from()))
                .param("ends", HoursRows.at(span.to()))
                .query(UUID.class)
                .optional();
    }

    /** @param imported whether it is written down afterwards, from a table */
    UUID write(Scope scope, UUID team, ShiftForm form, boolean imported) {
        var span = form.span().orElseThrow();
        var id = UUID.randomUUID();
        database.sql("""
                        insert into people.shift (id, team, title, service, region, place, latitude, longitude, starts_at, ends_at, places,
                                                  about, risks, imported, kept_at, kept_by)
                        values (:id, :team, :title, :service, :region, :place, :latitude::float8, :longitude::float8, :starts, :ends,
                                :places, :about, :risks, :imported, :now, :by)
                        """)
                .param("id", id)
                .param("team", team)
                .param("title", form.title())
                .param("service", form.service())
                .param("region", form.region())
                .param("place", form.place())
                .param("latitude", ShiftForm.degrees(form.latitude(), 90).orElse(null))
                .param("longitude", ShiftForm.degrees(form.longitude(), 180).orElse(null))
                .param("starts", HoursRows.at(span.from()))
                .param("ends", HoursRows.at(span.to()))
                .param("places", Integer.parseInt(form.places()))
                .param("about", form.about())
                .param("risks", form.risks())
                .param("imported", imported)
                .param("now", HoursRows.at(clock.instant()))
                .param("by", scope.actor().account())
                .update();
        return id;
    }

    /**
     * Calls a shift off and tells those who wanted to come; says no if it has begun or is called off.
     *
     * @throws NotFound if there is no such shift within reach
     */
    @Transactional
    public boolean callOff(Scope scope, UUID id, Reason why) {
        scope.demands(Right.RUN_TEAMS);
        var shift = shifts.find(scope, id).orElseThrow(NotFound::new);
        int changed = database.sql(
                        "update people.shift set cancelled_why = :why where id = :id and cancelled_why is null and starts_at > :now")
                .param("why", why.words())
                .param("id", id)
                .param("now", HoursRows.at(clock.instant()))
                .update();
        if (changed == 0) {
            return false;
        }
        var told = database.sql("""
                        update people.duty set state = 'GIVEN_BACK' where shift = :id and state = 'PLANNED' returning volunteer
                        """).param("id", id).query(UUID.class).list();
        told.forEach(person -> letters.send(person, "people.letter.called-off", shift.title(), why.words()));
        trail.record(
                scope.actor(),
                Act.of("people.act.called-off", "shift", id, shift.title())
                        .in(shift.region())
                        .because(why.words()));
        return true;
    }
}
