package org.kepu.activity.school;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.body.BodyKind;
import org.kepu.body.KeepingBodies;
import org.kepu.indicator.target.Semester;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A few schools in two divisions with the bodies that keep them (示例数据). Those that are there stay as they are. Before
 * the season, which goes to them.
 */
@Service
@Order(2)
class DemoSchools implements Demo {

    private static final LocalDate OPENED = LocalDate.of(2021, 2, 1);

    private final Schools schools;
    private final Semesters semesters;
    private final KeepingSchools keeping;
    private final KeepingBodies bodies;

    DemoSchools(Schools schools, Semesters semesters, KeepingSchools keeping, KeepingBodies bodies) {
        this.schools = schools;
        this.semesters = semesters;
        this.keeping = keeping;
        this.bodies = bodies;
    }

    private record Row(
            String code,
            String name,
            String region,
            String keeper,
            Stage stage,
            @Nullable Boolean rural,
            @Nullable Integer roll,
            @JsonProperty("taking-part") @Nullable Integer takingPart,
            @Nullable Integer teachers) {}

    @Override
    public void load(Desk program) {
        read().stream().filter(row -> schools.known(row.code()).isEmpty()).forEach(row -> plant(program, row));
    }

    private void plant(Desk program, Row row) {
        var keeper = bodies.register(
                program.scope(Right.KEEP_BODIES),
                new RegionCode(row.region()),
                row.keeper(),
                BodyKind.guess(row.keeper()));
        var scope = program.scope(Right.RUN_ACTIVITIES);
        var entered = keeping.enter(
                scope,
                new SchoolForm(
                        row.code(),
                        row.name(),
                        row.region(),
                        keeper.id().value(),
                        row.stage(),
                        row.rural(),
                        OPENED,
                        null,
                        0));
        if (entered != KeepingSchools.Outcome.DONE) {
            throw new IllegalStateException("the demo school " + row.code() + " was not entered: " + entered);
        }
        keeping.numbers(scope, row.code(), Semester.of(semesters.today()), numbers(row));
    }

    private static EnumMap<SchoolNumber, Integer> numbers(Row row) {
        var numbers = new EnumMap<SchoolNumber, Integer>(SchoolNumber.class);
        put(numbers, SchoolNumber.ROLL, row.roll());
        put(numbers, SchoolNumber.TAKING_PART, row.takingPart());
        put(numbers, SchoolNumber.SCIENCE_TEACHERS, row.teachers());
        return numbers;
    }

    private static void put(EnumMap<SchoolNumber, Integer> numbers, SchoolNumber what, @Nullable Integer number) {
        if (number != null) {
            numbers.put(what, number);
        }
    }

    private static List<Row> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("demo/schools.yaml").getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), Row[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
