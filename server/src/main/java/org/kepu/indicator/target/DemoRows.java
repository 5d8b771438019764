package org.kepu.indicator.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Window;
import org.kepu.plandoc.Target.Operator;
import org.kepu.shared.RegionCode;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The rows of the demo figures, as they stand in {@code demo/targets.yaml} and {@code demo/facts.yaml}. */
final class DemoRows {

    private DemoRows() {}

    /** What another says of the indicator of a target. */
    record StatedRow(LocalDate day, BigDecimal value, String source, String document) {}

    record TargetRow(
            String number,
            String indicator,
            String region,
            Operator operator,
            BigDecimal value,
            Span span,
            int from,
            int to,
            boolean aspiration,
            String quote,
            String document,
            @Nullable List<StatedRow> stated) {

        Target target(int position) {
            return new Target(
                    UUID.nameUUIDFromBytes((DemoFigures.SOURCE + " " + number).getBytes(UTF_8)),
                    indicator,
                    new RegionCode(region),
                    operator,
                    value,
                    span,
                    new Window(LocalDate.of(from, 1, 1), LocalDate.of(to, 12, 31)),
                    aspiration,
                    quote,
                    document,
                    null,
                    null,
                    position);
        }
    }

    record ThingRow(String kind, String code, String name) {}

    record FactRow(
            String id,
            String kind,
            LocalDate day,
            String region,
            String title,
            @Nullable String audience,
            @Nullable Boolean rural,
            @Nullable Integer events,
            int attendances,
            long quantity,
            @Nullable String persons,
            @Nullable ThingRow thing,
            @Nullable String at,
            @Nullable List<String> organisers) {

        List<String> organisedBy() {
            return Objects.requireNonNullElse(organisers, List.of());
        }
    }

    static List<TargetRow> targets() {
        return read("demo/targets.yaml", TargetRow[].class);
    }

    static List<FactRow> facts() {
        return read("demo/facts.yaml", FactRow[].class);
    }

    private static <T> List<T> read(String path, Class<T[]> rows) {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = new ClassPathResource(path).getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), rows));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
