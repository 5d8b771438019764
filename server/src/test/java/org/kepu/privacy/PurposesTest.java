package org.kepu.privacy;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of purposes says of every column that may tell of a person what it is for. */
@OnPostgres
class PurposesTest {

    /** What a column with personal data is likely to be called. */
    private static final Pattern SUSPICIOUS = Pattern.compile(
            "(?:.*_)?(name|named|phone|telephone|mail|email|contact|contacts|recipient|address|identity|birth|person|guardian|holder"
                    + "|reader|actor|subject|account|owner|device|principal|represented|deputy|by|exporter)(?:_.*)?");

    @Autowired
    private Purposes purposes;

    @Autowired
    private List<PersonalData> places;

    @Autowired
    private JdbcClient database;

    @Test
    void every_column_that_may_tell_of_a_person_is_declared_or_exempted_with_a_reason() {
        var columns = database.sql("""
                        select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                        where table_schema not in ('information_schema', 'pg_catalog', 'public')
                          and table_name <> 'flyway_schema_history'
                        """).query(String.class).set();
        var known = new TreeSet<>(purposes.columns());
        purposes.notPersonal().forEach(exemption -> known.addAll(exemption.columns()));

        var suspicious = columns.stream()
                .filter(column -> SUSPICIOUS
                        .matcher(column.substring(column.lastIndexOf('.') + 1))
                        .matches())
                .collect(toSet());
        assertThat(suspicious).hasSizeGreaterThan(40);
        assertThat(suspicious.stream().filter(column -> !known.contains(column)).sorted())
                .as("declare them in privacy/purposes.yaml, or say there why they tell of nobody")
                .isEmpty();
        assertThat(known.stream().filter(column -> !columns.contains(column)))
                .as("declared, but not there")
                .isEmpty();
    }

    @Test
    void the_register_and_the_places_speak_of_the_same_columns() {
        assertThat(places).hasSizeGreaterThan(4);
        assertThat(places.stream()
                        .flatMap(place -> place.columns().stream())
                        .sorted()
                        .distinct())
                .containsExactlyElementsOf(purposes.columns().stream().sorted().toList());
        assertThat(places.stream().map(PersonalData::source)).doesNotHaveDuplicates();
    }

    @Test
    void what_is_sensitive_rests_on_consent() {
        assertThat(purposes.all().stream().filter(Purpose::sensitive))
                .isNotEmpty()
                .allMatch(Purpose::consent);
    }

    @Test
    void a_slip_in_the_register_is_no_silent_omission() {
        assertThatThrownBy(() -> Purposes.read("privacy/with-a-slip.yaml")).hasMessageContaining("seen-bye");
        assertThatThrownBy(() -> Purposes.read("privacy/without-asking.yaml"))
                .hasStackTraceContaining("who rests on consent asks for it");
    }
}
