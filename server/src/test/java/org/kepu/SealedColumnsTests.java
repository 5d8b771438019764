package org.kepu;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kepu.region.OnPostgres;
import org.kepu.vault.SealedColumns;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is sealed can be found when the keys change. */
@OnPostgres
class SealedColumnsTests {

    private static final Pattern SEALED = Pattern.compile("vault\\.seal\\(\\s*([A-Z][A-Z_]*)\\s*,");

    /** What is sealed but lies in no column for longer than a session. */
    private static final Set<String> PASSING = Set.of("access.session.contact");

    @Autowired
    private List<SealedColumns> modules;

    @Autowired
    private JdbcClient database;

    @Test
    void every_field_that_is_sealed_is_told_to_the_vault() {
        var told = modules.stream()
                .flatMap(module -> module.columns().stream())
                .map(SealedColumns.Column::field)
                .collect(toSet());
        var sealed = fieldsThatAreSealed();
        assertThat(sealed).isNotEmpty();
        assertThat(sealed)
                .as("fields that no SealedColumns bean tells of: their values would keep their old key")
                .allSatisfy((place, field) -> assertThat(told.contains(field) || PASSING.contains(field))
                        .as(place + " seals " + field)
                        .isTrue());
    }

    @Test
    void every_column_that_is_told_is_there_and_its_key_is_unique_and_never_null() {
        for (var column :
                modules.stream().flatMap(module -> module.columns().stream()).toList()) {
            assertThat(database.sql("""
                    select count(*) from pg_index i
                    join pg_attribute k on k.attrelid = i.indrelid and k.attnum = i.indkey[0] and k.attnotnull
                    join pg_attribute c on c.attrelid = i.indrelid and c.attname = :column
                    where i.indrelid = :table::regclass and i.indisunique and i.indnkeyatts = 1 and k.attname = :key
                    """)
                            .param("table", column.table())
                            .param("column", column.column())
                            .param("key", column.key())
                            .query(Integer.class)
                            .single())
                    .as(column.toString())
                    .isPositive();
        }
    }

    private static Map<String, String> fieldsThatAreSealed() {
        var sealed = new TreeMap<String, String>();
        for (var file : Sources.files(Sources.JAVA, ".java")) {
            var text = Sources.text(file);
            SEALED.matcher(text).results().map(found -> found.group(1)).forEach(constant -> {
                var value = Pattern.compile("\\b" + constant + "\\s*=\\s*\"([^\"]+)\"")
                        .matcher(text);
                assertThat(value.find())
                        .as(file + ": " + constant + " is a constant of this class")
                        .isTrue();
                sealed.put(file.getFileName() + " " + constant, value.group(1));
            });
        }
        return sealed;
    }
}
