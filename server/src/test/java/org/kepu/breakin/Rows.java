package org.kepu.breakin;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the tables of the program, to see whether anything was changed or can be made to speak. */
final class Rows {

    /** What the rolling job makes of the facts, whoever visits. */
    private static final Set<String> ROLLED =
            Set.of("indicator.cell", "indicator.fresh", "indicator.rolled", "indicator.standing");

    private final JdbcClient database;
    private final String fingerprints;

    Rows(JdbcClient database) {
        this.database = database;
        this.fingerprints = tables().stream()
                .filter(table -> !table.startsWith("audit.")
                        && !table.startsWith("access.session")
                        && !table.startsWith("access.web_session")
                        && !table.startsWith("guard.")
                        && !ROLLED.contains(table)
                        && !table.startsWith("vault."))
                .map("""
                        select '%1$s' as name, md5(string_agg(row::text, '|' order by row::text)) as print from %1$s row
                        """::formatted)
                .collect(joining("union all "));
    }

    record Column(String schema, String table, String name) {

        String qualified() {
            return schema + "." + table;
        }
    }

    /** One word for the content of each table; sessions, counts of tries and the trail change with every visit. */
    Map<String, String> fingerprints() {
        var prints = new TreeMap<String, String>();
        database.sql(fingerprints).query(row -> {
            prints.put(row.getString("name"), String.valueOf(row.getString("print")));
        });
        return prints;
    }

    /** The tables that are no longer as they were. */
    List<String> changedSince(Map<String, String> before) {
        var now = fingerprints();
        return before.keySet().stream()
                .filter(table -> !before.get(table).equals(now.get(table)))
                .toList();
    }

    List<String> tables() {
        return database.sql("""
                select table_schema || '.' || table_name from information_schema.tables
                where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public')
                  and table_name <> 'flyway_schema_history'
                order by 1
                """).query(String.class).list();
    }

    /** Every column that holds words: not codes of divisions, digests, or what is sealed. */
    List<Column> texts() {
        return database.sql("""
                select table_schema, table_name, column_name from information_schema.columns
                join information_schema.tables using (table_schema, table_name)
                where table_type = 'BASE TABLE' and data_type = 'text' and is_generated = 'NEVER'
                  and table_schema not in ('pg_catalog', 'information_schema', 'public', 'audit', 'vault', 'guard')
                  and column_name not in ('region', 'region_code', 'within', 'code', 'parent', 'ancestor', 'recipient',
                                          'phone', 'mail', 'contact', 'contacts', 'secret', 'birth_month', 'field', 'purpose')
                  and column_name !~ 'hash|print|sha256' and (table_schema, table_name) <> ('privacy', 'dependant')
                  and (table_name, column_name) <> ('message', 'text')
                order by 1, 2, 3
                """)
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }
}
