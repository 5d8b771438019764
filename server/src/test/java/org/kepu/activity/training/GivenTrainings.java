package org.kepu.activity.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.activity.GivenActivities.clerk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.ActivityId;
import org.kepu.activity.Described;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.activity.Session;
import org.kepu.activity.SessionId;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Figures;
import org.kepu.indicator.figure.Window;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.BodyId;
import org.kepu.shared.PhoneNumber;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;

/** Classes on a ground where nothing else is. */
final class GivenTrainings {

    private final GivenActivities activities;

    GivenTrainings(GivenActivities activities) {
        this.activities = activities;
    }

    GivenActivities activities() {
        return activities;
    }

    <T> T bean(Class<T> type) {
        return activities.bean(type);
    }

    static Described described(String title, RegionCode region, BodyId... organisers) {
        return new Described(
                title,
                "TRAINING",
                null,
                "",
                List.of("SCIENCE_TEACHERS"),
                region,
                new Place("SCHOOL", "教师进修学校", "", null, null),
                "",
                "",
                "",
                List.of(organisers),
                List.of());
    }

    /** A published class with these sessions; whoever came to eight of ten hours passes. */
    ActivityId training(Described told, Planned... planned) {
        var first = activities.published(told, planned[0]);
        for (int i = 1; i < planned.length; i++) {
            activities.more(first, planned[i]);
        }
        var id = activities.activityOf(first);
        assertThat(bean(TrainingClasses.class).set(clerk(), id, 0, "ORDER", PassRule.USUAL))
                .isEqualTo(TrainingClasses.Setting.DONE);
        return id;
    }

    void enter(ActivityId id, String phone, String category, @Nullable Boolean rural) {
        assertThat(bean(Trainees.class).enter(clerk(), id, entry(phone, category, rural)))
                .isTrue();
    }

    static TraineeEntry entry(String phone, String category, @Nullable Boolean rural) {
        return new TraineeEntry("王小明", PhoneNumber.read(phone).orElseThrow(), category, rural, null);
    }

    /** So many of a category, whose numbers begin with this one. */
    void enter(ActivityId id, int count, long phone, String category, @Nullable Boolean rural) {
        bean(Trainees.class)
                .enterAll(
                        clerk(),
                        id,
                        Stream.iterate(phone, number -> number + 1)
                                .limit(count)
                                .map(number -> entry(String.valueOf(number), category, rural))
                                .toList());
    }

    List<SessionId> sessions(ActivityId id) {
        return bean(OwnActivities.class).sessionsOf(clerk(), id).stream()
                .map(Session::id)
                .toList();
    }

    /** Everybody on the list came to this session. */
    void allCame(ActivityId id, SessionId session) {
        tick(
                id,
                session,
                bean(Trainees.class).of(clerk(), id).stream().map(Trainee::id).toList());
    }

    void tick(ActivityId id, SessionId session, List<UUID> present) {
        var version =
                bean(TrainingClasses.class).find(clerk(), id).orElseThrow().version();
        assertThat(bean(Attendance.class)
                        .tick(clerk(), id, session, version, present.stream().collect(Collectors.toSet())))
                .isEqualTo(Attendance.Ticked.DONE);
    }

    /** The trainee whose number ends so. */
    UUID trainee(ActivityId id, String lastDigits) {
        return bean(Trainees.class).of(clerk(), id).stream()
                .filter(one -> one.phone().endsWith(lastDigits))
                .findFirst()
                .orElseThrow()
                .id();
    }

    ClassClosed close(ActivityId id) {
        return bean(ClosingClasses.class).close(clerk(), id);
    }

    /** What an indicator says in a window. */
    int value(String indicator, RegionCode region, Window window) {
        var definition = bean(Definitions.class)
                .find(indicator, LocalDate.of(2025, 12, 31))
                .orElseThrow();
        var value = bean(Figures.class)
                .read(
                        GivenPlans.may(Right.READ_FIGURES),
                        new Figures.Question(definition, region, window, Breakdown.NONE, null))
                .value();
        return value == null
                ? 0
                : value.setScale(0, java.math.RoundingMode.UNNECESSARY).intValueExact();
    }
}
