package org.kepu.indicator.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up facts for divisions with all that lies below them. Whole years and months come from the cells, what was recorded a moment
 * ago and the days at both ends from the facts; all in one snapshot, so that the sum is exact at the moment of reading.
 */
@Component
class Sums {

    private static final String CELLS = """
            select unit as at, month, kind, audience, place, rural, facts, events, attendances, minutes, money, quantity
            from indicator.cell
            where unit = any(:asked) and months = 12 and month >= :firstYear and month < :afterYears and
            """ + Chosen.CONDITION + """
            union all
            select unit, month, kind, audience, place, rural, facts, events, attendances, minutes, money, quantity
            from indicator.cell
            where unit = any(:asked) and months = 1 and month >= :firstCell and month < :firstYear and
            """ + Chosen.CONDITION + """
            union all
            select unit, month, kind, audience, place, rural, facts, events, attendances, minutes, money, quantity
            from indicator.cell
            where unit = any(:asked) and months = 1 and month >= :afterYears and month < :afterCells and
            """ + Chosen.CONDITION;

    private static final String ADDED = """
            sum(facts) as facts, sum(events) as events, sum(attendances) as attendances, sum(minutes) as minutes,
            sum(money) as money, sum(quantity) as quantity
            """;

    private static final String FRESH = """
            select region, month, kind, audience, place, rural, facts, events, attendances, minutes, money, quantity
            from %1$s indicator.fresh %2$s
            where month >= :firstCell and month < :afterCells and
            """ + Chosen.CONDITION;

    private static final String FACTS = """
            select region, date_trunc('month', day)::date, kind, audience, place, rural, weight::bigint, events::bigint, attendances::bigint,
                   minutes::bigint, money, quantity
            from %1$s indicator.fact %2$s
            """;

    /** What the cells do not hold: the days before and after them, and what was recorded since they were rolled. */
    private static final String LOOSE = FRESH
            + "union all\n" + FACTS + " where day >= :from and day < :firstCell and " + Chosen.CONDITION
            + "union all\n" + FACTS + " where day >= :afterCells and day <= :to and " + Chosen.CONDITION;

    private static final String STANDING = """
            select at, month, kind, audience, place, rural, facts, events, attendances, minutes, money, quantity
            from (select unnest(path) as at, loose.* from (%s) loose join indicator.standing on standing.code = loose.region) stood
            where at = any(:asked)
            """;

    /** Many codes, few days: by the day. */
    private static final String FAR = STANDING.formatted(LOOSE.formatted("", ""));

    /** Few codes, many days: by the code. */
    private static final String NEAR = STANDING.formatted(LOOSE.formatted(
            "(select code from indicator.standing where path && :roots::text[]) below join", "on region = below.code"));

    /** On another edition than the cells are drawn for, some codes stand elsewhere. */
    private static final String MOVED = """
            select at, date_trunc('month', day)::date as month, kind, audience, place, rural, sign * weight::bigint as facts,
                   sign * events, sign * attendances, sign * minutes, sign * money, sign * quantity
            from (select code, drawn.path as path, coalesce(standing.path, '{}') as now
                  from region.paths(:edition) as drawn left join indicator.standing using (code)
                  where drawn.path is distinct from standing.path) moved
                 cross join lateral (
                    select unit as at, 1 as sign from unnest(moved.path) as unit
                    union all select unit, -1 from unnest(moved.now) as unit) shift
                 join indicator.fact on fact.region = moved.code
            where at = any(:asked) and day >= :from and day <= :to and
            """ + Chosen.CONDITION;

    private final JdbcClient database;

    Sums(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is added up.
     *
     * @param chosen several of them only where it is not broken down
     */
    record Question(Extent extent, List<Chosen> chosen, Breakdown by) {

        Window window() {
            return extent.window();
        }

        /** The days for which all of the divisions have cells. */
        Window.Span celled() {
            var level = extent.at().stream()
                    .map(code -> new RegionCode(code).level())
                    .max(RegionLevel::compareTo);
            return switch (level.orElse(RegionLevel.GACHA)) {
                case GACHA -> window().nothing();
                case SUMU -> years();
                default -> window().months();
            };
        }

        /** The days for which cells of years answer. */
        Window.Span years() {
            return by == Breakdown.MONTH ? window().nothing() : window().years();
        }

        /** Whether so many codes lie below that it is quicker to read by the day. */
        boolean isFar() {
            return extent.roots().stream().anyMatch(root -> root.level().isAbove(RegionLevel.BANNER));
        }
    }

    /**
     * For each of the selections the sums by division, and within each by first day of the month or id of the term; by the empty key if
     * not broken down.
     */
    List<Map<String, Map<String, Totals>>> add(Tree tree, Question question) {
        var celled = question.celled();
        var years = question.years().isEmpty() ? celled.end() : question.years();
        record Row(
                int number,
                String at,
                String key,
                long facts,
                long events,
                long attendances,
                long minutes,
                long money,
                long quantity) {}
        var answer = question.chosen().stream()
                .map(chosen -> (Map<String, Map<String, Totals>>) new HashMap<String, Map<String, Totals>>())
                .toList();
        database.sql(statement(tree, question))
                .param("asked", question.extent().atCodes())
                .param("roots", question.extent().rootCodes())
                .params(Chosen.parameters(question.chosen()))
                .param("from", question.window().from())
                .param("to", question.window().to())
                .param("firstCell", celled.first())
                .param("afterCells", celled.after())
                .param("firstYear", years.first())
                .param("afterYears", years.after())
                .param("edition", tree.edition())
                .query(Row.class)
                .list()
                .forEach(row -> answer.get(row.number() - 1)
                        .computeIfAbsent(row.at(), at -> new TreeMap<>())
                        .put(
                                row.key(),
                                new Totals(
                                        row.facts(),
                                        row.events(),
                                        row.attendances(),
                                        row.minutes(),
                                        row.money(),
                                        row.quantity())));
        return answer;
    }

    private static String statement(Tree tree, Question question) {
        var counted = "(" + String.join(" union all ", pieces(tree, question)) + ") counted";
        return question.chosen().size() == 1
                ? "select 1 as number, at, " + key(question.by()) + " as key, " + ADDED + " from " + counted
                        + " group by at, key"
                : "select number, at, '' as key, " + ADDED + " from (select at, kind, audience, place, rural, " + ADDED
                        + " from " + counted + " group by at, kind, audience, place, rural) told join" + Chosen.MEANT
                        + " group by number, at";
    }

    private static List<String> pieces(Tree tree, Question question) {
        var pieces = new ArrayList<String>();
        if (!question.celled().isEmpty()) {
            pieces.add(CELLS);
        }
        pieces.add(question.isFar() ? FAR : NEAR);
        if (!tree.drawn()) {
            pieces.add(MOVED);
        }
        return pieces;
    }

    private static String key(Breakdown by) {
        return switch (by) {
            case NONE, REGION -> "''";
            case MONTH -> "month::text";
            case AUDIENCE -> "audience::text";
            case PLACE -> "place::text";
        };
    }
}
