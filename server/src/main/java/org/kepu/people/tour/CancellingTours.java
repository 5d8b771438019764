package org.kepu.people.tour;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.people.ServiceLetters;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls a tour off while nothing of it took place: whoever was invited is told. */
@Service
public class CancellingTours {

    /** What is under way: agreed upon, or still to be answered. */
    private static final String UNDER_WAY = "i.tour = :tour and (i.state = 'ACCEPTED' or " + Tours.WAITS + ")";

    private final JdbcClient database;
    private final Tours tours;
    private final ServiceLetters letters;
    private final Trail trail;
    private final Clock clock;

    CancellingTours(JdbcClient database, Tours tours, ServiceLetters letters, Trail trail, Clock clock) {
        this.database = database;
        this.tours = tours;
        this.letters = letters;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of calling off. */
    public enum Cancelled {
        DONE,
        /** It is called off or over. */
        CLOSED,
        /** Something of it took place, or its time has come. */
        SERVED,
        /** Somebody was invited meanwhile. */
        OVERTAKEN;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "people.tour.cancelled." + name();
        }
    }

    /** @param region of the expert */
    private record Open(UUID id, UUID expert, UUID person, String region, String title) {}

    /**
     * Calls it off. Experts are locked before the tour, as inviting and answering do.
     *
     * @throws NotFound if there is no such tour that one may change
     */
    @Transactional
    public Cancelled cancel(Scope scope, UUID id, Reason why) {
        scope.demands(Right.KEEP_EXPERTS);
        if (tours.find(scope, id).isEmpty()) {
            throw new NotFound();
        }
        var locked = lockExperts(id);
        var tour = tours.lock(scope, id);
        if (!tour.isOpen(LocalDate.now(clock))) {
            return Cancelled.CLOSED;
        }
        if (hasBegun(id)) {
            return Cancelled.SERVED;
        }
        var open = open(id);
        if (!open.stream().allMatch(one -> locked.contains(one.expert()))) {
            return Cancelled.OVERTAKEN;
        }
        withdraw(scope, id, why);
        database.sql(
                        "update people.tour set cancelled_at = :now, cancelled_why = :why, version = version + 1 where id = :tour")
                .param("now", now())
                .param("why", why.words())
                .param("tour", id)
                .update();
        trail.record(
                scope.actor(),
                Act.of("people.act.tour-cancelled", "tour", id, tour.title())
                        .in(tour.region())
                        .because(why.words()));
        open.forEach(one -> {
            trail.record(
                    scope.actor(),
                    Act.of("people.act.invitation.WITHDRAW", "invitation", one.id(), one.title())
                            .in(new RegionCode(one.region()))
                            .because(why.words()));
            letters.send(one.person(), "people.letter.withdrawn", one.title(), why.words());
        });
        return Cancelled.DONE;
    }

    private Set<UUID> lockExperts(UUID tour) {
        return new HashSet<>(database.sql(
                        "select e.id from people.expert e where exists (select from people.invitation i where i.expert = e.id and "
                                + UNDER_WAY + ") order by e.id for update of e")
                .param("tour", tour)
                .param("now", now())
                .query(UUID.class)
                .list());
    }

    /** Whether a service is noted, or one that was agreed upon has begun and waits to be noted. */
    private boolean hasBegun(UUID tour) {
        return database.sql("""
                        select exists (select from people.invitation i
                                       where i.tour = :tour and (i.state = 'SERVED' or i.state = 'ACCEPTED' and i.starts_at <= :now))
                        """)
                .param("tour", tour)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    private List<Open> open(UUID tour) {
        return database.sql("""
                        select i.id, i.expert, e.person, e.region, i.title from people.invitation i join people.expert e on e.id = i.expert
                        where\s""" + UNDER_WAY + " order by i.starts_at, i.id")
                .param("tour", tour)
                .param("now", now())
                .query(Open.class)
                .list();
    }

    private void withdraw(Scope scope, UUID tour, Reason why) {
        database.sql(
                        "update people.invitation i set state = 'WITHDRAWN', reason = :why, settled_at = :now, settled_by = :by where "
                                + UNDER_WAY)
                .param("why", why.words())
                .param("now", now())
                .param("by", scope.actor().account())
                .param("tour", tour)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
