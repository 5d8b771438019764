package org.kepu.activity.closing;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Activity;
import org.kepu.activity.Admission;
import org.kepu.activity.Described;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.PartyKind;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.activity.Question;
import org.kepu.activity.Quota;
import org.kepu.activity.Session;
import org.kepu.activity.booking.Applicant;
import org.kepu.activity.booking.Party;
import org.kepu.activity.booking.Registrations;
import org.kepu.activity.school.School;
import org.kepu.body.Bodies;
import org.kepu.shared.BodyId;
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
 * A season of activities in three leagues (示例数据) around the day on which it is loaded: what is past is closed out and counts,
 * the rest can be booked, and some is: one is full with people waiting, one is drawn a few minutes after. Where there are
 * activities already, none is added.
 */
@Service
@Order(3)
class DemoSeason implements Demo {

    private static final List<String> NAMES = List.of("乌云", "李建国", "娜仁", "王女士", "巴特尔", "张老师", "斯琴", "刘阿姨");

    private final KeepingActivities keeping;
    private final OwnActivities activities;
    private final Registrations registrations;
    private final ClosingOut closing;
    private final Bodies bodies;
    private final Clock clock;

    DemoSeason(
            KeepingActivities keeping,
            OwnActivities activities,
            Registrations registrations,
            ClosingOut closing,
            Bodies bodies,
            Clock clock) {
        this.keeping = keeping;
        this.activities = activities;
        this.registrations = registrations;
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

    /**
     * @param day from the day of loading on; below nought if it is past
     * @param in how long after loading it begins, in place of a day and an hour
     * @param closes how long after loading registration closes; none: when it begins
     * @param offer how many minutes a free place is kept for whoever is next
     * @param booked how many places each booking is for, in turn; of more than there are seats the last wait
     * @param school the code of the school at which it was, if that is there
     */
    private record Once(
            @Nullable Integer day,
            @Nullable String begins,
            @Nullable Duration in,
            int minutes,
            @Nullable Integer capacity,
            @JsonProperty("per-person") @Nullable Integer perPerson,
            @Nullable Duration closes,
            @Nullable Integer offer,
            @Nullable Boolean lottery,
            @Nullable Integer elders,
            @Nullable Integer door,
            @Nullable List<String> parties,
            @Nullable List<Question> questions,
            @Nullable List<Integer> booked,
            @Nullable String school,
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
                    questions == null ? List.of() : questions,
                    null);
        }

        Party party(int places) {
            return places > 1 && admission().parties().contains(PartyKind.FAMILY) ? Party.family(1) : Party.SINGLE;
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
        var planned = row.sessions().stream().map(this::planned).toList();
        var id = keeping.write(scope, described(row), planned);
        keeping.publish(scope, id);
        for (var session : activities.sessionsOf(scope, id)) {
            for (int i = 0; i < planned.size(); i++) {
                if (planned.get(i).starts().equals(session.starts())) {
                    book(row.id(), session, row.sessions().get(i));
                    close(
                            scope,
                            activities.find(scope, id).orElseThrow(),
                            session,
                            row.sessions().get(i));
                }
            }
        }
    }

    /** The telephone numbers are made of the activity's number and the booking's. */
    private void book(int activity, Session session, Once once) {
        int number = 0;
        for (int places : once.booked() == null ? List.<Integer>of() : once.booked()) {
            var key = "demo-%s-%d".formatted(session.id(), number);
            var phone = new PhoneNumber("139000%02d%03d".formatted(activity, number));
            var name = NAMES.get(number++ % NAMES.size());
            registrations.register(
                    session.id(),
                    new Applicant(name, phone, places, key, null, once.party(places), false, null, List.of()));
        }
    }

    private void close(Scope scope, Activity activity, Session session, Once once) {
        if (once.came() == null) {
            return;
        }
        var school = closing.schools(scope, activity, session).stream()
                .map(School::code)
                .filter(code -> code.equals(once.school()))
                .findFirst();
        var outcome = closing.close(scope, session.id(), 0, new Closing(true, once.came(), null, school.orElse(null)));
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
        return bodies.called(new RegionCode(row.region()), row.organisers());
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
                        once.closes() == null ? null : loaded().plus(once.closes()),
                        once.offer(),
                        Boolean.TRUE.equals(once.lottery()))
                .admitting(once.admission());
    }

    private Instant starts(Once once) {
        return once.in() != null
                ? loaded().plus(once.in())
                : LocalDate.now(clock)
                        .plusDays(Objects.requireNonNull(once.day()))
                        .atTime(LocalTime.parse(Objects.requireNonNull(once.begins())))
                        .atZone(clock.getZone())
                        .toInstant();
    }

    private Instant loaded() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
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
