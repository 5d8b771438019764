package org.kepu.region;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.region.ImportRow.Columns;
import org.kepu.region.sheet.Rejections;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of one import while its transaction lasts, in a temporary table, so that every question to the tree is one statement
 * over all rows.
 */
@Component
class ImportTable {

    private final JdbcClient jdbc;

    ImportTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open() {
        TreeLock.take(jdbc);
        jdbc.sql("""
                        create temporary table intake (
                            line int, code text, name text, parent text, settlement text, marks text
                        ) on commit drop
                        """).update();
    }

    void stage(List<ImportRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("insert into intake select * from unnest(:lines, :codes, :names, :parents, :settlements, :marks)")
                .param("lines", rows.stream().map(ImportRow::line).toArray(Integer[]::new))
                .param("codes", rows.stream().map(row -> row.code().value()).toArray(String[]::new))
                .param("names", rows.stream().map(ImportRow::name).toArray(String[]::new))
                .param("parents", rows.stream().map(row -> text(row.parent())).toArray(String[]::new))
                .param(
                        "settlements",
                        rows.stream().map(row -> text(row.settlement())).toArray(String[]::new))
                .param(
                        "marks",
                        rows.stream()
                                .map(row -> String.join(
                                        " ",
                                        row.marks().stream().map(Enum::name).toList()))
                                .toArray(String[]::new))
                .update();
    }

    /** Of several rows with one code the first counts. */
    void rejectDoubled(Rejections rejections) {
        jdbc.sql("create unique index on intake (line)").update();
        jdbc.sql("analyze intake").update();
        jdbc.sql("""
                        delete from intake
                        using (select code, min(line) as first from intake group by code having count(*) > 1) as doubled
                        where intake.code = doubled.code and intake.line > doubled.first
                        returning intake.line, intake.code, doubled.first
                        """)
                .query(telling(
                        rejections,
                        row -> RowError.of(
                                row.getInt("line"),
                                Columns.CODE,
                                "region.import.doubled",
                                row.getString("code"),
                                row.getInt("first"))));
    }

    void rejectChangesAboveSumu(Rejections rejections) {
        jdbc.sql("""
                        delete from intake
                        where length(code) = 6
                          and not exists (
                            select from region.state
                            where state.code = intake.code and upper_inf(during)
                              and state.name = intake.name and state.parent is not distinct from intake.parent)
                        returning line, code
                        """)
                .query(telling(
                        rejections,
                        row -> RowError.of(
                                row.getInt("line"), Columns.CODE, "region.import.aboveSumu", row.getString("code"))));
    }

    /** A row may not touch a division out of reach, nor put anything below one. */
    void rejectOutOfReach(Scope scope, Rejections rejections) {
        jdbc.sql("""
                        with reached as materialized (
                            select region.reach(:scopeRegions, :scopeDay) as code
                        )
                        delete from intake
                        where length(code) > 6
                          and (exists (select from region.lineage where lineage.code = intake.code)
                                   and not exists (select from reached where reached.code = intake.code)
                               or exists (select from region.lineage where lineage.code = intake.parent)
                                   and not exists (select from reached where reached.code = intake.parent))
                        returning line, code
                        """)
                .params(scope.parameters())
                .query(telling(
                        rejections,
                        row -> RowError.of(
                                row.getInt("line"), Columns.CODE, "region.import.outOfReach", row.getString("code"))));
    }

    /** A parent must last as long as the child would; a row whose parent's row was rejected falls with it. */
    void rejectUnknownParents(LocalDate since, Rejections rejections) {
        int fallen;
        do {
            int before = rejections.count();
            jdbc.sql("""
                            with lasting as (
                                select code from region.state
                                where code in (select parent from intake)
                                group by code
                                having range_agg(during) @> daterange(:since, null)
                            )
                            delete from intake
                            where length(code) > 6
                              and parent not in (select code from lasting)
                              and parent not in (select code from intake where length(code) > 6)
                            returning line, parent
                            """)
                    .param("since", since)
                    .query(telling(
                            rejections,
                            row -> RowError.of(
                                    row.getInt("line"),
                                    Columns.PARENT,
                                    "region.import.unknownParent",
                                    row.getString("parent"))));
            fallen = rejections.count() - before;
        } while (fallen > 0);
    }

    /** The past is not overwritten by a list: a state that began later than the list's day stands. */
    void rejectOlderThanRecorded(LocalDate since, Rejections rejections) {
        jdbc.sql("""
                        delete from intake
                        using region.state
                        where state.code = intake.code and lower(state.during) > :since
                          and (state.name, state.parent) is distinct from (intake.name, intake.parent)
                        returning line, state.code, lower(state.during) as recorded
                        """)
                .param("since", since)
                .query(telling(
                        rejections,
                        row -> RowError.of(
                                row.getInt("line"),
                                Columns.CODE,
                                "region.import.olderThanRecorded",
                                row.getString("code"),
                                row.getString("recorded"))));
    }

    /** Writes what is new or different, and says how many rows that were. */
    int write(LocalDate since, String basis) {
        jdbc.sql("""
                        create temporary table change on commit drop as
                        with merged as (
                            select intake.code, intake.name, intake.parent, state.during, state.code is not null as known,
                                   state.name as old_name, state.parent as old_parent, state.traits as old_traits,
                                   array(
                                       select unnest(
                                           case when settlement is not null then array[settlement]
                                                else array(select t from unnest(state.traits) t where t in ('URBAN', 'RURAL')) end
                                           || case when marks <> '' then string_to_array(marks, ' ')
                                                   else array(select t from unnest(state.traits) t where t in ('PASTORAL', 'BORDER')) end)
                                       order by 1) as traits
                            from intake left join lateral (
                                select * from region.state
                                where state.code = intake.code and (upper_inf(during) or upper(during) > :since)
                                order by lower(during)
                                limit 1) state on true
                            where length(intake.code) > 6
                        )
                        select code, name, parent, traits, known, during
                        from merged
                        where not known
                           or name <> old_name or parent is distinct from old_parent
                           or traits <> array(select t from unnest(old_traits) t order by 1)
                        """).param("since", since).update();
        jdbc.sql("""
                        insert into region.edition (since, basis)
                        select :since, :basis where exists (select from change)
                        on conflict do nothing
                        """).param("since", since).param("basis", basis).update();
        jdbc.sql("insert into region.region (code) select code from change on conflict do nothing")
                .update();
        jdbc.sql("""
                        update region.state
                        set name = change.name, parent = change.parent, traits = change.traits
                        from change
                        where state.code = change.code and state.during = change.during and lower(state.during) >= :since
                        """).param("since", since).update();
        jdbc.sql("""
                        update region.state
                        set during = daterange(lower(state.during), :since)
                        from change
                        where state.code = change.code and state.during = change.during and lower(state.during) < :since
                        """).param("since", since).update();
        jdbc.sql("""
                        insert into region.state (code, name, parent, traits, during)
                        select code, name, parent, traits, daterange(:since, upper(during))
                        from change
                        where not known or lower(during) < :since
                        """).param("since", since).update();
        int written =
                jdbc.sql("select count(*) from change").query(Integer.class).single();
        jdbc.sql("set constraints all immediate").update();
        return written;
    }

    private static RowCallbackHandler telling(Rejections rejections, Told told) {
        return row -> rejections.add(told.by(row));
    }

    private interface Told {
        RowError by(ResultSet row) throws SQLException;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
