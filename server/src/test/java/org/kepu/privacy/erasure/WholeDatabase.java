package org.kepu.privacy.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kepu.privacy.GivenPersons.Person;
import org.kepu.vault.SealedColumns;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads every cell of every table and says where a person can still be recognised: in clear, by a keyed hash, in bytes, or
 * within what the vault opens.
 */
@Component
class WholeDatabase {

    private final JdbcClient database;
    private final Vault vault;
    private final List<SealedColumns> sealed;

    WholeDatabase(JdbcClient database, Vault vault, List<SealedColumns> sealed) {
        this.database = database;
        this.vault = vault;
        this.sealed = sealed;
    }

    private static final Pattern SEALED = Pattern.compile("[0-9a-f]{8}\\.(aes|sm4)-gcm\\.");

    private record Column(String schema, String table, String name) {
        String path() {
            return schema + "." + table + "." + name;
        }
    }

    /** The columns that tell of the person. */
    Set<String> tellingOf(Person person) {
        var traces = List.of(person.name(), person.phone(), person.mail(), person.child());
        var found = new TreeSet<String>();
        var prints = new ArrayList<String>();
        var fields = fields();
        for (var field : fields) {
            prints.add(vault.fingerprint(field, person.phone()));
            prints.add(vault.fingerprint(field, person.mail()));
        }
        for (var column : columns()) {
            database.sql("select %s as cell from %s.%s where %s is not null"
                            .formatted(
                                    column.name().equals("attribute_bytes") || bytes(column)
                                            ? "encode(" + column.name() + ", 'hex')"
                                            : column.name() + "::text",
                                    column.schema(),
                                    column.table(),
                                    column.name()))
                    .query(row -> {
                        var cell = row.getString("cell");
                        var clear = opened(cell, fields);
                        boolean tells = traces.stream()
                                        .anyMatch(trace -> cell.contains(trace)
                                                || clear.contains(trace)
                                                || cell.contains(hex(trace)))
                                || prints.stream().anyMatch(cell::contains);
                        if (tells) {
                            found.add(column.path());
                        }
                    });
        }
        return found;
    }

    /** The columns in which the bare identity stands. */
    Set<String> holding(UUID person) {
        var found = new HashSet<String>();
        for (var column : columns()) {
            var times = database.sql("select count(*) from %s.%s where position(:id in %s::text) > 0"
                            .formatted(column.schema(), column.table(), column.name()))
                    .param("id", person.toString())
                    .query(Integer.class)
                    .single();
            if (times > 0) {
                found.add(column.path());
            }
        }
        return found;
    }

    /** What is sealed is opened: a value that only the vault hides has not been erased. */
    private String opened(String cell, List<String> fields) {
        if (!SEALED.matcher(cell).lookingAt()) {
            return "";
        }
        for (var field : fields) {
            try {
                return vault.open(field, cell);
            } catch (RuntimeException notThis) {
                continue;
            }
        }
        return "";
    }

    private List<String> fields() {
        return sealed.stream()
                .flatMap(module -> module.columns().stream())
                .map(SealedColumns.Column::field)
                .distinct()
                .toList();
    }

    private List<Column> columns() {
        return database.sql("""
                select columns.table_schema, columns.table_name, columns.column_name
                from information_schema.columns join information_schema.tables using (table_schema, table_name)
                where table_schema not in ('information_schema', 'pg_catalog', 'public') and table_type = 'BASE TABLE'
                order by 1, 2, 3
                """)
                .query((row, number) -> new Column(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    private boolean bytes(Column column) {
        return database.sql("""
                select data_type = 'bytea' from information_schema.columns
                where table_schema = :schema and table_name = :table and column_name = :name
                """)
                .param("schema", column.schema())
                .param("table", column.table())
                .param("name", column.name())
                .query(Boolean.class)
                .single();
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
