package org.kepu.order.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.kepu.shared.PublicKnowledge;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked for, as {@code order/subjects.yaml} has it. */
@Service
@PublicKnowledge("how things are called is no secret")
public class Subjects {

    private final List<Subject> subjects = read();

    /** What a talk or a service is about. */
    public record Subject(String code, String name) {}

    public List<Subject> all() {
        return subjects;
    }

    public boolean isKnown(String code) {
        return subjects.stream().anyMatch(subject -> subject.code().equals(code));
    }

    /** What people call it; of one that is not known any more, its code. */
    public String name(String code) {
        return subjects.stream()
                .filter(subject -> subject.code().equals(code))
                .map(Subject::name)
                .findFirst()
                .orElse(code);
    }

    private static List<Subject> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("order/subjects.yaml").getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), Subject[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
