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
import org.kepu.body.Body;
import org.kepu.body.LeadingGroups;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Assignment;
import org.kepu.plan.PlanTookForce;
import org.kepu.plan.Plans;
import org.kepu.shared.PlanId;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a plan's ledger for a year: a task for each measure and each body it names. Opening it again adds nothing. */
@Service
public class OpeningLedger {

    private final Plans plans;
    private final LeadingGroups groups;
    private final JdbcTemplate database;
    private final Clock clock;

    OpeningLedger(Plans plans, LeadingGroups groups, JdbcTemplate database, Clock clock) {
        this.plans = plans;
        this.groups = groups;
        this.database = database;
        this.clock = clock;
    }

    /** Within the transaction that puts the plan in force: no plan without its ledger. */
    @EventListener
    @Transactional
    public void on(PlanTookForce event) {
        event.years().forEach(year -> open(event.plan(), year));
    }

    /**
     * Opens one year.
     *
     * @return how many tasks were added
     */
    @Transactional
    public int open(PlanId id, int year) {
        var plan = plans.find(id).orElseThrow(NotFound::new);
        if (!plan.covers(year)) {
            throw new IllegalArgumentException(
                    "the plan runs from " + plan.periodFrom() + " to " + plan.periodTo() + ", not in " + year);
        }
        var rows = new ArrayList<Object[]>();
        plans.structure(id).measures().forEach(measure -> rows.addAll(asked(plan, measure, year)));
        var added = database.batchUpdate("""
                insert into ledger.task (id, plan_id, measure_id, region_code, year, role, position, written, body_id,
                                         body_group, state, version, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASSIGNED', 1, ?)
                on conflict do nothing
                """, rows);
        return Arrays.stream(added).sum();
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
