package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kepu.body.Bodies;
import org.kepu.body.BodyKind;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may be evaluated: the bodies that the plan asks something of, in the order of the plan, and the governments next below. */
@Component
public class Candidates {

    private final Plans plans;
    private final Bodies bodies;
    private final Regions regions;
    private final JdbcClient database;

    Candidates(Plans plans, Bodies bodies, Regions regions, JdbcClient database) {
        this.plans = plans;
        this.bodies = bodies;
        this.regions = regions;
        this.database = database;
    }

    /** A body that may be evaluated. */
    public record Candidate(BodyId body, RegionCode region, String written, boolean government) {}

    private record Asked(UUID body, String region, String written) {}

    /** All of them, for an evaluation that was found within reach. */
    List<Candidate> of(PlanId plan, RegionCode region, LocalDate from, LocalDate to) {
        var all = new ArrayList<Candidate>();
        asked(plan, from.getYear(), to.getYear())
                .forEach(one -> all.add(
                        new Candidate(new BodyId(one.body()), new RegionCode(one.region()), one.written(), false)));
        for (var below : regions.childrenOf(region)) {
            bodies.in(below.code()).stream()
                    .filter(body -> body.kind() == BodyKind.GOVERNMENT)
                    .limit(1)
                    .forEach(body -> all.add(new Candidate(body.id(), below.code(), body.name(), true)));
        }
        return all;
    }

    private List<Asked> asked(PlanId plan, int first, int last) {
        var measures = plans.structure(plan)
                .measures()
                .map(measure -> measure.id().value())
                .toArray(UUID[]::new);
        return database.sql("""
                        select task.body_id as body, min(task.region_code) as region, min(task.written) as written
                        from ledger.task
                             join unnest(:measures::uuid[]) with ordinality as measure (id, place) on measure.id = task.measure_id
                        where task.plan_id = :plan and task.year between :first and :last and task.body_id is not null
                        group by task.body_id
                        order by min((measure.place * 2 + (task.role <> 'LEAD')::int) * 1000 + least(task.position, 999)), written
                        """)
                .param("measures", measures)
                .param("plan", plan.value())
                .param("first", first)
                .param("last", last)
                .query(Asked.class)
                .list();
    }
}
