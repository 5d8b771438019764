package org.kepu.people.tour;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceChoices;
import org.kepu.region.Region;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plans tours: which banners a batch goes to, when and with what. Only who reaches the division of a tour changes it; whoever
 * reaches one of its banners may invite for that.
 */
@Service
public class PlanningTours {

    private final JdbcClient database;
    private final Tours tours;
    private final Regions regions;
    private final ServiceChoices choices;
    private final Trail trail;
    private final Clock clock;

    PlanningTours(JdbcClient database, Tours tours, Regions regions, ServiceChoices choices, Trail trail, Clock clock) {
        this.database = database;
        this.tours = tours;
        this.regions = regions;
        this.choices = choices;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of planning. */
    public sealed interface Kept {

        record Done(UUID id) implements Kept {}

        record Refused(Why why) implements Kept {}
    }

    /** Why a plan does not stand. */
    public enum Why {
        /** The division lies not within reach. */
        OUT_OF_REACH,
        /** The clerk does not answer for this body. */
        STRANGER,
        /** Of the banners one is none, or lies not in the division. */
        NO_BANNER,
        /** Something is planned or agreed on a day that would lie outside. */
        DAYS_TAKEN,
        /** It is over or called off. */
        CLOSED,
        /** Experts are invited there. */
        UNDER_WAY,
        /** Its form was sent before, and said something else. */
        OTHERWISE,
        /** Somebody else changed it meanwhile. */
        OVERTAKEN;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.not-planned." + name();
        }
    }

    /** Plans a tour; the same form sent again plans nothing more, and with other words in it nothing is lost: it is refused. */
    @Transactional
    public Kept plan(Scope scope, TourForm form) {
        scope.demands(Right.KEEP_EXPERTS);
        var region = new RegionCode(form.region());
        if (!regions.reaches(scope, region)) {
            return new Kept.Refused(Why.OUT_OF_REACH);
        }
        if (!answersFor(scope, form.body())) {
            return new Kept.Refused(Why.STRANGER);
        }
        if (!areBanners(scope, form.added(), region)) {
            return new Kept.Refused(Why.NO_BANNER);
        }
        return plan(scope, form.id() == null ? UUID.randomUUID() : form.id(), form);
    }

    private Kept plan(Scope scope, UUID id, TourForm form) {
        if (insert(scope, id, form)) {
            add(id, form.added(), form.topic());
            record(
                    scope,
                    "people.act.tour-planned",
                    id,
                    form.title(),
                    new RegionCode(form.region()),
                    names(form.added()));
            return new Kept.Done(id);
        }
        var stands = tours.find(scope, id);
        if (stands.isEmpty()) {
            return plan(scope, UUID.randomUUID(), form); // of a tour out of reach not even that there is one is told
        }
        return isSame(scope, stands.get(), form) ? new Kept.Done(id) : new Kept.Refused(Why.OTHERWISE);
    }

    private boolean insert(Scope scope, UUID id, TourForm form) {
        int planned = database.sql("""
                        insert into people.tour (id, programme, title, body, region, first_day, last_day, criteria, version, kept_at, kept_by)
                        values (:id, :programme, :title, :body, :region, :first, :last, :criteria, 1, :now, :by)
                        on conflict on constraint tour_pk do nothing
                        """)
                .param("id", id)
                .param("programme", form.programme())
                .param("title", form.title())
                .param("body", form.body())
                .param("region", form.region())
                .param("first", form.firstDay().orElseThrow())
                .param("last", form.lastDay().orElseThrow())
                .param("criteria", form.criteria())
                .param("now", now())
                .param("by", scope.actor().account())
                .update();
        return planned == 1;
    }

    /** Whether a tour is what this reader has planned by the form. */
    private boolean isSame(Scope scope, Tour tour, TourForm form) {
        var keeper = database.sql("select kept_by from people.tour where id = :id")
                .param("id", tour.id())
                .query(UUID.class)
                .single();
        return keeper.equals(scope.actor().account())
                && form.programme().equals(tour.programme().name())
                && form.region().equals(tour.region().value())
                && form.says(tour)
                && topics(scope, tour.id()).equals(form.topics());
    }

    private Map<RegionCode, String> topics(Scope scope, UUID id) {
        return tours.stops(scope, id).stream().collect(Collectors.toMap(Stop::banner, Stop::topic));
    }

