package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Terms;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of what does not add up: different persons, and things by the last fact about each. Read from the facts themselves. */
@Component
class Readings {

    /** The last fact of all about each thing says where and what it is; only then is asked whether that is meant. */
    private static final String LAST = """
            select number, thing, amount, path
            from (select distinct on (thing, kind) thing, kind, audience, place, rural, region, %s as amount
                  from indicator.fact
                  where kind = any(:kinds) and thing is not null and day <= :to and (not :inWindow or day >= :from)
                    and weight = 1 and not exists (select from indicator.fact counter where counter.counters = fact.id)
                  order by thing, kind, day desc, id desc) latest
                 join %s standing on standing.code = latest.region
                 join
            """ + Chosen.MEANT + """
            where :anywhere or standing.path && :roots::text[]
            """;

    private final JdbcClient database;
    private final Terms terms;

    Readings(JdbcClient database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    private record Count(int number, String at, long count) {}

    /** How a thing stands. */
    record Standing(String kind, String code, String name, List<String> path, long amount) {

        String key() {
            return kind + " " + code;
        }
    }

    /** Different persons in the window: for each of the selections, by division. */
    List<Map<String, Long>> persons(Tree tree, Extent extent, List<Selection> of) {
        return counts(
                of.size(),
                database.sql("""
                        select number, at, count(*) as count
                        from (select number, at, person
                              from indicator.fact
                                   join %s standing on standing.code = fact.region
                                   join indicator.fact_person on fact_person.fact = fact.id
                                   cross join unnest(standing.path) as at
                                   join
                        """.formatted(tree.standing()) + Chosen.MEANT + """
                              where standing.path && :roots::text[] and at = any(:at) and day >= :from and day <= :to and
                        """ + Chosen.CONDITION + """
                              group by number, at, person having sum(weight) > 0) present
                        group by number, at
                        """)
                        .param("at", extent.atCodes())
                        .param("roots", extent.rootCodes())
                        .param("from", extent.window().from())
                        .param("to", extent.window().to())
                        .param("edition", tree.edition())
                        .params(chosen(of)));
    }

    /**
     * Different things that stand at enough on the last day of the window: for each of the stocks, by division.
     *
     * @param stocks all of the same amount
     */
    List<Map<String, Long>> stocks(Tree tree, Extent extent, List<Method.Stock> stocks) {
        return counts(
                stocks.size(),
                database.sql("""
                        select number, at, count(distinct thing) as count
                        from (
                        """ + last(tree, stocks.getFirst().amount()) + """
                        ) last cross join unnest(path) as at
                        where at = any(:at) and amount >= (:atLeast::bigint[])[number::int]
                        group by number, at
                        """)
                        .param("at", extent.atCodes())
                        .param("roots", extent.rootCodes())
                        .param("inWindow", false)
                        .param("anywhere", false)
                        .param("from", extent.window().from())
                        .param("to", extent.window().to())
                        .param("edition", tree.edition())
                        .param(
                                "atLeast",
                                stocks.stream().map(Method.Stock::atLeast).toArray(Long[]::new))
                        .params(chosen(stocks.stream().map(Method.Stock::of).toList())));
    }

    /** The things of the division, by the last fact about each on or before the last day of the window. */
    List<Standing> standings(Tree tree, RegionCode root, Window window, Selection of, Amount amount) {
        return standings(tree, root, window, of, amount, false, false);
    }

    /** What things have, wherever they had it, by the last fact about each; only in the window if asked. By kind and code. */
    Map<String, Long> latest(Tree tree, RegionCode root, Window window, Selection of, Amount amount, boolean inWindow) {
        return standings(tree, root, window, of, amount, inWindow, true).stream()
                .collect(toMap(Standing::key, Standing::amount, Long::sum));
    }

    private List<Standing> standings(
            Tree tree,
            RegionCode root,
            Window window,
            Selection of,
            Amount amount,
            boolean inWindow,
            boolean anywhere) {
        return database.sql("""
                        select thing.kind, thing.code, thing.name, last.path, last.amount
                        from (
                        """ + last(tree, amount) + """
                        ) last join indicator.thing on thing.id = last.thing
                        order by thing.kind, thing.code
                        """)
                .param("roots", new String[] {root.value()})
                .param("inWindow", inWindow)
                .param("anywhere", anywhere)
                .param("from", window.from())
                .param("to", window.to())
                .param("edition", tree.edition())
                .params(chosen(List.of(of)))
                .query((row, number) -> new Standing(
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("path").getArray()),
                        row.getLong("amount")))
                .list();
    }

    /** The sum of an amount in the window for each thing, wherever it was; by kind and code. */
    Map<String, Long> sums(Window window, Selection of, Amount amount) {
        record Sum(String thing, long sum) {}
        return database
                .sql("""
                        select thing.kind || ' ' || thing.code as thing, sum(%s) as sum
                        from indicator.fact
                             join indicator.thing on thing.id = fact.thing
                        where day >= :from and day <= :to and
                        """.formatted("fact." + column(amount))
                        + Chosen.CONDITION.replace(" kind =", " fact.kind =")
                        + " group by thing.kind, thing.code")
                .param("from", window.from())
                .param("to", window.to())
                .params(Chosen.of(of, terms).parameters())
                .query(Sum.class)
                .list()
                .stream()
                .collect(toMap(Sum::thing, Sum::sum));
    }

    private static String last(Tree tree, Amount amount) {
        return LAST.formatted(column(amount), tree.standing());
    }

    private static String column(Amount amount) {
        return switch (amount) {
            case EVENTS -> "events";
            case ATTENDANCES -> "attendances";
            case MINUTES -> "minutes";
            case MONEY -> "money";
            case QUANTITY -> "quantity";
        };
    }

    private Map<String, @Nullable Object> chosen(List<Selection> of) {
        return Chosen.parameters(of.stream().map(one -> Chosen.of(one, terms)).toList());
    }

    private static List<Map<String, Long>> counts(int several, JdbcClient.StatementSpec statement) {
        var counts = statement.query(Count.class).list().stream()
                .collect(groupingBy(Count::number, toMap(Count::at, Count::count)));
        return IntStream.rangeClosed(1, several)
                .mapToObj(number -> counts.getOrDefault(number, Map.of()))
                .toList();
    }
}
