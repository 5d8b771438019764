package org.kepu.ledger.work.yearly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yearly work plans to read. A draft is for those whose division, body or plan it is; what an office issued is also for
 * the bodies of which it asks something.
 */
@Service
@Transactional(readOnly = true)
public class WorkPlans {

    private static final String OWN = """
            (work_plan.region_code in (select region.reach(:scopeRegions, :scopeDay))
             or work_plan.body_id = any (:scopeBodies) or work_plan.plan_id = any (:scopePlans))
            """;

    private static final String READABLE = "(" + OWN + """
            or work_plan.state <> 'DRAFT' and work_plan.body_id is null
               and exists (select from ledger.task
                            where task.plan_id = work_plan.plan_id and task.year = work_plan.year
                              and task.body_id = any (:scopeBodies)))
            """;

    private final JdbcClient database;

    WorkPlans(JdbcClient database) {
        this.database = database;
    }

    /** Those of a plan and a year, the office's first, of each the latest first. */
    public List<WorkPlan> of(Scope scope, PlanId plan, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select * from ledger.work_plan where " + READABLE + """
                         and plan_id = :plan and year = :year
                        order by body_id is not null, issuer, begun_at desc
                        """)
                .param("plan", plan.value())
                .param("year", year)
                .params(scope.parameters())
                .query((row, i) -> read(row))
                .list();
    }

    /** Those in force of a year in a division, to be shown as evidence that its work was planned. */
    public List<WorkPlan> issuedIn(Scope scope, RegionCode region, int year) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select * from ledger.work_plan where " + READABLE + """
                         and region_code = :region and year = :year and state = 'ISSUED'
                        order by body_id is not null, issuer
                        """)
                .param("region", region.value())
                .param("year", year)
                .params(scope.parameters())
                .query((row, i) -> read(row))
                .list();
    }

    /** One of them; empty if there is none such within reach. */
    public Optional<WorkPlan> find(Scope scope, UUID id) {
        scope.demands(Right.READ_LEDGER);
        return database.sql("select * from ledger.work_plan where " + READABLE + " and id = :id")
                .param("id", id)
                .params(scope.parameters())
                .query((row, i) -> read(row))
                .optional();
    }

    /** One of them that this scope lets one write. */
    Optional<WorkPlan> toWrite(Scope scope, UUID id) {
        return database.sql("select * from ledger.work_plan where " + OWN + " and id = :id")
                .param("id", id)
                .params(scope.parameters())
                .query((row, i) -> read(row))
                .optional()
                .filter(plan -> plan.writtenWith() == scope.right());
    }

    /** The sections of one that was found within reach. */
    List<Section> sections(UUID id) {
        return database.sql("""
                        select position, heading, text, version from ledger.work_plan_section
                         where work_plan_id = :id order by position
                        """).param("id", id).query(Section.class).list();
    }

    /** @param by the account of whoever changed a section last */
    record LastHand(UUID by, OffsetDateTime at) {}

    Optional<LastHand> lastHand(UUID id, int section) {
        return database.sql("""
                        select changed_by as by, changed_at as at from ledger.work_plan_section
                         where work_plan_id = :id and position = :section and changed_by is not null
                        """)
                .param("id", id)
                .param("section", section)
                .query(LastHand.class)
                .optional();
    }

    /** What was issued, as it is kept. */
    Optional<String> issued(UUID id) {
        return database.sql("select content::text from ledger.work_plan where id = :id and content is not null")
                .param("id", id)
                .query(String.class)
                .optional();
    }

    private static WorkPlan read(ResultSet row) throws SQLException {
        var body = row.getObject("body_id", UUID.class);
        return new WorkPlan(
                row.getObject("id", UUID.class),
                new PlanId(row.getObject("plan_id", UUID.class)),
                row.getInt("year"),
                new RegionCode(row.getString("region_code")),
                body == null ? null : new BodyId(body),
                row.getString("issuer"),
                row.getString("title"),
                WorkPlan.State.valueOf(row.getString("state")),
                row.getObject("supersedes", UUID.class),
                row.getString("number"),
                row.getObject("issued_on", LocalDate.class),
                row.getString("checksum"));
    }
}
