package org.kepu.people;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.kepu.shared.PublicKnowledge;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The classes of service, backgrounds, stars and office hours, as {@code people/terms.yaml} has them. */
@Service
@PublicKnowledge("how things are called and by what rule hours count is no secret")
public class ServiceTerms {

    private final Lists lists = read();

    /**
     * A class of service (服务类别).
     *
     * @param fact the kind of fact as which it counts
     */
    public record Service(String code, String name, String fact) {}

    /** From where volunteers come. */
    public record Background(String code, String name) {}

    /** So many stars from so many hours on. */
    public record Star(int stars, int hours) {}

    /** Within these hours of a working day those in paid service are at work. */
    public record Office(LocalTime from, LocalTime to) {}

    private record Written(String from, String to) {
        Office office() {
            return new Office(LocalTime.parse(from), LocalTime.parse(to));
        }
    }

    private record Lists(
            List<Service> services,
            List<Background> backgrounds,
            List<Star> stars,
            @JsonProperty("office-hours") List<Written> officeHours,
            ServiceRule rules) {}

    public List<Service> services() {
        return lists.services();
    }

    public List<Background> backgrounds() {
        return lists.backgrounds();
    }

    public List<Star> stars() {
        return lists.stars();
    }

    public List<Office> officeHours() {
        return lists.officeHours().stream().map(Written::office).toList();
    }

    /** The rule of divisions that have none of their own. */
    public ServiceRule rule() {
        return lists.rules();
    }

    public Optional<Service> service(String code) {
        return services().stream()
                .filter(service -> service.code().equals(code) || service.name().equals(code))
                .findFirst();
    }

    /** What people call a class; of one that is not known any more, its code. */
    public String serviceName(String code) {
        return service(code).map(Service::name).orElse(code);
    }

    public boolean isBackground(String code) {
        return backgrounds().stream().anyMatch(one -> one.code().equals(code));
    }

    /** What people call a background; nothing where none was told. */
    public String backgroundName(String code) {
        return backgrounds().stream()
                .filter(one -> one.code().equals(code))
                .map(Background::name)
                .findFirst()
                .orElse("");
    }

    /** The stars of so many minutes; 0 below the first. */
    public int stars(long minutes) {
        return stars().stream()
                .filter(star -> minutes >= star.hours() * 60L)
                .mapToInt(Star::stars)
                .max()
                .orElse(0);
    }

    private static Lists read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = new ClassPathResource("people/terms.yaml").getInputStream()) {
            return strict.convertValue(new Yaml().load(file), Lists.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
