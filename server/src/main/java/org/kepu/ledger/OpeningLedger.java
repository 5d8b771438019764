package org.kepu.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.body.Body;
import org.kepu.body.LeadingGroups;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Assignment;
import org.kepu.plan.PlanTookForce;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.Actor;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a plan's ledger for a year: a task for each measure and each body it names. Opening it again adds nothing. */
@Service
public class OpeningLedger {

    private final Plans plans;
    private final LeadingGroups groups;
    private final Regions regions;
    private final JdbcTemplate database;
    private final Trail trail;
    private final Clock clock;

    OpeningLedger(Plans plans, LeadingGroups groups, Regions regions, JdbcTemplate database, Trail trail, Clock clock) {
        this.plans = plans;
        this.groups = groups;
        this.regions = regions;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** Within the transaction that puts the plan in force: no plan without its ledger. */
    @EventListener
    @Transactional
    public void on(PlanTookForce event) {
        var plan = plans.find(event.plan()).orElseThrow();
        event.years().forEach(year -> open(plan, year, event.by()));
    }

    /**
     * Opens one year.
     *
     * @throws NotFound if there is no such plan within reach
     */
    @Transactional
    public Opening open(Scope scope, PlanId id, int year) {
        scope.demands(Right.RUN_LEDGER);
        var plan = plans.find(id)
                .filter(found -> scope.plans().contains(id) || regions.reaches(scope, found.region()))
                .orElseThrow(NotFound::new);
        return plan.covers(year) ? new Opening.Opened(open(plan, year, scope.actor())) : new Opening.OutsidePeriod();
    }

    private int open(Plan plan, int year, Actor by) {
        var rows = new ArrayList<Object[]>();
        plans.structure(plan.id()).measures().forEach(measure -> rows.addAll(asked(plan, measure, year)));
        var added = database.batchUpdate("""
                insert into ledger.task (id, plan_id, measure_id, region_code, year, role, position, written, body_id,
                                         body_group, state, version, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASSIGNED', 1, ?)
                on conflict do nothing
                """, rows);
        var fresh = Arrays.stream(added).sum();
        if (fresh > 0) {
            trail.record(
                    by,
                    Act.of("ledger.act.year-opened", "plan", plan.id(), plan.title())
                            .in(plan.region())
                            .changed("ledger.filter.year", null, year)
                            .changed("ledger.tasks", null, fresh));
        }
        return fresh;
    }

    /** A body that leads, or is named twice through a group, is asked once. */
    private List<Object[]> asked(Plan plan, PlanStructure.Measure measure, int year) {
        var rows = new ArrayList<Object[]>();
        var asked = new HashSet<UUID>();
        for (var assignment : measure.assignments()) {
            for (var body : bodies(plan, assignment)) {
                if (body.id() == null || asked.add(body.id())) {
                    rows.add(row(plan, measure, year, assignment, body, rows.size()));
                }
            }
        }
        return rows;
    }

    private record Asked(@Nullable UUID id, String name) {}

    private List<Asked> bodies(Plan plan, Assignment assignment) {
        var group = assignment.group();
        if (group == null) {
            var body = assignment.body();
            return List.of(new Asked(body == null ? null : body.value(), assignment.written()));
        }
        List<Body> members = groups.expand(group, plan.region(), LocalDate.now(clock));
        return members.isEmpty()
                ? List.of(new Asked(null, assignment.written()))
                : members.stream().map(b -> new Asked(b.id().value(), b.name())).toList();
    }

    private Object[] row(
            Plan plan, PlanStructure.Measure measure, int year, Assignment assignment, Asked body, int position) {
        var group = assignment.group();
        return new Object[] {
            UUID.randomUUID(),
            plan.id().value(),
            measure.id().value(),
            plan.region().value(),
            year,
            assignment.role().name(),
            position,
            body.name(),
            body.id(),
            group == null ? null : group.name(),
            Timestamp.from(clock.instant())
        };
    }
}
