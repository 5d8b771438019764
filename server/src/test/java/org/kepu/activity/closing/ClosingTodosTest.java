package org.kepu.activity.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.KUNDULUN;
import static org.kepu.indicator.GivenFacts.QINGSHAN;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.access.Todo;
import org.kepu.activity.GivenActivities;
import org.kepu.activity.Planned;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.GivenDesk;
import org.kepu.shared.RegionCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is over is on the desk of those who run it, until it is closed out. */
@OnPostgres
class ClosingTodosTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    ClosingTodos todos;

    @Autowired
    ClosingOut closing;

    GivenActivities given;

    @BeforeEach
    void clear() {
        given = GivenActivities.onCleanGround(context);
    }

    private List<String> paths(RegionCode... office) {
        return todos
                .todosFor(new GivenDesk(GivenPlans.CLERK, right -> GivenPlans.may(GivenPlans.CLERK, right, office)))
                .stream()
                .map(Todo::act)
                .map(Todo.Act::path)
                .toList();
    }

    private Planned in(Duration later) {
        var start = given.now().plus(later);
        return Planned.open(start, start.plusSeconds(3600));
    }

    @Test
    void what_is_over_is_asked_of_its_own_office_until_it_is_closed_out() {
        var over = given.published(GivenActivities.talk(), in(Duration.ofDays(-1)));
        given.published(GivenActivities.talk(), in(Duration.ofDays(1)));
        assertThat(paths(KUNDULUN)).containsExactly("/desk/activities/sessions/" + over + "/close");
        assertThat(paths(QINGSHAN)).isEmpty();
        assertThat(paths(GivenPlans.TOP)).as("not of all that lies below").isEmpty();
        assertThat(paths()).isEmpty();
        closing.close(GivenActivities.clerk(), over, 0, new Closing(true, Map.of("ELDERS", 3), null));
        assertThat(paths(KUNDULUN)).isEmpty();
    }

    @Test
    void several_sessions_of_one_activity_are_one_thing_to_do() {
        var first = given.published(GivenActivities.talk(), in(Duration.ofDays(-3)));
        given.more(first, in(Duration.ofDays(-1)));
        given.more(first, in(Duration.ofDays(1)));
        assertThat(paths(KUNDULUN)).containsExactly("/desk/activities/" + given.activityOf(first));
    }

    @Test
    void a_class_is_closed_when_its_last_session_is_over() {
        var first = given.published(
                GivenActivities.described("接羔培训班", "TRAINING", KUNDULUN, List.of("FARMERS")), in(Duration.ofDays(-3)));
        var activity = given.activityOf(first);
        given.database()
                .sql(
                        "insert into activity.training_class (activity, mode, least_share, version) values (:id, 'ORDER', 80, 1)")
                .param("id", activity.value())
                .update();
        var last = given.more(first, in(Duration.ofDays(1)));
        assertThat(paths(KUNDULUN)).isEmpty();
        given.database()
                .sql(
                        "update activity.session set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = :id")
                .param("id", last.value())
                .update();
        assertThat(paths(KUNDULUN)).containsExactly("/desk/trainings/" + activity);
    }
}
