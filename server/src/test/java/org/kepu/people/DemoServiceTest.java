package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.people.team.Teams;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a fresh installation shows of those who serve. */
@OnPostgres
class DemoServiceTest {

    @Autowired
    ApplicationContext context;

    @Test
    void three_leagues_have_a_team_with_hours_and_loading_again_adds_nothing() {
        var given = GivenService.onCleanGround(context);
        var demo = context.getBean(DemoService.class);
        demo.load(GivenPlans.program());
        demo.load(GivenPlans.program());
        assertThat(context.getBean(Teams.class).lines(GivenPlans.may(Right.RUN_TEAMS)))
                .extracting(line -> line.team().region().value())
                .containsExactlyInAnyOrder("152524", "150203", "150102");
        assertThat(given.database()
                        .sql("select sum(minutes) from indicator.fact where source = 'volunteer'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(180 + 170 + 300 + 180 + 150 + 150 - paid(given));
        assertThat(given.database()
                        .sql("select count(*) from people.duty where flags <> '{}'")
                        .query(Integer.class)
                        .single())
                .as("what was planned and told in time")
                .isZero();
        assertThat(given.database()
                        .sql("select count(*) from people.expert")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
        assertThat(given.database()
                        .sql("select count(*) from people.person")
                        .query(Integer.class)
                        .single())
                .as("who is a volunteer and an envoy is one person")
                .isEqualTo(6 + 3 + 1);
    }

    /** The teacher is in paid service: of a shift on a working day, office hours do not count. */
    private static int paid(GivenService given) {
        int counted = given.database().sql("""
                        select coalesce(sum(e.minutes), 0) from people.hours_entry e join people.volunteer v on v.person = e.volunteer
                        where v.staff
                        """).query(Integer.class).single();
        return 180 - counted;
    }
}
