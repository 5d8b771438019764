package org.kepu.indicator.target;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.PersonMark;
import org.kepu.indicator.PersonMarks;
import org.kepu.indicator.Recorded;
import org.kepu.indicator.Source;
import org.kepu.indicator.Thing;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Statement;
import org.kepu.indicator.figure.Statements;
import org.kepu.indicator.figure.Window;
import org.kepu.plandoc.Target.Operator;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 23 targets of the plans of 2021–2025 and a few hundred facts (示例数据) by which each can be counted by hand, see
 * {@code docs/handbook/demo-figures.md}. Loading them again adds nothing.
 */
@Service
class DemoFigures {

    private static final String SOURCE = "demo";

    private final TargetTable targets;
    private final Statements statements;
    private final Facts facts;
    private final PersonMarks marks;

    DemoFigures(TargetTable targets, Statements statements, Facts facts, PersonMarks marks) {
        this.targets = targets;
        this.statements = statements;
        this.facts = facts;
        this.marks = marks;
    }

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
                    UUID.nameUUIDFromBytes((SOURCE + " " + number).getBytes(UTF_8)),
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
            @Nullable String at) {}

    @Transactional
    public void load(Scope scope) {
        scope.demands(Right.KEEP_INDICATORS);
        var rows = read("demo/targets.yaml", TargetRow[].class);
        for (int i = 0; i < rows.size(); i++) {
            plant(scope, rows.get(i), rows.get(i).target(i + 1));
        }
        var refused = facts
                .record(
                        scope.actor(),
                        read("demo/facts.yaml", FactRow[].class).stream()
                                .map(this::fact)
                                .toList())
                .stream()
                .filter(Recorded.Refused.class::isInstance)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("demo facts are refused: " + refused);
        }
    }

    /** What others state is stated once, with its target: statements are never changed. */
    private void plant(Scope scope, TargetRow row, Target target) {
        var stated = row.stated();
        if (targets.add(target, scope.actor().account()) && stated != null) {
            stated.forEach(said -> statements.state(
                    scope,
                    new Statement(
                            target.indicator(),
                            target.region(),
                            said.day(),
                            said.value(),
                            said.source(),
                            said.document())));
        }
    }

    private Fact fact(FactRow row) {
        var events = row.events();
        var fact = Fact.of(
                        Source.of(SOURCE, row.id()), row.kind(), row.day(), new RegionCode(row.region()), row.title())
                .with(new Amounts(events == null ? 1 : events, row.attendances(), 0, 0, row.quantity()));
        var audience = row.audience();
        if (audience != null) {
            fact = fact.forAudience(audience);
        }
        var rural = row.rural();
        if (rural != null) {
            fact = fact.inRuralArea(rural);
        }
        var persons = row.persons();
        if (persons != null) {
            fact = fact.of(persons(persons));
        }
        var thing = row.thing();
        if (thing == null) {
            return fact;
        }
        var at = row.at();
        return fact.about(
                new Thing(thing.kind(), thing.code(), thing.name(), new RegionCode(at == null ? row.region() : at)));
    }

    /** People who do not exist, by number: {@code 901-1980}. */
    private Set<PersonMark> persons(String numbers) {
        var ends = numbers.split("-");
        return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                .mapToObj(number -> marks.of("示例人员 " + number))
                .collect(Collectors.toSet());
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
