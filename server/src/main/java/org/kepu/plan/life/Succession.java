package org.kepu.plan.life;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.Plan;
import org.kepu.plan.Plans;
import org.kepu.plandoc.PlanComparison.Link.Kind;
import org.kepu.shared.PlanId;
import org.kepu.shared.PublicKnowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which plan continues which, and what became of its measures: what goes on, what is new, what ended. */
@Service
@PublicKnowledge("it compares public documents")
public class Succession {

    private final Plans plans;
    private final JdbcClient database;

    Succession(Plans plans, JdbcClient database) {
        this.plans = plans;
        this.database = database;
    }

    /** A measure of the earlier plan beside one of the later; one of the two may be empty. */
    public record Line(Optional<Side> earlier, Optional<Side> later, Optional<Kind> kind) {}

    public record Side(UUID measure, String programme, String title) {}

    Optional<Plan> earlier(PlanId id) {
        return named("select continues from plan.succession where plan_id = :plan", id);
    }

    /** The plan that continues this one, if there is one. */
    public Optional<Plan> later(PlanId id) {
        return named("select plan_id from plan.succession where continues = :plan order by named_at desc limit 1", id);
    }

    private Optional<Plan> named(String sql, PlanId id) {
        return database.sql(sql)
                .param("plan", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(found -> plans.find(new PlanId(found)));
    }

    /** Plans of the same division that began earlier, the latest first: one of them may be continued. */
    List<Plan> candidates(Plan plan) {
        return plans.earlierThan(plan);
    }

    /** What goes on first, then what is new, then what ended, each in the order of its plan. */
    public List<Line> lines(PlanId later) {
        return database.sql("""
                with named as (select plan_id, continues from plan.succession where plan_id = :plan),
                     place as (select measure.id, measure.plan_id, measure.title, programme.title as programme,
                                      programme.kind, programme.ordinal as p, measure.ordinal as m
                                 from plan.measure join plan.programme on programme.id = programme_id, named
                                where measure.plan_id in (named.plan_id, named.continues)),
                     new as (select place.* from place join named on place.plan_id = named.plan_id),
                     old as (select place.* from place join named on place.plan_id = named.continues)
                select old.id as old_id, old.programme as old_programme, old.title as old_title,
                       new.id as new_id, new.programme as new_programme, new.title as new_title, continuation.kind as how
                  from (new left join plan.continuation on later_measure = new.id)
                  full join old on old.id = earlier_measure
                 order by case when new.id is null then 2 when old.id is null then 1 else 0 end,
                          new.kind, new.p, new.m, old.kind, old.p, old.m
                """)
                .param("plan", later.value())
                .query((row, i) -> new Line(
                        side(
                                row.getObject("old_id", UUID.class),
                                row.getString("old_programme"),
                                row.getString("old_title")),
                        side(
                                row.getObject("new_id", UUID.class),
                                row.getString("new_programme"),
                                row.getString("new_title")),
                        row.getString("old_id") == null
                                ? Optional.empty()
                                : Optional.ofNullable(row.getString("how")).map(Kind::valueOf)))
                .list();
    }

    private static Optional<Side> side(@Nullable UUID measure, String programme, String title) {
        return Optional.ofNullable(measure).map(id -> new Side(id, programme, title));
    }
}