    /**
     * Tells a tour otherwise, and adds stops; what stands already is done, whenever it was read.
     *
     * @throws NotFound if there is no such tour that one may change
     */
    @Transactional
    public Kept change(Scope scope, UUID id, TourForm form) {
        var tour = tours.lock(scope, id);
        var body = form.body();
        if (body == null || !answersFor(scope, body) && !tour.body().value().equals(body)) {
            return new Kept.Refused(Why.STRANGER);
        }
        if (!areBanners(scope, form.added(), tour.region())) {
            return new Kept.Refused(Why.NO_BANNER);
        }
        if (form.says(tour)
                && topics(scope, id).entrySet().containsAll(form.topics().entrySet())) {
            return new Kept.Done(id);
        }
        var closed = against(tour, form.basedOn());
        if (closed != null) {
            return new Kept.Refused(closed);
        }
        var first = form.firstDay().orElseThrow();
        var last = form.lastDay().orElseThrow();
        if (isTaken(scope, id, first, last)) {
            return new Kept.Refused(Why.DAYS_TAKEN);
        }
        database.sql("""
                        update people.tour set title = :title, body = :body, first_day = :first, last_day = :last, criteria = :criteria,
                               version = version + 1, kept_at = :now, kept_by = :by
                        where id = :id
                        """)
                .param("id", id)
                .param("title", form.title())
                .param("body", body)
                .param("first", first)
                .param("last", last)
                .param("criteria", form.criteria())
                .param("now", now())
                .param("by", scope.actor().account())
                .update();
        add(id, form.added(), form.topic());
        trail.record(
                scope.actor(),
                Act.of("people.act.tour-changed", "tour", id, form.title())
                        .in(tour.region())
                        .changed("people.tour.title", tour.title(), form.title())
                        .changed("people.tour.first", tour.first().toString(), first.toString())
                        .changed("people.tour.last", tour.last().toString(), last.toString())
                        .changed("people.tour.criteria", tour.criteria(), form.criteria())
                        .changed("people.tour.body", choices.name(tour.body()), choices.name(new BodyId(body)))
                        .changed("people.tour.added", null, form.added().isEmpty() ? null : names(form.added())));
        return new Kept.Done(id);
    }

    /**
     * From now on the public reads of it, or no more; says no if it did already, or it is over or called off. What is public can be taken
     * back always.
     *
     * @throws NotFound if there is no such tour that one may change
     */
    @Transactional
    public boolean announce(Scope scope, UUID id, boolean isPublic) {
        var tour = tours.lock(scope, id);
        if (isPublic && !tour.isOpen(LocalDate.now(clock)) || (tour.announced() != null) == isPublic) {
            return false;
        }
        database.sql("update people.tour set announced_at = :now, version = version + 1 where id = :id")
                .param("now", isPublic ? now() : null)
                .param("id", id)
                .update();
        trail.record(
                scope.actor(),
                Act.of(isPublic ? "people.act.tour-announced" : "people.act.tour-hidden", "tour", id, tour.title())
                        .in(tour.region()));
        return true;
    }

    /** Why a tour cannot be changed; null if it can. */
    @Nullable
    Why against(Tour tour, int basedOn) {
        if (!tour.isOpen(LocalDate.now(clock))) {
            return Why.CLOSED;
        }
        return tour.version() == basedOn ? null : Why.OVERTAKEN;
    }

    private boolean answersFor(Scope scope, @Nullable UUID body) {
        return body != null && choices.reaches(scope, new BodyId(body));
    }

    private boolean areBanners(Scope scope, List<RegionCode> banners, RegionCode region) {
        var known = regions.within(region, RegionLevel.BANNER, scope.day()).stream()
                .map(Region::code)
                .collect(Collectors.toSet());
        return known.containsAll(banners);
    }

    /** Whether something stands on a day that lies outside: of the invitations what waits or is agreed, of the stops what is planned. */
    private boolean isTaken(Scope scope, UUID id, LocalDate first, LocalDate last) {
        var invited = database.sql("""
                        select exists (select from people.invitation i
                                       where i.tour = :id and (i.state in ('ACCEPTED', 'SERVED') or\s""" + Tours.WAITS + """
                                       ) and (i.starts_at at time zone 'Asia/Shanghai')::date not between :first and :last)
                        """)
                .param("id", id)
                .param("now", now())
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
        return invited
                || tours.stops(scope, id).stream()
                        .anyMatch(stop -> !stop.planned().fits(first, last));
    }

    private void add(UUID id, Collection<RegionCode> banners, String topic) {
        database.sql("""
                        insert into people.tour_stop (tour, banner, planned, topic)
                        select :id, banner, '', :topic from unnest(:banners::text[]) as banner
                        on conflict on constraint tour_stop_pk do update
                        set taken_out_at = null, planned = '', topic = excluded.topic where tour_stop.taken_out_at is not null
                        """)
                .param("id", id)
                .param("topic", topic)
                .param("banners", banners.stream().map(RegionCode::value).toArray(String[]::new))
                .update();
    }

    private void record(Scope scope, String key, UUID id, String title, RegionCode region, String banners) {
        trail.record(
                scope.actor(), Act.of(key, "tour", id, title).in(region).changed("people.tour.banners", null, banners));
    }

    private String names(List<RegionCode> banners) {
        return banners.stream().map(choices::name).collect(Collectors.joining("、"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
