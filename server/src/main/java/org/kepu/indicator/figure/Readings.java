package org.kepu.indicator.figure;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Terms;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of what does not add up: different persons, and things by the last fact about each. Read from the facts themselves. */
@Component
class Readings {

    private static final String LAST = """
            select distinct on (fact.thing, fact.kind) fact.thing, %s as amount, standing.path
            from indicator.fact
                 join %s standing on standing.code = fact.region
            where standing.path @> array[:root]::text[] and day <= :to and
            """ + Chosen.CONDITION + """
              and fact.thing is not null and weight = 1
              and not exists (select from indicator.fact counter where counter.counters = fact.id)
              and (not :inWindow or day >= :from)
            order by fact.thing, fact.kind, day desc, id desc
            """;

    private final JdbcClient database;
    private final Terms terms;

    Readings(JdbcClient database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    private record Count(String at, long count) {}

    /** How a thing stands. */
    record Standing(String kind, String code, String name, List<String> path, long amount) {}

    /** Different persons in the window, for each of the divisions. */
    Map<String, Long> persons(Tree tree, RegionCode root, List<String> at, Window window, Selection of) {
        return counts(database.sql("""
                        select at, count(*) as count
                        from (select at, person
                              from indicator.fact
                                   join %s standing on standing.code = fact.region
                                   join indicator.fact_person on fact_person.fact = fact.id
                                   cross join unnest(standing.path) as at
                              where standing.path @> array[:root]::text[] and at = any(:at) and day >= :from and day <= :to and
                        """.formatted(tree.standing()) + Chosen.CONDITION + """
                              group by at, person having sum(weight) > 0) present
                        group by at
                        """)
                .param("at", at.toArray(String[]::new))
                .param("root", root.value())
                .param("from", window.from())
                .param("to", window.to())
                .param("edition", tree.edition())
                .params(Chosen.of(of, terms).parameters())
                .query(Count.class)
                .list());
    }

    /** Different things that stand at enough on the last day of the window, for each of the divisions. */
    Map<String, Long> stock(Tree tree, RegionCode root, List<String> at, Window window, Method.Stock stock) {
        return counts(database.sql("""
                        select at, count(distinct thing) as count
                        from (
                        """ + last(tree, stock.amount()) + """
                        ) last cross join unnest(path) as at
                        where at = any(:at) and amount >= :atLeast
                        group by at
                        """)
                .param("at", at.toArray(String[]::new))
                .param("root", root.value())
                .param("inWindow", false)
                .param("from", window.from())
                .param("to", window.to())
                .param("edition", tree.edition())
                .param("atLeast", stock.atLeast())
                .params(Chosen.of(stock.of(), terms).parameters())
                .query(Count.class)
                .list());
    }

    /** The last fact about each thing, on or before the last day of the window; only within it if asked. */
    List<Standing> standings(Tree tree, RegionCode root, Window window, Selection of, Amount amount, boolean inWindow) {
        return database.sql("""
                        select thing.kind, thing.code, thing.name, last.path, last.amount
                        from (
                        """ + last(tree, amount) + """
                        ) last join indicator.thing on thing.id = last.thing
                        order by thing.kind, thing.code
                        """)
                .param("root", root.value())
                .param("inWindow", inWindow)
                .param("from", window.from())
                .param("to", window.to())
                .param("edition", tree.edition())
                .params(Chosen.of(of, terms).parameters())
                .query((row, number) -> new Standing(
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("path").getArray()),
                        row.getLong("amount")))
                .list();
    }

    /** The sum of an amount in the window, for each thing, by its kind and code. */
    Map<String, Long> sums(Tree tree, RegionCode root, Window window, Selection of, Amount amount) {
        record Sum(String thing, long sum) {}
        return database
                .sql("""
                        select thing.kind || ' ' || thing.code as thing, sum(%s) as sum
                        from indicator.fact
                             join %s standing on standing.code = fact.region
                             join indicator.thing on thing.id = fact.thing
                        where standing.path @> array[:root]::text[] and day >= :from and day <= :to and
                        """.formatted("fact." + column(amount), tree.standing())
                        + Chosen.CONDITION.replace(" kind =", " fact.kind =")
                        + " group by thing.kind, thing.code")
                .param("root", root.value())
                .param("from", window.from())
                .param("to", window.to())
                .param("edition", tree.edition())
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

    private static Map<String, Long> counts(List<Count> counts) {
        return counts.stream().collect(toMap(Count::at, Count::count));
    }
}
