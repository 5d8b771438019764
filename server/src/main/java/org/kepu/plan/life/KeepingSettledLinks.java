package org.kepu.plan.life;

import org.kepu.plan.PlanTookForce;
import org.kepu.plan.levels.ComparingTargets;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a new version of a plan takes force after an earlier one had, what people had settled of the links of a clause that
 * stayed word for word holds for the new one too.
 */
@Component
class KeepingSettledLinks {

    private final JdbcClient database;
    private final ComparingTargets targets;

    KeepingSettledLinks(JdbcClient database, ComparingTargets targets) {
        this.database = database;
        this.targets = targets;
    }

    @EventListener
    @Transactional
    public void on(PlanTookForce event) {
        int kept = 0;
        for (var side : new String[] {"upper", "lower"}) {
            var other = side.equals("upper") ? "lower" : "upper";
            kept += database.sql("""
                    insert into plan.link (%1$s_measure, %2$s_measure, kind, score, state, origin, settled_at, settled_by)
                    select distinct on (fresh.id, link.%2$s_measure)
                           fresh.id, link.%2$s_measure, link.kind, link.score, link.state, link.origin, settled_at, settled_by
                      from plan.version now join plan.version before on before.line = now.line and before.number < now.number
                      join plan.measure old on old.plan_id = before.draft_id
                      join plan.measure fresh on fresh.plan_id = now.draft_id and fresh.text = old.text
                      join plan.link on link.%1$s_measure = old.id and link.state <> 'PROPOSED'
                     where now.draft_id = :plan
                     order by fresh.id, link.%2$s_measure, before.number desc
                    on conflict (upper_measure, lower_measure) do update
                       set state = excluded.state, origin = excluded.origin,
                           settled_at = excluded.settled_at, settled_by = excluded.settled_by
                    """.formatted(side, other))
                    .param("plan", event.plan().value())
                    .update();
        }
        if (kept > 0) {
            targets.compareAll(event.plan());
        }
    }
}
