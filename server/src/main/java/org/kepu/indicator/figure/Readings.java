package org.kepu.indicator.figure;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
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

    private static final String STANDING = """
            select number, thing.kind, thing.code, thing.name, last.path, last.amount
            from (%s) last join indicator.thing on thing.id = last.thing
            order by number, thing.kind, thing.code
            """;

    private static final String ADDED = """
            select number, thing.kind, thing.code, thing.name, '{}'::text[] as path, sum(told.amount) as amount
            from (select thing, kind, audience, place, rural, %s as amount
                  from indicator.fact
                  where thing is not null and day >= :from and day <= :to and
            """ + Chosen.CONDITION + """
                 ) told join
            """ + Chosen.MEANT + """
                 join indicator.thing on thing.id = told.thing
            group by number, thing.kind, thing.code, thing.name
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

    /** What is asked of things. */
    enum Asking {
        /** How those of the division stand, by the last fact about each on or before the last day of the window. */
        STANDING_HERE,
        /** The same of all things, wherever they are. */
        LATEST,
        /** By the last fact in the window, wherever it was. */
        LATEST_IN_WINDOW,
        /** The sum of all facts in the window, wherever they were. */
        ADDED
    }

    /** An amount that is asked of things. */
    record Wanted(Asking asking, Selection of, Amount amount) {}

    /** Of each that is wanted the things that have it, in order; those of one asking and amount in one statement. */
    Map<Wanted, List<Standing>> things(Tree tree, RegionCode root, Window window, Collection<Wanted> wanted) {
        record Alike(Asking asking, Amount amount) {}
        var found = new HashMap<Wanted, List<Standing>>();
        wanted.stream()
                .distinct()
                .collect(groupingBy(one -> new Alike(one.asking(), one.amount())))
                .forEach((alike, all) -> statement(tree, alike.asking(), alike.amount())
                        .param("roots", new String[] {root.value()})
                        .param("inWindow", alike.asking() == Asking.LATEST_IN_WINDOW)
                        .param("anywhere", alike.asking() != Asking.STANDING_HERE)
                        .param("from", window.from())
                        .param("to", window.to())
                        .param("edition", tree.edition())
                        .params(chosen(all.stream().map(Wanted::of).toList()))
                        .query(row -> {
                            found.computeIfAbsent(all.get(row.getInt("number") - 1), one -> new ArrayList<>())
                                    .add(standing(row));
                        }));
        return found;
    }

    private JdbcClient.StatementSpec statement(Tree tree, Asking asking, Amount amount) {
        return database.sql(
                asking == Asking.ADDED ? ADDED.formatted(column(amount)) : STANDING.formatted(last(tree, amount)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getString("kind"),
                row.getString("code"),
                row.getString("name"),
                List.of((String[]) row.getArray("path").getArray()),
                row.getLong("amount"));
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
