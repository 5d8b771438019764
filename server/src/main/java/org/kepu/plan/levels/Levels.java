package org.kepu.plan.levels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.plan.levels.Matrix.Cell;
import org.kepu.plan.levels.Matrix.Column;
import org.kepu.plan.levels.Matrix.How;
import org.kepu.plan.levels.Matrix.Targets;
import org.kepu.plandoc.Programme;
import org.kepu.shared.PlanId;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads how the plans below take up a plan (G12-03). Issued plans are public, so everybody may compare them. */
@Service
@PublicKnowledge("it compares public documents")
class Levels {

    private final JdbcClient database;
    private final Clock clock;

    Levels(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The matrix of a plan, in one statement. */
    Matrix of(PlanId plan) {
        return Matrix.of(database.sql("""
                with head as (select * from plan.plan where id = :plan),
                     taken as (select upper.id as measure, lower.plan_id as plan, lower.id as lower, link.kind, link.state
                                 from plan.measure upper
                                 join plan.link on link.upper_measure = upper.id and link.state <> 'REMOVED'
                                 join plan.measure lower on lower.id = link.lower_measure
                                where upper.plan_id = :plan),
                     merged as (select lower from taken group by lower having count(*) > 1),
                     below as (select plan.* from plan.plan, head
                                where plan.id <> head.id
                                  and plan.period_from <= head.period_to and head.period_from <= plan.period_to
                                  and (plan.region_code in (select region.children(head.region_code, :today))
                                       or plan.id in (select plan from taken))),
                     further as (select below.id as via, count(*) as plans
                                   from below cross join lateral region.children(below.region_code, :today) child
                                   join plan.plan deep on deep.region_code = child
                                    and deep.period_from <= below.period_to and below.period_from <= deep.period_to
                                    and deep.id not in (select id from below)
                                  group by below.id),
                     reached as (select taken.measure, taken.plan, count(distinct deep.plan_id) as plans
                                   from taken join plan.link on link.upper_measure = taken.lower and link.state <> 'REMOVED'
                                   join plan.measure deep on deep.id = link.lower_measure
                                  group by taken.measure, taken.plan),
                     how as (select taken.measure, taken.plan, count(*) as measures,
                                    bool_and(taken.kind = 'SAME') as same, bool_or(taken.state = 'PROPOSED') as proposed,
                                    bool_or(merged.lower is not null) as merged
                               from taken left join merged on merged.lower = taken.lower
                              group by taken.measure, taken.plan),
                     became as (select target.measure_id as measure, change.lower_plan as plan,
                                       count(*) filter (where verdict = 'RAISED') as raised,
                                       count(*) filter (where verdict = 'EQUAL') as equal,
                                       count(*) filter (where verdict = 'LOWERED') as lowered,
                                       count(*) filter (where verdict = 'DROPPED') as dropped
                                  from plan.target_change change join plan.target on target.id = change.upper_target
                                 where change.upper_plan = :plan
                                 group by target.measure_id, change.lower_plan)
                select measure.id as measure, programme.kind, programme.ordinal as programme,
                       programme.title as programme_title, measure.ordinal, measure.title,
                       below.id as plan, below.title as plan_title, below.region_code,
                       coalesce(further.plans, 0) as further, coalesce(reached.plans, 0) as reached,
                       coalesce(how.measures, 0) as measures, coalesce(how.same, false) as same,
                       coalesce(how.merged, false) as merged, coalesce(how.proposed, false) as proposed,
                       coalesce(raised, 0) as raised, coalesce(equal, 0) as equal,
                       coalesce(lowered, 0) as lowered, coalesce(dropped, 0) as dropped
                  from plan.measure join plan.programme on programme.id = measure.programme_id
                  left join below on true
                  left join further on further.via = below.id
                  left join how on how.measure = measure.id and how.plan = below.id
                  left join reached on reached.measure = measure.id and reached.plan = below.id
                  left join became on became.measure = measure.id and became.plan = below.id
                 where measure.plan_id = :plan
                 order by programme.kind, programme.ordinal, measure.ordinal, below.region_code, below.period_from, below.id
                """)
                .param("plan", plan.value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> line(row))
                .list());
    }

    private static Matrix.Line line(ResultSet row) throws SQLException {
        return new Matrix.Line(
                row.getObject("measure", UUID.class),
                Programme.Kind.valueOf(row.getString("kind")),
                row.getInt("programme"),
                row.getString("programme_title"),
                row.getInt("ordinal"),
                row.getString("title"),
                row.getString("plan") == null ? Optional.empty() : Optional.of(cell(row)));
    }

    private static Cell cell(ResultSet row) throws SQLException {
        var measures = row.getInt("measures");
        var how = measures == 0
                ? How.NOT_TAKEN
                : row.getBoolean("merged")
                        ? How.MERGED
                        : measures > 1 ? How.SPLIT : row.getBoolean("same") ? How.SAME : How.CHANGED;
        return new Cell(
                new Column(
                        new PlanId(row.getObject("plan", UUID.class)),
                        row.getString("plan_title"),
                        new RegionCode(row.getString("region_code")),
                        row.getInt("further")),
                how,
                measures,
                row.getInt("reached"),
                row.getBoolean("proposed"),
                new Targets(row.getInt("raised"), row.getInt("equal"), row.getInt("lowered"), row.getInt("dropped")));
    }

    /** What the whole plans promise beside their measures, and what is new below, plan by plan. */
    List<TargetChange> changes(PlanId upper) {
        return changes("""
                where change.upper_plan = :plan and (above.measure_id is null or change.upper_target is null)
                """, upper.value());
    }

    /** What became of the targets of one measure, plan by plan. */
    List<TargetChange> changes(UUID measure) {
        return changes("where above.measure_id = :plan", measure);
    }

    private List<TargetChange> changes(String where, UUID id) {
        return database.sql("""
                select change.lower_plan, lower.title, lower.region_code, change.verdict,
                       above.quote as upper_quote, above.value as upper_value, above.unit as upper_unit,
                       below.quote as lower_quote, below.value as lower_value, below.unit as lower_unit
                  from plan.target_change change join plan.plan lower on lower.id = change.lower_plan
                  left join plan.target above on above.id = change.upper_target
                  left join plan.target below on below.id = change.lower_target
                %s
                 order by lower.region_code, above.position nulls last, below.position
                """.formatted(where))
                .param("plan", id)
                .query((row, i) -> TargetChange.of(row))
                .list();
    }

    /** Who takes up one measure, link by link, in the order of the divisions. */
    List<LinkLine> links(UUID measure) {
        return database.sql("""
                select link.*, lower.title, lower.plan_id, programme.title as programme, plan.title as plan_title,
                       plan.region_code
                  from plan.link join plan.measure lower on lower.id = link.lower_measure
                  join plan.programme on programme.id = lower.programme_id
                  join plan.plan on plan.id = lower.plan_id
                 where link.upper_measure = :measure and link.state <> 'REMOVED'
                 order by plan.region_code, plan.period_from, programme.kind, programme.ordinal, lower.ordinal
                """)
                .param("measure", measure)
                .query((row, i) -> LinkLine.of(row))
                .list();
    }
}
