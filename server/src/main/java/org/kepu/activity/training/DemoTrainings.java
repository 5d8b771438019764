package org.kepu.activity.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Described;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.body.Bodies;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Classes (示例数据) around the day on which they are loaded: one is closed and certified, one goes on. Where there are
 * classes already, none is added.
 */
@Service
@Order(4)
class DemoTrainings implements Demo {

    private final KeepingActivities keeping;
    private final TrainingClasses classes;
    private final Trainees trainees;
    private final Attendance attendance;
    private final ClosingClasses closing;
    private final ClassCertificates certificates;
    private final TrainingLedger ledger;
    private final TrainingTerms terms;
    private final Bodies bodies;
    private final Clock clock;

    DemoTrainings(
            KeepingActivities keeping,
            TrainingClasses classes,
            Trainees trainees,
            Attendance attendance,
            ClosingClasses closing,
            ClassCertificates certificates,
            TrainingLedger ledger,
            TrainingTerms terms,
            Bodies bodies,
            Clock clock) {
        this.keeping = keeping;
        this.classes = classes;
        this.trainees = trainees;
        this.attendance = attendance;
        this.closing = closing;
        this.certificates = certificates;
        this.ledger = ledger;
        this.terms = terms;
        this.bodies = bodies;
        this.clock = clock;
    }

    private record Row(
            String title,
            String region,
            @JsonProperty("place-kind") String placeKind,
            String place,
            List<String> organisers,
            String mode,
            int share,
            @Nullable Integer mark,
            List<Once> sessions,
            List<Person> trainees) {}

    /** @param day from the day of loading on; below nought if it is past */
    private record Once(int day, String begins, int minutes) {}

    /** @param came to which sessions, counted from 1 */
    private record Person(
            String name,
            String phone,
            String category,
            @Nullable Boolean rural,
            @Nullable Integer mark,
            List<Integer> came) {

        TraineeEntry entry() {
            return new TraineeEntry(name, new PhoneNumber(phone), category, rural, mark);
        }
    }

    @Override
    public void load(Desk program) {
        var scope = program.scope(Right.RUN_ACTIVITIES);
        var rows = read();
        var days = rows.stream()
                .map(row -> Year.from(
                        LocalDate.now(clock).plusDays(row.sessions().getLast().day())))
                .distinct();
        if (days.allMatch(year -> ledger.lines(scope, year).isEmpty())) {
            rows.forEach(row -> plant(scope, row));
        }
    }

    private void plant(Scope scope, Row row) {
        var id = keeping.write(
                scope,
                described(row),
                row.sessions().stream().map(this::planned).toList());
        keeping.publish(scope, id);
        classes.set(scope, id, 0, row.mode(), new PassRule(row.share(), row.mark()));
        trainees.enterAll(scope, id, row.trainees().stream().map(Person::entry).toList());
        tick(scope, id, row);
        if (closing.close(scope, id) instanceof ClassClosed.Told) {
            certificates.issue(scope, id);
        }
    }

    private void tick(Scope scope, ActivityId id, Row row) {
        var entered = trainees.of(scope, id).stream().map(Trainee::id).toList();
        var sessions = closing.held(scope, id);
        for (int session = 0; session < sessions.size(); session++) {
            var present = new HashSet<UUID>();
            for (int i = 0; i < entered.size(); i++) {
                if (row.trainees().get(i).came().contains(session + 1)) {
                    present.add(entered.get(i));
                }
            }
            int version = classes.find(scope, id).orElseThrow().version();
            attendance.tick(scope, id, sessions.get(session).id(), version, present);
        }
    }

    private Described described(Row row) {
        var region = new RegionCode(row.region());
        return new Described(
                row.title(),
                TrainingClasses.FACT,
                null,
                "",
                row.trainees().stream()
                        .map(person ->
                                terms.category(person.category()).orElseThrow().audience())
                        .distinct()
                        .toList(),
                region,
                new Place(row.placeKind(), row.place(), "", null, null),
                "",
                "",
                "",
                bodies.called(region, row.organisers()),
                List.of());
    }

    private Planned planned(Once once) {
        var starts = LocalDate.now(clock)
                .plusDays(once.day())
                .atTime(LocalTime.parse(once.begins()))
                .atZone(clock.getZone())
                .toInstant();
        return Planned.open(starts, starts.plus(Duration.ofMinutes(once.minutes())));
    }

    private static List<Row> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("demo/trainings.yaml").getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), Row[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
