package org.kepu.indicator.figure;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Draws the cells for a tree, within a transaction: all of them from the facts, or only what stands elsewhere than before. */
class Drawing {

    /** For some millions of cells; PostgreSQL takes twice as much for a hash table. */
    static final String MEMORY = "set local work_mem = '192MB'";

    /** The divisions of banner level and above over a division, and its sumu. */
    static final String WAY = """
            way as (
                select code, array(select unit from unnest(path) as unit where length(unit) = 6) as way,
                       (select unit from unnest(path) as unit where length(unit) = 9) as sumu
                from indicator.standing
            """;

    /**
     * Into which cells the {@code counted} rows go, by their {@code way}. From step to step there is less to add: the months of
     * banners, from these the months of what lies above, from these the years; the years of sumus by themselves.
     */
    static final String TOLD = """
            of_way as materialized (
                select way, kind, audience, place, rural, month, %1$s
                from counted join way on way.code = counted.region
                group by way, kind, audience, place, rural, month
            ), of_month as materialized (
                select unit, kind, audience, place, rural, month, %1$s
                from of_way cross join unnest(way) as unit
                group by unit, kind, audience, place, rural, month
            ), told as (
                select unit, kind, audience, place, rural, 1::smallint as months, month, facts, events, attendances, minutes, money,
                       quantity
                from of_month
                union all
                select unit, kind, audience, place, rural, 12, date_trunc('year', month)::date, %1$s
                from of_month
                group by 1, 2, 3, 4, 5, 7
                union all
                select sumu, kind, audience, place, rural, 12, date_trunc('year', month)::date, %1$s
                from counted join way on way.code = counted.region
                where sumu is not null
                group by 1, 2, 3, 4, 5, 7
            )
            """.formatted("""
            indicator.total(facts) as facts, indicator.total(events) as events, indicator.total(attendances) as attendances,
            indicator.total(minutes) as minutes, indicator.total(money) as money, indicator.total(quantity) as quantity""");

    /** What the cells say if they agree with the facts, those aside that are not rolled yet. */
    static final String OF_FACTS = "with " + WAY + """
            ), counted as not materialized (
                select region, kind, audience, place, rural, date_trunc('month', day)::date as month, weight::bigint as facts, events,
                       attendances, minutes, money, quantity
                from indicator.fact
                union all
                select region, kind, audience, place, rural, month, -facts, -events, -attendances, -minutes, -money, -quantity
                from indicator.fresh
            ),
            """ + TOLD + """
            select unit, kind, audience, place, rural, months, month, facts, events, attendances, minutes, money, quantity from told
            """;

    static final String FILL = """
            insert into indicator.cell as cell (unit, kind, audience, place, rural, months, month, facts, events, attendances,
                                                minutes, money, quantity)
            """;

    /** Adds to cells that are there. */
    static final String ADDING = """
            on conflict on constraint cell_pk do update
            set facts = cell.facts + excluded.facts, events = cell.events + excluded.events,
                attendances = cell.attendances + excluded.attendances, minutes = cell.minutes + excluded.minutes,
                money = cell.money + excluded.money, quantity = cell.quantity + excluded.quantity
            """;

    private final JdbcClient database;

    Drawing(JdbcClient database) {
        this.database = database;
    }

    /** Empties the cells and fills them from the facts. */
    void draw(LocalDate day) {
        database.sql(MEMORY).update();
        database.sql("delete from indicator.cell").update();
        database.sql("delete from indicator.standing").update();
        database.sql("insert into indicator.standing (code, path) select code, path from region.paths(:day)")
                .param("day", day)
                .update();
        database.sql(FILL + OF_FACTS + " order by unit, kind, months, month, audience, place, rural")
                .update();
        drawn(day);
    }

    /** Takes the sums of the codes that moved out of the divisions that lost them and adds them where they stand now. */
    void redraw(LocalDate day) {
        if (database.sql("select not exists (select from indicator.standing)")
                .query(Boolean.class)
                .single()) {
            draw(day);
            return;
        }
        database.sql("""
                        create temporary table redrawn on commit drop as
                        select code, drawn.path, coalesce(standing.path, '{}') as before
                        from region.paths(:day) as drawn left join indicator.standing using (code)
                        where drawn.path is distinct from standing.path
                        """).param("day", day).update();
        database.sql("analyze redrawn").update();
        database.sql("""
                        insert into indicator.standing (code, path) select code, path from redrawn
                        on conflict on constraint standing_pk do update set path = excluded.path
                        """).update();
        database.sql("""
                        with shift as materialized (
                            select code, unit, 1 as sign from redrawn, unnest(path) as unit
                            where length(unit) <= 9 and not unit = any(before)
                            union all
                            select code, unit, -1 from redrawn, unnest(before) as unit
                            where length(unit) <= 9 and not unit = any(path)
                        ), counted as (
                            select region, kind, audience, place, rural, date_trunc('month', day)::date as month,
                                   weight as facts, events, attendances, minutes, money, quantity
                            from indicator.fact where region in (select code from shift)
                            union all
                            select region, kind, audience, place, rural, month, -facts, -events, -attendances, -minutes,
                                   -money, -quantity
                            from indicator.fresh where region in (select code from shift)
                        )
                        """ + FILL + """
                        select cells.unit, kind, audience, place, rural, months, cells.month, indicator.total(sign * facts),
                               indicator.total(sign * events), indicator.total(sign * attendances), indicator.total(sign * minutes), indicator.total(sign * money),
                               indicator.total(sign * quantity)
                        from counted
                             join shift on shift.code = counted.region
                             cross join lateral indicator.cells(array[shift.unit], counted.month) as cells
                        group by cells.unit, kind, audience, place, rural, months, cells.month
                        """ + ADDING).update();
        drawn(day);
    }

    private void drawn(LocalDate day) {
        database.sql("""
                        update indicator.rolled
                        set edition = coalesce(region.edition_on(:day), '-infinity'), drawing = region.drawn()
                        """).param("day", day).update();
    }
}
