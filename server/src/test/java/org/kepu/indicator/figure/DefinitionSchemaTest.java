package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.JacksonException;

/** The schema that is handed out says of a definition what the program's reader says. */
class DefinitionSchemaTest {

    private final DefinitionJson json = new DefinitionJson();
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("indicator/definition.schema.json"), InputFormat.JSON);

    @Test
    void each_definition_that_comes_with_the_program_is_one_by_the_schema() {
        List<?> trees = new Yaml().load(text("indicator/definitions.yaml"));
        assertThat(trees).hasSizeGreaterThanOrEqualTo(23).allSatisfy(tree -> {
            var written = json.write(json.read(tree));
            assertThat(schema.validate(written, InputFormat.JSON)).as(written).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                {"id": "a1", "name": "某项", "unit": "次", "span": "YEAR", "extra": 1,
                 "method": {"type": "sum", "of": {"kinds": ["LECTURE"]}, "amount": "EVENTS"}}""", """
                {"id": "a1", "name": "某项", "unit": "次", "span": "YEAR",
                 "method": {"type": "sum", "of": {"kinds": []}, "amount": "EVENTS"}}""", """
                {"id": "a1", "name": "某项", "unit": "次", "span": "YEAR",
                 "method": {"type": "sum", "of": {"kinds": ["LECTURE"], "atLeast": 1}, "amount": "EVENTS"}}""", """
                {"id": "a1", "name": "某项", "unit": "次", "span": "WEEK",
                 "method": {"type": "sum", "of": {"kinds": ["LECTURE"]}, "amount": "EVENTS"}}""", """
                {"id": "A1", "name": "某项", "unit": "次", "span": "YEAR",
                 "method": {"type": "sum", "of": {"kinds": ["LECTURE"]}, "amount": "EVENTS"}}""", """
                {"id": "a1", "name": "某项", "unit": "次", "span": "YEAR",
                 "method": {"type": "guess", "of": {"kinds": ["LECTURE"]}}}""", """
                {"id": "a1", "name": "某项", "unit": "%", "span": "DAY",
                 "method": {"type": "coverage", "level": "BANNER", "each": {"type": "stated", "origin": "SURVEY"},
                            "at-least": 1, "share": true}}"""})
    void what_the_reader_refuses_is_none_by_the_schema(String text) {
        assertThatThrownBy(() -> json.read(text)).isInstanceOf(JacksonException.class);
        assertThat(schema.validate(text, InputFormat.JSON)).isNotEmpty();
    }

    private static String text(String resource) {
        try (var file = new ClassPathResource(resource).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
