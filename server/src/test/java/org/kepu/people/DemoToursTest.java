package org.kepu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.TOP;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kepu.people.tour.Tours;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The batches of a fresh installation, as docs/handbook/demo-figures.md counts them. */
@OnPostgres
class DemoToursTest {

    @Autowired
    ApplicationContext context;

    @Test
    void one_batch_is_over_one_is_under_way_and_loading_again_adds_nothing() {
        var given = GivenService.onCleanGround(context);
        given.facts().body(TOP, "自治区科协");
        context.getBean(DemoService.class).load(GivenPlans.program());
        for (var turn : List.of(1, 2)) {
            context.getBean(DemoTours.class).load(GivenPlans.program());
        }
        var tours = context.getBean(Tours.class);
        var scope = GivenPlans.may(Right.KEEP_EXPERTS);
        var all = given.database()
                .sql("select id from people.tour order by first_day")
                .query(java.util.UUID.class)
                .list();
        assertThat(all).hasSize(2);
        assertThat(tours.stops(scope, all.getFirst()))
                .extracting(stop -> stop.banner() + " " + stop.state() + " " + stop.visits() + " " + stop.attendances())
                .containsExactly("152522 OPEN 0 0", "152523 VISITED 1 64", "152524 VISITED 2 326");
        assertThat(tours.stops(scope, all.getLast()))
                .extracting(stop -> stop.banner() + " " + stop.state())
                .containsExactly("150203 ASKED", "150222 OPEN", "152522 OPEN", "152525 AGREED");
        assertThat(given.database().sql("""
                        select kind.code || ' ' || sum(events) || ' ' || sum(attendances) from indicator.fact
                        join indicator.kind on kind.id = fact.kind where source = 'expert' group by kind.code order by kind.code
                        """).query(String.class).list())
                .containsExactly("EXPERT_SERVICE 3 390", "EXPERT_VISIT 3 390");
    }
}
