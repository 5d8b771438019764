package org.kepu.ledger.supervision.light;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.kepu.shared.PublicKnowledge;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The tables of rules by which lights burn, as the file says that {@code kepu.lights.rules} names. */
@Service
@PublicKnowledge("by which rules lights burn is told to everybody who has one")
class RuleTables {

    private final List<RuleTable> tables;

    RuleTables(LightSettings settings) {
        tables = read(settings.rules());
    }

    /** The latest first. */
    List<RuleTable> all() {
        return tables;
    }

    /** The table that holds on a day; before the first one, the first. */
    RuleTable on(LocalDate day) {
        return tables.stream()
                .filter(table -> !table.from().isAfter(day))
                .findFirst()
                .orElseGet(tables::getLast);
    }

    private static List<RuleTable> read(Resource file) {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var content = file.getInputStream()) {
            var read = strict.convertValue(new Yaml().load(content), new TypeReference<List<RuleTable>>() {});
            if (read.isEmpty() || read.stream().map(RuleTable::from).distinct().count() < read.size()) {
                throw new IllegalArgumentException("tables of rules begin on different days: " + file);
            }
            return read.stream()
                    .sorted(Comparator.comparing(RuleTable::from).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
