package org.kepu.people.tour;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.InReach;
import org.kepu.people.ServiceChoices;
import org.kepu.people.tour.PlanningTours.Kept;
import org.kepu.people.tour.PlanningTours.Why;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans the stops of a tour one by one; each change is a change of the tour. */
@Service
public class PlanningStops {

    private final JdbcClient database;
    private final PlanningTours planning;
    private final Tours tours;
    private final ServiceChoices choices;
    private final Trail trail;
    private final Clock clock;

    PlanningStops(
            JdbcClient database,
            PlanningTours planning,
            Tours tours,
            ServiceChoices choices,
            Trail trail,
            Clock clock) {
        this.database = database;
        this.planning = planning;
        this.tours = tours;
        this.choices = choices;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * When a stop is planned, and with what; what stands already is done, whenever it was read.
     *
     * @throws NotFound if there is no such stop that one may change
     */
    @Transactional
    public Kept change(Scope scope, UUID id, RegionCode banner, StopForm form) {
        var tour = tours.lock(scope, id);
        var stop = tours.stop(scope, id, banner).orElseThrow(NotFound::new);
        var planned = Planned.read(form.planned()).orElseThrow();
        if (planned.equals(stop.planned()) && form.topic().equals(stop.topic())) {
            return new Kept.Done(id);
        }
        var closed = planning.against(tour, form.basedOn());
        if (closed != null) {
            return new Kept.Refused(closed);
        }
        if (!planned.fits(tour.first(), tour.last())) {
            return new Kept.Refused(Why.DAYS_TAKEN);
        }
        database.sql(
                        "update people.tour_stop set planned = :planned, topic = :topic where tour = :id and banner = :banner")
                .param("planned", planned.written())
                .param("topic", form.topic())
                .param("id", id)
                .param("banner", banner.value())
                .update();
        changed(scope, id);
        trail.record(
                scope.actor(),
                Act.of("people.act.stop-changed", "tour", id, tour.title() + " " + choices.name(banner))
                        .in(tour.region())
                        .changed("people.stop.planned", stop.planned().written(), planned.written())
                        .changed("people.stop.topic", stop.topic(), form.topic()));
        return new Kept.Done(id);
    }

    /**
     * It goes there no more. What was declined or withdrawn there stays on record. One that is taken out already is done.
     *
     * @throws NotFound if there is and was no such stop that one may change
     */
    @Transactional
    public Kept takeOut(Scope scope, UUID id, RegionCode banner, int basedOn) {
        var tour = tours.lock(scope, id);
        if (isOut(scope, id, banner)) {
            return new Kept.Done(id);
        }
        var stop = tours.stop(scope, id, banner).orElseThrow(NotFound::new);
        var closed = planning.against(tour, basedOn);
        if (closed != null) {
            return new Kept.Refused(closed);
        }
        if (!stop.isIdle()) {
            return new Kept.Refused(Why.UNDER_WAY);
        }
        database.sql("update people.tour_stop set taken_out_at = :now where tour = :id and banner = :banner")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("banner", banner.value())
                .update();
        changed(scope, id);
        trail.record(
                scope.actor(),
                Act.of("people.act.stop-taken-out", "tour", id, tour.title() + " " + choices.name(banner))
                        .in(tour.region()));
        return new Kept.Done(id);
    }

    private boolean isOut(Scope scope, UUID id, RegionCode banner) {
        return database.sql(
                        "select exists (select from people.tour_stop s where s.tour = :id and s.banner = :banner and s.taken_out_at is not null and "
                                + InReach.region("s.banner") + ")")
                .param("id", id)
                .param("banner", banner.value())
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    private void changed(Scope scope, UUID id) {
        database.sql("update people.tour set version = version + 1, kept_at = :now, kept_by = :by where id = :id")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().account())
                .param("id", id)
                .update();
    }
}
