package org.kepu.privacy;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kepu.shared.PublicKnowledge;
import org.kepu.shared.Right;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The register of purposes (个人信息处理说明), read at the start from {@code privacy/purposes.yaml}. */
@Service
@PublicKnowledge("the register is there to be read by everybody")
public class Purposes {

    private final Register register;

    Purposes() {
        register = read("privacy/purposes.yaml");
    }

    /** Columns that only look like personal data, and why they are not. */
    public record Exemption(List<String> columns, String why) {
        public Exemption {
            columns = List.copyOf(columns);
            if (columns.isEmpty() || why.isBlank()) {
                throw new IllegalArgumentException("an exemption names columns and a reason");
            }
        }
    }

    /** The whole register in one version. */
    record Register(
            LocalDate version,
            List<Purpose> purposes,
            @JsonProperty("not-personal") List<Exemption> notPersonal) {

        Register {
            purposes = List.copyOf(purposes);
            notPersonal = List.copyOf(notPersonal);
            var ids = new HashSet<String>();
            for (var purpose : purposes) {
                if (!ids.add(purpose.id())) {
                    throw new IllegalArgumentException("two purposes are called " + purpose.id());
                }
            }
        }
    }

    /** The day of the text that people read now. */
    public LocalDate version() {
        return register.version();
    }

    public List<Purpose> all() {
        return register.purposes();
    }

    public Optional<Purpose> find(String id) {
        return all().stream().filter(purpose -> purpose.id().equals(id)).findFirst();
    }

    /** Those for which consent is asked. */
    public List<Purpose> byConsent() {
        return all().stream().filter(Purpose::consent).toList();
    }

    /** What a holder of this right may read a column for. */
    public List<Purpose> reading(String column, Right right) {
        return all().stream()
                .filter(purpose -> purpose.seenBy().contains(right)
                        && purpose.called(column).isPresent())
                .toList();
    }

    /** Every column with personal data. */
    public Set<String> columns() {
        return all().stream()
                .flatMap(purpose -> purpose.fields().stream())
                .map(Purpose.Field::column)
                .collect(toSet());
    }

    public List<Exemption> notPersonal() {
        return register.notPersonal();
    }

    /** What is not understood word for word is refused: a slip in the register must not pass for nothing. */
    static Register read(String resource) {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = new ClassPathResource(resource).getInputStream()) {
            return strict.convertValue(new Yaml().load(file), Register.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
