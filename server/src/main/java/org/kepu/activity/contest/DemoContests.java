package org.kepu.activity.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.activity.Described;
import org.kepu.activity.KeepingActivities;
import org.kepu.activity.OwnActivities;
import org.kepu.activity.Place;
import org.kepu.activity.Planned;
import org.kepu.body.Bodies;
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
 * Contests (示例数据) around the day on which they are loaded: one passed its review and takes entries, one is not reviewed and
 * stays a draft. Those that are there stay as they are.
 */
@Service
@Order(4)
class DemoContests implements Demo {

    private static final Duration A_DAY_OF_IT = Duration.ofHours(8);

    private final KeepingActivities keeping;
    private final OwnActivities activities;
    private final KeepingContests contests;
    private final Bodies bodies;
    private final Clock clock;

    DemoContests(
            KeepingActivities keeping, OwnActivities activities, KeepingContests contests, Bodies bodies, Clock clock) {
        this.keeping = keeping;
        this.activities = activities;
        this.contests = contests;
        this.bodies = bodies;
        this.clock = clock;
    }

    /**
     * @param from the first day of entering, from the day of loading on
     * @param to the last one
     * @param day on which it is
     * @param passed what the review decided; null: there was none
     */
    private record Row(
            String title,
            String series,
            ContestLevel level,
            @JsonProperty("white-list") @Nullable String whiteList,
            String region,
            String place,
            List<String> organisers,
            String summary,
            int from,
            int to,
            int day,
            @Nullable Boolean passed,
            @Nullable String reviewers,
            @Nullable String reason) {}

    @Override
    public void load(Desk program) {
        var scope = program.scope(Right.RUN_ACTIVITIES);
        read().stream()
                .filter(row -> activities
                                .list(scope, row.title(), null, clock.instant(), 1, 1)
                                .total()
                        == 0)
                .forEach(row -> plant(scope, row));
    }

    private void plant(Scope scope, Row row) {
        var today = LocalDate.now(clock);
        var id = keeping.write(scope, described(row), List.of(planned(today.plusDays(row.day()))));
        contests.tell(
                scope,
                id,
                new ContestForm(
                        row.series(),
                        row.level(),
                        row.whiteList() == null ? "" : row.whiteList(),
                        today.plusDays(row.from()),
                        today.plusDays(row.to()),
                        0));
        if (row.passed() != null) {
            var said = new ReviewForm(
                    row.passed(), text(row.reviewers()), text(row.reason()), today.plusDays(row.from()), 1);
            contests.review(scope, id, said);
            keeping.publish(scope, id);
        }
    }

    private Described described(Row row) {
        var region = new RegionCode(row.region());
        return new Described(
                row.title(),
                Contest.KIND,
                null,
                row.summary(),
                List.of("PUPILS"),
                region,
                new Place("SCHOOL", row.place(), "", null, null),
                "",
                "",
                "",
                bodies.called(region, row.organisers()),
                List.of());
    }

    private Planned planned(LocalDate day) {
        var starts = day.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant();
        return Planned.open(starts, starts.plus(A_DAY_OF_IT));
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private static List<Row> read() {
        var strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var file = new ClassPathResource("demo/contests.yaml").getInputStream()) {
            return List.of(strict.convertValue(new Yaml().load(file), Row[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
