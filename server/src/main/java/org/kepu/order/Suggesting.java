package org.kepu.order;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kepu.order.supply.SupplierId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom to ask for an order: those who serve there, are not away all the wished days and have a place this week. What counts is the
 * subject, how near they are, how much they have to do, how they were rated, and whose turn it is; how much each counts is set by the division.
 */
@Service
public class Suggesting {

    /** Who has not served for so many days has waited longest. */
    private static final int LONGEST_WAIT = 90;

    /** What somebody counts as whom nobody has rated: between good and middling, so that newcomers are asked too. */
    private static final double UNRATED = 0.7;

    private final JdbcClient database;
    private final Orders orders;
    private final Rules rules;
    private final Clock clock;

    Suggesting(JdbcClient database, Orders orders, Rules rules, Clock clock) {
        this.database = database;
        this.orders = orders;
        this.rules = rules;
        this.clock = clock;
    }

    /** The best few for an order within reach, but for those who could not. */
    @Transactional(readOnly = true)
    public List<Suggestion> suggest(Scope scope, OrderId id, int most) {
        scope.demands(Right.READ_ORDERS);
        return orders.find(scope, id).map(order -> suggest(order, most)).orElse(List.of());
    }

    /** Those who were asked for an order within reach, or had it, and it came to nothing. */
    @Transactional(readOnly = true)
    public Set<SupplierId> passed(Scope scope, OrderId id) {
        scope.demands(Right.READ_ORDERS);
        return orders.find(scope, id).isEmpty()
                ? Set.of()
                : database
                        .sql("select supplier from orders.passed where service_order = :id")
                        .param("id", id.value())
                        .query(UUID.class)
                        .set()
                        .stream()
                        .map(SupplierId::new)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private List<Suggestion> suggest(ServiceOrder order, int most) {
        var weights = rules.along(order.way()).weights();
        var today = LocalDate.now(clock);
        return database.sql("""
                        with fit as (
                            select s.id, title, :subject = any(subjects) as knows,
                                   (select max(depth)::int from unnest(:way::text[]) with ordinality as step (code, depth)
                                    where step.code = any(s.way)) as common,
                                   (select count(*)::int from orders.taking where supplier = s.id and week = :week) as load,
                                   capacity, stars::float8 / nullif(rated, 0) as stars, last_served
                            from orders.supplier s
                            where active and area = any(:way::text[])
                              and not exists (select from orders.absence
                                              where supplier = s.id and during @> daterange(:from, :to, '[]'))
                              and not exists (select from orders.passed where service_order = :id and supplier = s.id)
                        ), judged as (
                            select *, :subjectWeight * knows::int
                                      + :nearWeight * coalesce(common, 0)::float8 / cardinality(:way::text[])
                                      + :loadWeight * (1 - load::float8 / capacity)
                                      + :ratingWeight * coalesce(stars / 5, :unrated)
                                      + :turnWeight * coalesce(least(:today - last_served, :longest)::float8 / :longest, 1) as score
                            from fit where load < capacity
                        )
                        select *, coalesce((:way::text[])[common], (:way::text[])[1]) as place
                        from judged order by score desc, last_served nulls first, id limit :most
                        """)
                .param("id", order.id().value())
                .param("subject", order.subject())
                .param("way", order.way().stream().map(RegionCode::value).toArray(String[]::new))
                .param("week", today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .param("from", order.from())
                .param("to", order.to())
                .param("today", today)
                .param("longest", LONGEST_WAIT)
                .param("unrated", UNRATED)
                .param("subjectWeight", weights.subject())
                .param("nearWeight", weights.near())
                .param("loadWeight", weights.load())
                .param("ratingWeight", weights.rating())
                .param("turnWeight", weights.turn())
                .param("most", most)
                .query((row, number) -> new Suggestion(
                        new SupplierId(row.getObject("id", UUID.class)),
                        row.getString("title"),
                        outOfHundred(row.getDouble("score"), weights),
                        row.getBoolean("knows"),
                        new RegionCode(row.getString("place")),
                        row.getInt("load"),
                        row.getInt("capacity"),
                        row.getObject("stars", Double.class),
                        row.getObject("last_served", LocalDate.class)))
                .list();
    }

    private static int outOfHundred(double score, Rule.Weights weights) {
        int most = weights.subject() + weights.near() + weights.load() + weights.rating() + weights.turn();
        return most == 0 ? 0 : (int) Math.round(100 * score / most);
    }
}
