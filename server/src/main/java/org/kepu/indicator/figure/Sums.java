package org.kepu.indicator.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kepu.shared.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds up facts for divisions with all that lies below them. Whole months come from the cells, what was recorded a moment ago and
 * the days at both ends from the facts; all in one snapshot, so that the sum is exact at the moment of reading.
 */
@Component
class Sums {

    private static final int DIGITS_OF_BANNER = 6;

    private static final String CELLS = """
            select unit as at, month, audience, place, facts, events, attendances, minutes, money, quantity
            from indicator.cell
            where unit = any(:units) and month >= :firstMonth and month < :afterMonths and
            """ + Chosen.CONDITION;

    private static final String FRESH = """
            select at, month, audience, place, facts, events, attendances, minutes, money, quantity
            from indicator.fresh
                 join indicator.standing on standing.code = fresh.region
                 cross join unnest(path) as at
            where at = any(:units) and month >= :firstMonth and month < :afterMonths and
            """ + Chosen.CONDITION;

    private static final String FACTS = """
            select at, date_trunc('month', day)::date as month, audience, place, weight::bigint as facts, events, attendances,
                   minutes, money, quantity
            """;

    /** The days before the whole months. Of a window without any, all its days. */
    private static final String BEFORE = FACTS + """
            from indicator.fact
                 join indicator.standing on standing.code = fact.region
                 cross join unnest(path) as at
            where at = any(:units) and day >= :from and day < :firstMonth and
            """ + Chosen.CONDITION;

    private static final String AFTER = FACTS + """
            from indicator.fact
                 join indicator.standing on standing.code = fact.region
                 cross join unnest(path) as at
            where at = any(:units) and day >= :afterMonths and day <= :to and
            """ + Chosen.CONDITION;

    /** Below the banner, where there are no cells. */
    private static final String NEAR = FACTS + """
            from (select code, path from indicator.standing where path && :near::text[]) below
                 join indicator.fact on fact.region = below.code
                 cross join unnest(path) as at
            where at = any(:near) and day >= :from and day <= :to and
            """ + Chosen.CONDITION;

    /** On another edition than the cells are drawn for, some codes stand elsewhere. */
    private static final String MOVED = """
            select at, date_trunc('month', day)::date as month, audience, place, sign * weight::bigint as facts,
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
     * @param root the division in or below which all of {@code at} lie
     * @param at the divisions for each of which it is added up
     */
    record Question(RegionCode root, List<String> at, Window window, Chosen chosen, Breakdown by) {}

    /** The sums by division, and within each by first day of the month or id of the term; by the empty key if not broken down. */
    Map<String, Map<String, Totals>> add(Tree tree, Question question) {
        var units = question.at().stream().filter(Sums::hasCells).toArray(String[]::new);
        var near = question.at().stream().filter(code -> !hasCells(code)).toArray(String[]::new);
        var window = question.window();
        var firstMonth =
                window.hasWholeMonths() ? window.firstMonth() : window.to().plusDays(1);
        var afterMonths =
                window.hasWholeMonths() ? window.afterMonths() : window.to().plusDays(1);
        var pieces = pieces(tree, window, units.length > 0, near.length > 0, firstMonth, afterMonths);
        record Row(
                String at,
                String key,
                long facts,
                long events,
                long attendances,
                long minutes,
                long money,
                long quantity) {}
        var answer = new HashMap<String, Map<String, Totals>>();
        database.sql("select at, " + key(question.by()) + """
                         as key, sum(facts) as facts, sum(events) as events, sum(attendances) as attendances,
                        sum(minutes) as minutes, sum(money) as money, sum(quantity) as quantity
                        from (
                        """ + String.join(" union all ", pieces)
                        + ") counted group by at, key")
                .param("units", units)
                .param("near", near)
                .param("asked", question.at().toArray(String[]::new))
                .param("root", question.root().value())
                .params(question.chosen().parameters())
                .param("from", window.from())
                .param("to", window.to())
                .param("firstMonth", firstMonth)
                .param("afterMonths", afterMonths)
                .param("edition", tree.edition())
                .query(Row.class)
                .list()
                .forEach(row -> answer.computeIfAbsent(row.at(), at -> new TreeMap<>())
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

    private static List<String> pieces(
            Tree tree, Window window, boolean units, boolean near, LocalDate firstMonth, LocalDate afterMonths) {
        var pieces = new ArrayList<String>();
        if (units && window.hasWholeMonths()) {
            pieces.add(CELLS);
            pieces.add(FRESH);
        }
        if (units && window.from().isBefore(firstMonth)) {
            pieces.add(BEFORE);
        }
        if (units && !window.to().isBefore(afterMonths)) {
            pieces.add(AFTER);
        }
        if (near) {
            pieces.add(NEAR);
        }
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

    private static boolean hasCells(String code) {
        return code.length() <= DIGITS_OF_BANNER;
    }
}
