package org.kepu.activity.contest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The contests that a fresh installation shows: one takes entries, one waits for its review. */
@OnPostgres
class DemoContestsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DemoContests contests;

    @Autowired
    JdbcClient database;

    @Test
    void one_takes_entries_and_one_waits_for_its_review_however_often_they_are_loaded() {
        GivenActivities.onCleanGround(context);
        contests.load(GivenPlans.program());
        contests.load(GivenPlans.program());
        assertThat(database.sql("""
                                select a.state || ' ' || count(review) from activity.activity a
                                     join activity.contest on contest.activity = a.id
                                     left join activity.ethics_review review on review.activity = a.id
                                group by a.id order by a.state
                                """).query(String.class).list()).containsExactly("DRAFT 0", "PUBLISHED 1");
    }
}
