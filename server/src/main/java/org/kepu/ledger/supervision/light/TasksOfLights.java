package org.kepu.ledger.supervision.light;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Task;
import org.kepu.ledger.round.Today;
import org.kepu.plan.MeasureId;
import org.kepu.plan.Plan;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger itself knows of tasks that light them: all of a plan and a year at once. */
@Component
class TasksOfLights {

    private static final int ROUNDS = 12;

    private final Regions regions;
    private final JdbcClient database;

    TasksOfLights(Regions regions, JdbcClient database) {
        this.regions = regions;
        this.database = database;
    }

    /** Those within reach, of one measure or of all, the leads first; without what facts, figures and sheets say. */
    List<Known> of(Scope scope, Plan plan, int year, @Nullable MeasureId only) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("""
                        with of_year as not materialized (
                            select id from ledger.task
                            where plan_id = :plan and year = :year and (:measure::uuid is null or measure_id = :measure)),
                        moved as materialized (
                            select task_id, max(day) as day, bool_or(evident) as evident
                            from (select task_id, day, true as evident
                                  from ledger.task_evidence join of_year on of_year.id = task_id
                                  union all
                                  select task_id, max((submitted_at at time zone 'Asia/Shanghai')::date), false
                                  from ledger.sheet join ledger.line on line.sheet_id = sheet.id
                                  where sheet.plan_id = :plan and sheet.state in ('SUBMITTED', 'ACCEPTED')
                                    and line.answer in ('PROGRESS', 'NOT_APPLICABLE')
                                    and (:measure::uuid is null or line.measure_id = :measure)
                                  group by task_id
                                  union all
                                  select task_id, done_on, false
                                  from ledger.task_part join of_year on of_year.id = task_id where task_part.state = 'DONE') one
                            group by task_id)
                        select id, measure_id, role, written, body_id, task.state, created_at, moved.day, coalesce(evident, false)
                        from ledger.task left join moved on task_id = id
                        where plan_id = :plan and year = :year and (:measure::uuid is null or measure_id = :measure)
                          and (region_code = any (:reached) or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                        order by role, position, written
                        """)
                .param("plan", plan.id().value())
                .param("year", year)
                .param("measure", only == null ? null : only.value())
                .param(
                        "reached",
                        regions.reached(scope, List.of(plan.region())).stream()
                                .map(RegionCode::value)
                                .toArray(String[]::new))
                .params(scope.parameters())
                .query((row, number) -> known(row))
                .list();
    }

    /** The sheet of each body that is awaited longest. */
    Map<UUID, Known.LateSheet> lateSheets(PlanId plan, int year, LocalDate today) {
        return database
                .sql("""
                        select distinct on (sheet.body_id) sheet.body_id as body, round.id as round, sheet.id as sheet, round.name,
                               sheet.due_on as due
                        from ledger.sheet join ledger.asking on asking.id = sheet.asking_id join ledger.round on round.id = asking.round_id
                        where sheet.plan_id = :plan and sheet.state in ('ASKED', 'SENT_BACK') and sheet.due_on < :today
                          and extract(year from asking.covers_to) = :year
                        order by sheet.body_id, sheet.due_on, sheet.id
                        """)
                .param("plan", plan.value())
                .param("year", year)
                .param("today", today)
                .query(Known.LateSheet.class)
                .list()
                .stream()
                .collect(toMap(Known.LateSheet::body, Function.identity()));
    }

    /** The latest first. */
    List<Known.PastRound> pastRounds(PlanId plan, int year, LocalDate today) {
        return database.sql("""
                        select round.name, asking.covers_from as "from", asking.covers_to as "to"
                        from ledger.asking join ledger.round on round.id = asking.round_id
                        where asking.plan_id = :plan and round.due_on < :today and extract(year from asking.covers_to) = :year
                        order by asking.covers_to desc, asking.covers_from desc limit :most
                        """)
                .param("plan", plan.value())
                .param("year", year)
                .param("today", today)
                .param("most", ROUNDS)
                .query(Known.PastRound.class)
                .list();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Task.Role.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, UUID.class),
                Task.State.valueOf(row.getString(6)),
                Today.at(row.getObject(7, OffsetDateTime.class).toInstant()),
                row.getObject(8, LocalDate.class),
                row.getBoolean(9),
                false,
                List.of(),
                null);
    }
}
