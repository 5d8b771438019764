package org.kepu.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.activity.GivenActivities.clerkOf;
import static org.kepu.activity.GivenActivities.on;
import static org.kepu.indicator.GivenFacts.BAOTOU;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.closing.Closing;
import org.kepu.activity.closing.ClosingOut;
import org.kepu.activity.closing.Outcome;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.BodyId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An activity of several bodies is each one's own, wherever they are, and counts once. */
@OnPostgres
class JointActivitiesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    OwnActivities activities;

    @Autowired
    KeepingActivities keeping;

    @Autowired
    ClosingOut closing;

    GivenActivities given;
    BodyId first;
    BodyId second;
    BodyId stranger;
    SessionId session;

    @BeforeEach
    void plant() {
        given = GivenActivities.onCleanGround(context);
        first = given.body(KUNDULUN, "昆都仑区科协");
        second = given.body(QINGSHAN, "青山区气象局");
        stranger = given.body(QINGSHAN, "青山区教育局");
        var talk = GivenActivities.talk();
        session = given.published(
                new Described(
                        talk.title(),
                        talk.kind(),
                        null,
                        talk.summary(),
                        List.of("ELDERS"),
                        KUNDULUN,
                        talk.place(),
                        "",
                        "",
                        "",
                        List.of(first, second),
                        List.of()),
                on("2026-03-05", "15:00", 60));
    }

    private static Scope of(BodyId body) {
        var none = GivenPlans.may(GivenPlans.OTHER, Right.RUN_ACTIVITIES);
        return new Scope(GivenPlans.OTHER, Right.RUN_ACTIVITIES, none.day(), Set.of(), Set.of(body), Set.of());
    }

    private List<ActivityId> seenBy(Scope scope) {
        return activities.list(scope, "", null, given.now(), 1, 50).lines().stream()
                .map(line -> line.activity().id())
                .toList();
    }

    private int sum(String sql) {
        return given.database().sql(sql).query(Integer.class).single();
    }

    @Test
    void each_organiser_finds_it_in_its_own_list_once() {
        var activity = given.activityOf(session);
        for (var scope : List.of(of(first), of(second), clerkOf(KUNDULUN), clerkOf(BAOTOU))) {
            assertThat(seenBy(scope)).containsExactly(activity);
        }
        assertThat(seenBy(of(stranger))).isEmpty();
        assertThat(seenBy(clerkOf(QINGSHAN))).as("it is not held there").isEmpty();
    }

    @Test
    void whichever_organiser_closes_it_out_it_counts_once_and_credits_all() {
        var came = new Closing(true, Map.of("ELDERS", 40), null);
        assertThat(closing.close(of(second), session, 0, came)).isEqualTo(new Outcome.Told(1));
        assertThat(closing.close(of(first), session, 0, came)).isEqualTo(new Outcome.Told(1));
        assertThat(sum("select sum(events) from indicator.fact")).isEqualTo(1);
        assertThat(sum("select sum(attendances) from indicator.fact")).isEqualTo(40);
        for (var body : List.of(first, second)) {
            assertThat(sum("select count(*) from indicator.fact where '" + body + "' = any (organisers)"))
                    .isEqualTo(1);
        }
        assertThat(sum("select count(*) from indicator.fact where '" + stranger + "' = any (organisers)"))
                .isZero();
    }

    @Test
    void an_organiser_from_elsewhere_changes_it_and_all_stay_credited() {
        var activity = activities.find(of(second), given.activityOf(session)).orElseThrow();
        assertThat(keeping.change(of(second), activity.id(), activity.version(), activity.described()))
                .isTrue();
        assertThat(activities
                        .find(of(first), activity.id())
                        .orElseThrow()
                        .described()
                        .organisers())
                .containsExactly(first, second);
    }
}
