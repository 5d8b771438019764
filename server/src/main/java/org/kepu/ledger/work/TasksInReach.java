package org.kepu.ledger.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskId;
import org.kepu.page.NotFound;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds tasks, those within reach: of one's division, of one's body, of a plan that was opened to one. */
@Component
class TasksInReach {

    /** Holds for a row of {@code task} that lies within reach. */
    static final String REACHED = """
            (task.region_code in (select region.reach(:scopeRegions, :scopeDay))
             or task.body_id = any (:scopeBodies) or task.plan_id = any (:scopePlans))
            """;

    private static final String HEAD = """
            select task.*, later.id as continued_by
              from ledger.task left join ledger.task later on later.continues = task.id
             where
            """ + REACHED;

    private final JdbcClient database;

    TasksInReach(JdbcClient database) {
        this.database = database;
    }

    /** One of them, if it is within reach of this right. */
    Optional<TaskHead> find(Scope scope, Right right, TaskId id) {
        return one(scope, right, id, "");
    }

    /** The same, for whoever is going to change it: until the transaction ends nobody else closes it or carries it over. */
    TaskHead toWorkOn(Scope scope, TaskId id) {
        return one(scope, Right.DO_TASKS, id, " for no key update of task").orElseThrow(NotFound::new);
    }

    private Optional<TaskHead> one(Scope scope, Right right, TaskId id, String lock) {
        scope.demands(right);
        return database.sql(HEAD + " and task.id = :id" + lock)
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, i) -> head(row))
                .optional();
    }

    /** Those of a plan and a year, of all bodies or of one, as the plan orders them. */
    List<TaskHead> of(Scope scope, Right right, PlanId plan, int year, @Nullable BodyId body) {
        scope.demands(right);
        return database.sql(HEAD + """
                         and task.plan_id = :plan and task.year = :year and (:body::uuid is null or task.body_id = :body)
                        order by task.measure_id, task.role, task.position
                        """)
                .param("plan", plan.value())
                .param("year", year)
                .param("body", body == null ? null : body.value())
                .params(scope.parameters())
                .query((row, i) -> head(row))
                .list();
    }

    /** Those of the ids that are within reach. */
    List<TaskHead> all(Scope scope, Right right, Collection<TaskId> ids) {
        scope.demands(right);
        return database.sql(HEAD + " and task.id = any (:ids) order by task.id")
                .param("ids", ids.stream().map(TaskId::value).toArray(UUID[]::new))
                .params(scope.parameters())
                .query((row, i) -> head(row))
                .list();
    }

    private static TaskHead head(ResultSet row) throws SQLException {
        var body = row.getObject("body_id", UUID.class);
        return new TaskHead(
                new TaskId(row.getObject("id", UUID.class)),
                new PlanId(row.getObject("plan_id", UUID.class)),
                new MeasureId(row.getObject("measure_id", UUID.class)),
                new RegionCode(row.getString("region_code")),
                row.getInt("year"),
                Task.Role.valueOf(row.getString("role")),
                row.getString("written"),
                body == null ? null : new BodyId(body),
                Task.State.valueOf(row.getString("state")),
                task(row, "continues"),
                task(row, "continued_by"));
    }

    private static @Nullable TaskId task(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new TaskId(id);
    }
}
