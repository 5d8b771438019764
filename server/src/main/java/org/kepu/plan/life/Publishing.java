package org.kepu.plan.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.PersonNames;
import org.kepu.audit.Trail;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.page.Faster;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.shared.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the day on which a plan was published, and says by when it must be. */
@Service
class Publishing {

    /** 政府信息公开条例第二十六条: from the day on which the document came about. */
    static final int TERM = 20;

    private static final int LONGEST_PLACE = 300;

    private final Plans plans;
    private final Regions regions;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Trail trail;
    private final PersonNames names;
    private final Clock clock;

    Publishing(
            Plans plans,
            Regions regions,
            OfficeCalendar calendar,
            JdbcClient database,
            Trail trail,
            PersonNames names,
            Clock clock) {
        this.plans = plans;
        this.regions = regions;
        this.calendar = calendar;
        this.database = database;
        this.trail = trail;
        this.names = names;
        this.clock = clock;
    }

    /** A plan that waits to be published. */
    record Awaited(PlanId plan, String title, Publication publication) {}

    enum Outcome {
        RECORDED,
        /** No publication before the issue, and none tomorrow. */
        WRONG_DAY,
        WRONG_PLACE,
        /** Somebody else has recorded it, or put it right, since. */
        OVERTAKEN
    }

    /** Those within reach that are not published, by date; one that came here after its term is not asked for. */
    List<Awaited> awaited(Scope scope) {
        scope.demands(Right.REVIEW_PLANS);
        var days = calendar.days();
        return database
                .sql("""
                select plan.id, title, signed_on, confirmed_at
                  from plan.plan left join plan.publication on plan_id = plan.id
                 where plan_id is null and signed_on is not null
                   and (region_code in (select region.reach(:scopeRegions, :scopeDay)) or plan.id = any (:scopePlans))
                 order by signed_on, title
                """)
                .params(scope.parameters())
                .query((row, i) -> new Awaited(
                        new PlanId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        standing(
                                row.getObject("signed_on", LocalDate.class),
                                row.getTimestamp("confirmed_at").toInstant(),
                                days)))
                .list()
                .stream()
                .filter(one -> one.publication().awaitedBy().isPresent())
                .toList();
    }

    /**
     * Writes down where and when the plan was published, or puts it right.
     *
     * @param seen the {@linkplain Publication#mark() mark} of what was on the screen
     */
    @Transactional
    Outcome record(Scope scope, PlanId id, LocalDate on, String place, String seen) {
        scope.demands(Right.REVIEW_PLANS);
        var plan = within(scope, id);
        var signed = plan.signedOn();
        if (on.isAfter(LocalDate.now(clock)) || (signed != null && on.isBefore(signed))) {
            return Outcome.WRONG_DAY;
        }
        if (place.isBlank() || place.length() > LONGEST_PLACE) {
            return Outcome.WRONG_PLACE;
        }
        var before = database.sql("select published_on from plan.publication where plan_id = :plan")
                .param("plan", id.value())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
        var recorded = database.sql("""
                insert into plan.publication (plan_id, published_on, place, recorded_at, recorded_by)
                values (:plan, :on, :place, :at, :by)
                on conflict (plan_id) do update
                   set published_on = excluded.published_on, place = excluded.place,
                       recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
                 where publication.published_on || ' ' || publication.place = :seen
                """)
                .param("plan", id.value())
                .param("on", on)
                .param("place", place.strip())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", scope.actor().account())
                .param("seen", seen)
                .update();
        if (recorded == 0) {
            return Outcome.OVERTAKEN;
        }
        trail.record(
                scope.actor(),
                Act.of("life.act.published", "plan", id, plan.title())
                        .in(plan.region())
                        .changed("life.publication.day", before, on));
        return Outcome.RECORDED;
    }

    /** Who recorded it last, for whom it is told that came second. */
    Optional<Faster> recorder(Scope scope, PlanId id) {
        scope.demands(Right.REVIEW_PLANS);
        within(scope, id);
        record Recorded(UUID by, OffsetDateTime at) {}
        return database.sql("select recorded_by as by, recorded_at as at from plan.publication where plan_id = :plan")
                .param("plan", id.value())
                .query(Recorded.class)
                .optional()
                .map(last -> new Faster(names.of(last.by()), last.at().toInstant()));
    }

    private Plan within(Scope scope, PlanId id) {
        return plans.find(id)
                .filter(plan -> scope.plans().contains(id) || regions.reaches(scope, plan.region()))
                .orElseThrow(NotFound::new);
    }

    /** Where a plan in force stands today. */
    Publication of(PlanId id) {
        var days = calendar.days();
        return database.sql("""
                select signed_on, confirmed_at, published_on, place
                  from plan.plan left join plan.publication on plan_id = plan.id where plan.id = :plan
                """)
                .param("plan", id.value())
                .query((row, i) -> publication(row, days))
                .single();
    }

    private Publication publication(ResultSet row, WorkingDays days) throws SQLException {
        var on = row.getObject("published_on", LocalDate.class);
        var signed = row.getObject("signed_on", LocalDate.class);
        return on != null
                ? new Publication.Published(on, row.getString("place"), signed == null ? on : days.after(signed, TERM))
                : standing(signed, row.getTimestamp("confirmed_at").toInstant(), days);
    }

    private Publication standing(@Nullable LocalDate signed, Instant confirmedAt, WorkingDays days) {
        if (signed == null) {
            return new Publication.NoDay();
        }
        var due = days.after(signed, TERM);
        if (due.isBefore(LocalDate.ofInstant(confirmedAt, ZoneId.of("Asia/Shanghai")))) {
            return new Publication.LongAgo(due);
        }
        return due.isBefore(LocalDate.now(clock)) ? new Publication.Overdue(due) : new Publication.Due(due);
    }
}
