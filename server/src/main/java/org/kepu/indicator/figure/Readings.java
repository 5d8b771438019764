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

    /** The last fact of all about each thing says where and what it is; only then is asked whether that is meant. */
    private static final String LAST = """
            select thing, amount, path
            from (select distinct on (thing, kind) thing, kind, audience, place, rural, region, %s as amount
                  from indicator.fact
                  where kind = any(:kinds) and thing is not null and day <= :to and (not :inWindow or day >= :from)
                    and weight = 1 and not exists (select from indicator.fact counter where counter.counters = fact.id)
                  order by thing, kind, day desc, id desc) latest
                 join %s standing on standing.code = latest.region
            where (:anywhere or standing.path @> array[:root]::text[]) and
            """ + Chosen.CONDITION;

    private final JdbcClient database;
    private final Terms terms;

    Readings(JdbcClient database, Terms terms) {
        this.database = database;
        this.terms = terms;
    }

    private record Count(String at, long count) {}

    /** How a thing stands. */
    record Standing(String kind, String code, String name, List<String> path, long amount) {

        String key() {
            return kind + " " + code;
        }
    }

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
                .param("anywhere", false)
                .param("from", window.from())
                .param("to", window.to())
                .param("edition", tree.edition())
                .param("atLeast", stock.atLeast())
                .params(Chosen.of(stock.of(), terms).parameters())
                .query(Count.class)
                .list());
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
                .param("root", root.value())
                .param("inWindow", inWindow)
                .param("anywhere", anywhere)
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

    private static Map<String, Long> counts(List<Count> counts) {
        return counts.stream().collect(toMap(Count::at, Count::count));
    }
}
