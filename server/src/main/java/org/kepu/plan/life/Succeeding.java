package org.kepu.plan.life;

import java.sql.Timestamp;
import java.time.Clock;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.plan.Plans;
import org.kepu.plan.levels.ComparingTargets;
import org.kepu.plan.levels.ConfirmedPlans;
import org.kepu.plandoc.PlanComparer;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names the plan that another one continues. The two are compared, and what the earlier measures had above them is proposed
 * for the later ones. Tasks and ledger stay each with their own plan.
 */
@Service
class Succeeding {

    private final Plans plans;
    private final Regions regions;
    private final Succession succession;
    private final ConfirmedPlans confirmed;
    private final ComparingTargets targets;
    private final JdbcTemplate rows;
    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;
    private final PlanComparer comparer = new PlanComparer();

    Succeeding(
            Plans plans,
            Regions regions,
            Succession succession,
            ConfirmedPlans confirmed,
            ComparingTargets targets,
            JdbcTemplate rows,
            JdbcClient database,
            Trail trail,
            Clock clock) {
        this.plans = plans;
        this.regions = regions;
        this.succession = succession;
        this.confirmed = confirmed;
        this.targets = targets;
        this.rows = rows;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Says which plan this one continues; said again of another, the last word counts.
     *
     * @return how many links to an upper plan were inherited
     * @throws NotFound if the plan is not within reach, or the other is none that it could continue
     */
    @Transactional
    int name(Scope scope, PlanId id, PlanId earlier) {
        scope.demands(Right.REVIEW_PLANS);
        var plan = plans.find(id)
                .filter(found -> scope.plans().contains(id) || regions.reaches(scope, found.region()))
                .orElseThrow(NotFound::new);
        var before = succession.candidates(plan).stream()
                .filter(candidate -> candidate.id().equals(earlier))
                .findFirst()
                .orElseThrow(NotFound::new);
        write(scope, id, earlier);
        compare(earlier, id);
        var inherited = inherit(id, earlier);
        if (inherited > 0) {
            targets.compareAll(id);
            targets.compareAll(earlier);
        }
        trail.record(
                scope.actor(),
                Act.of("life.act.continues", "plan", id, plan.title())
                        .in(plan.region())
                        .changed("life.continues", null, before.title())
                        .changed("life.inherited", null, inherited));
        return inherited;
    }

    private void write(Scope scope, PlanId id, PlanId earlier) {
        database.sql("""
                insert into plan.succession (plan_id, continues, named_at, named_by) values (:plan, :earlier, :at, :by)
                on conflict (plan_id) do update
                   set continues = excluded.continues, named_at = excluded.named_at, named_by = excluded.named_by
                """)
                .param("plan", id.value())
                .param("earlier", earlier.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("by", scope.actor().account())
                .update();
    }

    private void compare(PlanId earlier, PlanId later) {
        database.sql("""
                delete from plan.continuation using plan.measure
                 where measure.id = later_measure and measure.plan_id = :plan
                """).param("plan", later.value()).update();
        var before = confirmed.measures(earlier);
        var after = confirmed.measures(later);
        rows.batchUpdate(
                "insert into plan.continuation (earlier_measure, later_measure, kind, score) values (?, ?, ?, ?)",
                comparer.compare(confirmed.structure(earlier), confirmed.structure(later)).links().stream()
                        .map(link -> new Object[] {
                            before.get(link.upper()),
                            after.get(link.lower()),
                            link.kind().name(),
                            Math.clamp(link.score(), 0, 1)
                        })
                        .toList());
    }

    /**
     * What an earlier measure took up, its successor is proposed to take up: of the upper plan's successor where there is one.
     * So too for lower plans whose earlier ones took up the one that is continued now.
     */
    private int inherit(PlanId plan, PlanId earlier) {
        return database.sql("""
                with theirs as (
                    select distinct on (up, low)
                           coalesce(onward.later_measure, link.upper_measure) as up, mine.id as low, mine.plan_id,
                           link.kind, least(link.score, continuation.score) as score
                      from plan.continuation join plan.measure mine on mine.id = continuation.later_measure
                      join plan.link on link.lower_measure = continuation.earlier_measure and link.state <> 'REMOVED'
                      left join plan.continuation onward on onward.earlier_measure = link.upper_measure
                     where mine.plan_id = :plan
                        or link.upper_measure in (select id from plan.measure where plan_id = :earlier)
                     order by up, low, score desc)
                insert into plan.link (upper_measure, lower_measure, kind, score, origin)
                select up, low, theirs.kind, score, 'INHERITED'
                  from theirs join plan.measure above on above.id = up
                  join plan.plan upper_plan on upper_plan.id = above.plan_id
                  join plan.plan lower_plan on lower_plan.id = theirs.plan_id
                 where upper_plan.period_from <= lower_plan.period_to and lower_plan.period_from <= upper_plan.period_to
                on conflict do nothing
                """)
                .param("plan", plan.value())
                .param("earlier", earlier.value())
                .update();
    }
}
