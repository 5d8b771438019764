package org.kepu.ledger.supervision;

import java.util.Optional;
import java.util.UUID;
import org.kepu.ledger.TaskId;
import org.kepu.plan.MeasureId;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the tasks that supervision is about, those within reach. */
@Component
public class ConcernedTasks {

    private final JdbcClient database;

    ConcernedTasks(JdbcClient database) {
        this.database = database;
    }

    /** One task, if it is within reach of this right. */
    public Optional<Concerned> find(Scope scope, Right right, TaskId id) {
        scope.demands(right);
        return database.sql("""
                        select id, plan_id, measure_id, region_code, year, written, body_id
                        from ledger.task
                        where id = :id
                          and (region_code in (select region.reach(:scopeRegions, :scopeDay))
                               or body_id = any (:scopeBodies) or plan_id = any (:scopePlans))
                        """)
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, number) -> {
                    var body = row.getObject("body_id", UUID.class);
                    return new Concerned(
                            row.getObject("id", UUID.class),
                            new PlanId(row.getObject("plan_id", UUID.class)),
                            new MeasureId(row.getObject("measure_id", UUID.class)),
                            new RegionCode(row.getString("region_code")),
                            row.getInt("year"),
                            row.getString("written"),
                            body == null ? null : new BodyId(body));
                })
                .optional();
    }
}
