package org.kepu.plan.levels;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.PlanComparer;
import org.kepu.plandoc.PlanComparison.Link;
import org.kepu.shared.PlanId;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what became of the targets of an upper plan in a lower one, by the links that hold between the two. */
@Component
public class ComparingTargets {

    private final ConfirmedPlans confirmed;
    private final JdbcClient database;
    private final JdbcTemplate rows;
    private final PlanComparer comparer = new PlanComparer();

    ComparingTargets(ConfirmedPlans confirmed, JdbcClient database, JdbcTemplate rows) {
        this.confirmed = confirmed;
        this.database = database;
        this.rows = rows;
    }

    /** In the transaction in which the links have changed. */
    @Transactional
    public void compare(PlanId upper, PlanId lower) {
        hold(lower);
        database.sql("delete from plan.target_change where upper_plan = :upper and lower_plan = :lower")
                .param("upper", upper.value())
                .param("lower", lower.value())
                .update();
        var links = links(upper, lower);
        if (links.isEmpty()) {
            return;
        }
        var above = byQuote(upper);
        var below = byQuote(lower);
        rows.batchUpdate(
                """
                insert into plan.target_change (upper_plan, lower_plan, upper_target, lower_target, verdict)
                values (?, ?, ?, ?, ?)
                """,
                comparer.targets(confirmed.structure(upper), confirmed.structure(lower), links).stream()
                        .map(change -> new Object[] {
                            upper.value(),
                            lower.value(),
                            next(above, change.upper()),
                            next(below, change.lower()),
                            change.verdict().name()
                        })
                        .toList());
    }

    private record Pair(UUID upper, UUID lower) {}

    /** The same for a plan with each that it is linked to, above and below. */
    @Transactional
    public void compareAll(PlanId plan) {
        database.sql("""
                select distinct above.plan_id as upper, below.plan_id as lower
                  from plan.link join plan.measure above on above.id = upper_measure
                  join plan.measure below on below.id = lower_measure
                 where :plan in (above.plan_id, below.plan_id)
                 order by lower, upper
                """)
                .param("plan", plan.value())
                .query(Pair.class)
                .list()
                .forEach(pair -> compare(new PlanId(pair.upper()), new PlanId(pair.lower())));
    }

    /** Plans that were linked before targets were compared. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void compareThoseFromBefore() {
        database.sql("""
                select distinct above.plan_id as upper, below.plan_id as lower
                  from plan.link join plan.measure above on above.id = upper_measure
                  join plan.measure below on below.id = lower_measure
                 where link.state <> 'REMOVED'
                   and not exists (select from plan.target_change
                                   where upper_plan = above.plan_id and lower_plan = below.plan_id)
                 order by lower, upper
                """)
                .query(Pair.class)
                .list()
                .forEach(pair -> compare(new PlanId(pair.upper()), new PlanId(pair.lower())));
    }

    /** Of two who change links of a plan at once, the second compares what the first has left. */
    private void hold(PlanId lower) {
        database.sql("select id from plan.plan where id = :lower for no key update")
                .param("lower", lower.value())
                .query(UUID.class)
                .single();
    }

    private List<Link> links(PlanId upper, PlanId lower) {
        var above =
                confirmed.measures(upper).entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
        var below =
                confirmed.measures(lower).entrySet().stream().collect(toMap(Map.Entry::getValue, Map.Entry::getKey));
        return database.sql("""
                select upper_measure, lower_measure, kind, score
                  from plan.link join plan.measure above on above.id = upper_measure
                  join plan.measure below on below.id = lower_measure
                 where above.plan_id = :upper and below.plan_id = :lower and link.state <> 'REMOVED'
                """)
                .param("upper", upper.value())
                .param("lower", lower.value())
                .query((row, i) -> new Link(
                        requireNonNull(above.get(row.getObject("upper_measure", UUID.class))),
                        requireNonNull(below.get(row.getObject("lower_measure", UUID.class))),
                        Link.Kind.valueOf(row.getString("kind")),
                        row.getDouble("score")))
                .list();
    }

    /** Targets by what they say; those that say the same come in their order. */
    private Map<String, Deque<UUID>> byQuote(PlanId plan) {
        record Said(String quote, UUID id) {}
        return database
                .sql("select quote, id from plan.target where plan_id = :plan order by position")
                .param("plan", plan.value())
                .query(Said.class)
                .list()
                .stream()
                .collect(groupingBy(Said::quote, mapping(Said::id, toCollection(ArrayDeque::new))));
    }

    private static @Nullable UUID next(Map<String, Deque<UUID>> byQuote, @Nullable String quote) {
        return Optional.ofNullable(quote).map(byQuote::get).map(Deque::poll).orElse(null);
    }
}
