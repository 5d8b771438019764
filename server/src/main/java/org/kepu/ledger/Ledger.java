package org.kepu.ledger;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.plan.PlanStructure.Role;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger (台账) to read: for a plan and a year, each measure with the tasks it asks of bodies. What a plan asks for is
 * public; how far anybody has come is for those whose division, body or plan it is.
 */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private final Plans plans;
    private final Regions regions;
    private final JdbcClient database;

    Ledger(Plans plans, Regions regions, JdbcClient database) {
        this.plans = plans;
        this.regions = regions;
        this.database = database;
    }

    /** A task as the ledger shows it. */
    public record TaskLine(TaskId id, UUID measure, Role role, String body, boolean decided, Task.State state) {

        public List<Task.Step> steps() {
            return Task.Step.atOnceFrom(state);
        }
    }

    /** The plans whose tasks are within reach, wholly or in part. */
    public List<Plan> plans(Scope scope) {
        scope.demands(Right.READ_LEDGER);
        var all = plans.all().stream().map(PlanSummary::plan).toList();
        var regionsReached =
                regions.reached(scope, all.stream().map(Plan::region).toList());
        var asked =
                Set.copyOf(database.sql("select distinct plan_id from ledger.task where body_id = any (:scopeBodies)")
                        .params(scope.parameters())
                        .query(UUID.class)
                        .list());
        return all.stream()
                .filter(plan -> regionsReached.contains(plan.region())
                        || scope.plans().contains(plan.id())
                        || asked.contains(plan.id().value()))
                .toList();
    }

    /** The years of a plan in which there are tasks within reach, the latest first. */
    public List<Integer> years(Scope scope, PlanId plan) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                select distinct year from ledger.task
                 where plan_id = :plan
                   and (region_code = any (:reached)
                        or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                 order by year desc
                """)
                .param("plan", plan.value())
                .param("reached", reached(scope, plans.find(plan)))
                .params(scope.parameters())
                .query(Integer.class)
                .list();
    }

    /** The years whose ledger was opened; into others a task may only have been carried over. */
    List<Integer> opened(Scope scope, PlanId plan) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                select distinct year from ledger.task
                 where plan_id = :plan and continues is null
                   and (region_code = any (:reached)
                        or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                """)
                .param("plan", plan.value())
                .param("reached", reached(scope, plans.find(plan)))
                .params(scope.parameters())
                .query(Integer.class)
                .list();
    }

    /**
     * The measures of a plan with their tasks of a year: all of them where the plan is within reach, otherwise those
     * that ask something of a body within reach.
     */
    public List<LedgerRow> rows(Scope scope, PlanId plan, int year) {
        return rows(scope, plan, plans.structure(plan), year);
    }

    /**
     * The same, where the plan was read already.
     *
     * @param structure of the plan
     */
    public List<LedgerRow> rows(Scope scope, PlanId plan, PlanStructure structure, int year) {
        return rows(scope, plan, structure, tasks(scope, plan, year));
    }

    /**
     * The same, where its tasks were read already.
     *
     * @param found within reach, the leads first
     */
    List<LedgerRow> rows(Scope scope, PlanId plan, PlanStructure structure, List<TaskLine> found) {
        scope.demands(Right.READ_LEDGER);
        var tasks = found.stream().collect(groupingBy(TaskLine::measure));
        var whole = reaches(scope, plan);
        return structure.programmes().stream()
                .flatMap(programme -> programme.measures().stream()
                        .filter(measure ->
                                whole || tasks.containsKey(measure.id().value()))
                        .map(measure -> row(
                                programme,
                                measure,
                                tasks.getOrDefault(measure.id().value(), List.of()))))
                .toList();
    }

    /** What is asked of whom within reach for one measure in one year, the leads first. */
    public List<TaskLine> tasks(Scope scope, MeasureId measure, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                select * from ledger.task
                 where measure_id = :measure and year = :year
                   and (region_code = any (:reached)
                        or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                 order by role, position
                """)
                .param("measure", measure.value())
                .param("year", year)
                .param("reached", reached(scope, plans.of(measure)))
                .params(scope.parameters())
                .query((row, i) -> line(row))
                .list();
    }

    private List<TaskLine> tasks(Scope scope, PlanId plan, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                select * from ledger.task
                 where plan_id = :plan and year = :year
                   and (region_code = any (:reached)
                        or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                 order by role, position
                """)
                .param("plan", plan.value())
                .param("year", year)
                .param("reached", reached(scope, plans.find(plan)))
                .params(scope.parameters())
                .query((row, i) -> line(row))
                .list();
    }

    private boolean reaches(Scope scope, PlanId id) {
        return scope.plans().contains(id)
                || plans.find(id)
                        .filter(plan -> regions.reaches(scope, plan.region()))
                        .isPresent();
    }

    /** The plan's region, if it is in reach: one question to the tree instead of one for each of its divisions. */
    private String[] reached(Scope scope, Optional<Plan> plan) {
        return plan.map(Plan::region).stream()
                .flatMap(region -> regions.reached(scope, List.of(region)).stream())
                .map(RegionCode::value)
                .toArray(String[]::new);
    }

    private static LedgerRow row(Programme programme, PlanStructure.Measure measure, List<TaskLine> tasks) {
        return new LedgerRow(
                measure.id(),
                programme.kind(),
                programme.ordinal(),
                programme.title(),
                measure.ordinal(),
                measure.title(),
                names(tasks, Role.LEAD),
                names(tasks, Role.PARTICIPANT),
                measure.targets(),
                state(tasks),
                tasks.size(),
                (int) tasks.stream()
                        .filter(t -> t.state() != Task.State.ASSIGNED)
                        .count());
    }

    private static List<String> names(List<TaskLine> tasks, Role role) {
        return tasks.stream().filter(t -> t.role() == role).map(TaskLine::body).toList();
    }

    /** A measure is as far as its lead; where nobody leads, as far as the last of those who take part. */
    private static Task.State state(List<TaskLine> tasks) {
        var leads = tasks.stream().filter(t -> t.role() == Role.LEAD).toList();
        return (leads.isEmpty() ? tasks : leads)
                .stream().map(TaskLine::state).min(Comparator.naturalOrder()).orElse(Task.State.ASSIGNED);
    }

    private static TaskLine line(ResultSet row) throws SQLException {
        return new TaskLine(
                new TaskId(row.getObject("id", UUID.class)),
                row.getObject("measure_id", UUID.class),
                Role.valueOf(row.getString("role")),
                row.getString("written"),
                row.getObject("body_id") != null,
                Task.State.valueOf(row.getString("state")));
    }
}
