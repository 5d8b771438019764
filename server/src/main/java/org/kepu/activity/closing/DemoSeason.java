package org.kepu.activity.closing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Admission;
import org.kepu.activity.Described;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.activity.Quota;
import org.kepu.activity.Session;
import org.kepu.body.Bodies;
import org.kepu.body.Body;
import org.kepu.shared.BodyId;
import org.kepu.shared.Demo;
import org.kepu.shared.Desk;
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
 * A season of activities in three leagues (示例数据) around the day on which it is loaded: what is past is closed out and counts,
 * the rest can be booked. Where there are activities already, none is added.
 */
@Service
@Order(3)
class DemoSeason implements Demo {

    private final KeepingActivities keeping;
    private final OwnActivities activities;
    private final ClosingOut closing;
    private final Bodies bodies;
    private final Clock clock;

    DemoSeason(KeepingActivities keeping, OwnActivities activities, ClosingOut closing, Bodies bodies, Clock clock) {
        this.keeping = keeping;
        this.activities = activities;
        this.closing = closing;
        this.bodies = bodies;
        this.clock = clock;
    }

    private record Row(
            int id,
            String title,
            String kind,
            @Nullable String campaign,
            List<String> audiences,
            String region,
            @JsonProperty("place-kind") String placeKind,
            String place,
            @Nullable List<Double> point,
            @Nullable String way,
            @Nullable String access,
            @Nullable String safety,
            String telephone,
            List<String> organisers,
            String summary,
            List<Once> sessions) {}

    /** @param day from the day of loading on; below nought if it is past */
    private record Once(
            int day,
            String begins,
            int minutes,
            @Nullable Integer capacity,
            @JsonProperty("per-person") @Nullable Integer perPerson,
            @Nullable Integer elders,
            @Nullable Integer door,
            @Nullable List<String> parties,
            @Nullable Map<String, Integer> came) {

        /** Seats kept for elders and at the door, and the kinds of parties that it takes. */
        Admission admission() {
            return new Admission(
                    elders == null ? List.of() : List.of(Quota.planned(Quota.Kind.ELDERS, null, elders)),
                    door == null ? 0 : door,
                    Admission.A_DAY,
                    parties == null
                            ? Admission.PLAIN.parties()
                            : parties.stream().map(PartyKind::valueOf).collect(Collectors.toSet()),
                    Admission.PLAIN.groupMost(),
                    List.of(),
                    null);
        }
    }

    @Override
    public void load(Desk program) {
        var scope = program.scope(Right.RUN_ACTIVITIES);
        if (activities.list(scope, "", null, clock.instant(), 1, 1).total() == 0) {
            read().forEach(row -> plant(scope, row));
        }
    }

    private void plant(Scope scope, Row row) {
        var id = keeping.write(
                scope,
                described(row),
                row.sessions().stream().map(this::planned).toList());
        keeping.publish(scope, id);
        for (var session : activities.sessionsOf(scope, id)) {
            row.sessions().stream()
                    .filter(once -> once.came() != null && starts(once).equals(session.starts()))
                    .findFirst()
                    .ifPresent(once -> close(scope, session, Objects.requireNonNull(once.came())));
        }
    }

    private void close(Scope scope, Session session, Map<String, Integer> came) {
        var outcome = closing.close(scope, session.id(), 0, new Closing(true, came, null));
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalStateException("a demo session is not closed out: " + refused);
        }
    }

    private Described described(Row row) {
        return new Described(
                row.title(),
                row.kind(),
                row.campaign(),
                row.summary(),
                row.audiences(),
                new RegionCode(row.region()),
                new Place(
                        row.placeKind(),
                        row.place(),
                        text(row.way()),
                        row.point() == null ? null : row.point().getFirst(),
                        row.point() == null ? null : row.point().getLast()),
                text(row.access()),
                text(row.safety()),
                row.telephone(),
                organisers(row),
                List.of());
    }

    /** Those of the division's bodies that the demo plans have brought along. */
    private List<BodyId> organisers(Row row) {
        return bodies.in(new RegionCode(row.region())).stream()
                .filter(body -> row.organisers().contains(body.name()))
                .map(Body::id)
                .toList();
    }

    private Planned planned(Once once) {
        var starts = starts(once);
        return new Planned(
                        starts,
                        starts.plus(Duration.ofMinutes(once.minutes())),
                        once.capacity(),
                        once.perPerson() == null ? 1 : once.perPerson(),
                        true,
                        null,
                        null)
                .admitting(once.admission());
    }

    private java.time.Instant starts(Once once) {
        return LocalDate.now(clock)
                .plusDays(once.day())
                .atTime(LocalTime.parse(once.begins()))
                .atZone(clock.getZone())
                .toInstant();
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }

    private static List<Row> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("demo/activities.yaml").getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), Row[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
