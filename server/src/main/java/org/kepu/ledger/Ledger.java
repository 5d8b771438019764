package org.kepu.ledger;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.kepu.plan.MeasureId;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.PlanStructure.Programme;
import org.kepu.plan.PlanStructure.Role;
import org.kepu.plan.Plans;
import org.kepu.shared.PlanId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The ledger (台账) to read: for a plan and a year, each measure with the tasks it asks of bodies. */
@Service
@Transactional(readOnly = true)
public class Ledger {

    private final Plans plans;
    private final JdbcClient database;

    Ledger(Plans plans, JdbcClient database) {
        this.plans = plans;
        this.database = database;
    }

    /** A task as the ledger shows it. */
    public record TaskLine(TaskId id, UUID measure, Role role, String body, boolean decided, Task.State state) {

        public List<Task.Step> steps() {
            return Stream.of(Task.Step.values())
                    .filter(step -> step.from == state)
                    .toList();
        }
    }

    /** The years for which a plan's ledger is open, the latest first. */
    public List<Integer> years(PlanId plan) {
        return database.sql("select distinct year from ledger.task where plan_id = :plan order by year desc")
                .param("plan", plan.value())
                .query(Integer.class)
                .list();
    }

    public List<LedgerRow> rows(PlanId plan, int year, LedgerFilter filter) {
        return rows(plans.structure(plan), plan, year, filter);
    }

    /** The same where the structure is at hand. */
    List<LedgerRow> rows(PlanStructure structure, PlanId plan, int year, LedgerFilter filter) {
        var tasks = tasks(plan, year);
        return structure.programmes().stream()
                .flatMap(programme -> programme.measures().stream()
                        .map(measure -> row(
                                programme,
                                measure,
                                tasks.getOrDefault(measure.id().value(), List.of()))))
                .filter(filter::accepts)
                .toList();
    }

    /** What is asked of whom for one measure in one year, the leads first. */
    public List<TaskLine> tasks(MeasureId measure, int year) {
        return database.sql(
                        "select * from ledger.task where measure_id = :measure and year = :year order by role, position")
                .param("measure", measure.value())
                .param("year", year)
                .query((row, i) -> line(row))
                .list();
    }

    private Map<UUID, List<TaskLine>> tasks(PlanId plan, int year) {
        return database
                .sql("select * from ledger.task where plan_id = :plan and year = :year order by role, position")
                .param("plan", plan.value())
                .param("year", year)
                .query((row, i) -> line(row))
                .list()
                .stream()
                .collect(groupingBy(TaskLine::measure));
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
