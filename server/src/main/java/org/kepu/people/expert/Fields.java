package org.kepu.people.expert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.kepu.shared.PublicKnowledge;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The fields of science (学科) of GB/T 13745-2009, first level, as {@code people/fields.yaml} has them. */
@Service
@PublicKnowledge("a national standard")
public class Fields {

    private final List<Field> all = read();

    /** A field by its code of three digits. */
    public record Field(String code, String name) {}

    public List<Field> all() {
        return all;
    }

    public boolean isField(String code) {
        return all.stream().anyMatch(field -> field.code().equals(code));
    }

    /** What people call a field; of one that is not known any more, its code. */
    public String name(String code) {
        return all.stream()
                .filter(field -> field.code().equals(code))
                .map(Field::name)
                .findFirst()
                .orElse(code);
    }

    private static List<Field> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("people/fields.yaml").getInputStream()) {
            List<Map<String, Object>> rows = new Yaml().load(file);
            return rows.stream()
                    .map(row -> strict.convertValue(row, Field.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
