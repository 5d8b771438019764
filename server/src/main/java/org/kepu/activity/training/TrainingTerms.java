package org.kepu.activity.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.kepu.shared.PublicKnowledge;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The modes of trainings and the categories of trainees, as {@code activity/training.yaml} has them. */
@Service
@PublicKnowledge("how things are called is no secret")
public class TrainingTerms {

    private final Lists lists = read();

    /** How a training is arranged (订单、定岗、定向 …). */
    public record Mode(String code, String name) {}

    /**
     * What a trainee is.
     *
     * @param audience as which trainees of this category count in facts
     * @param school whether it is asked if they teach at a rural school
     */
    public record Category(String code, String name, String audience, boolean school) {}

    private record Lists(List<Mode> modes, List<Category> categories) {}

    public List<Mode> modes() {
        return lists.modes();
    }

    public List<Category> categories() {
        return lists.categories();
    }

    public Optional<Category> category(String code) {
        return categories().stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** The category that is written so, by name or code. */
    Optional<Category> written(String words) {
        return categories().stream()
                .filter(category ->
                        category.name().equals(words) || category.code().equals(words))
                .findFirst();
    }

    public boolean isMode(String code) {
        return modes().stream().anyMatch(mode -> mode.code().equals(code));
    }

    /** What people call a mode; of one that is not known any more, its code. */
    public String modeName(String code) {
        return modes().stream()
                .filter(mode -> mode.code().equals(code))
                .map(Mode::name)
                .findFirst()
                .orElse(code);
    }

    /** What people call a category; of one that is not known any more, its code. */
    public String categoryName(String code) {
        return category(code).map(Category::name).orElse(code);
    }

    private static Lists read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = new ClassPathResource("activity/training.yaml").getInputStream()) {
            return strict.convertValue(new Yaml().load(file), Lists.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
