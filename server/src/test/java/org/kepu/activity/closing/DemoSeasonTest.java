package org.kepu.activity.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.activity.GivenActivities;
import org.kepu.plan.review.GivenPlans;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The season that a fresh installation shows: what is past counts, what comes can be booked, and loading again adds nothing. */
@OnPostgres
class DemoSeasonTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    DemoSeason season;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void clear() {
        GivenActivities.onCleanGround(context);
    }

    private int count(String sql) {
        return database.sql(sql).query(Integer.class).single();
    }

    @Test
    void three_leagues_have_a_season_whose_past_counts() {
        season.load(GivenPlans.program());
        season.load(GivenPlans.program());
        assertThat(count("select count(*) from activity.activity where state = 'PUBLISHED'"))
                .isEqualTo(15);
        assertThat(count("select count(distinct left(region, 4)) from activity.activity"))
                .isEqualTo(3);
        assertThat(count("select count(*) from activity.closing")).isEqualTo(16);
        assertThat(count("select sum(events) from indicator.fact where source = 'activity'"))
                .isEqualTo(16);
        assertThat(count("select sum(attendances) from indicator.fact where source = 'activity'"))
                .isEqualTo(27 + 22 + 46 + 12 + 38 + 9 + 52 + 71 + 34 + 58 + 143 + 96 + 21 + 17 + 24 + 310 + 120 + 19
                        + 96 + 88 + 91 + 62);
        assertThat(count("select count(*) from activity.session where ends_at > now() and capacity is not null"))
                .isGreaterThan(8);
    }

    @Test
    void some_of_it_is_booked_waits_is_drawn_or_is_to_be_closed_out() {
        season.load(GivenPlans.program());
        assertThat(count("select count(*) from activity.booking where state = 'WAITING'"))
                .as("behind a session that is full")
                .isEqualTo(2);
        assertThat(count("select count(*) from activity.booking where state = 'ENTERED'"))
                .isEqualTo(10);
        assertThat(count("""
                        select count(*) from activity.session
                        where ends_at < now() and not exists (select from activity.closing where closing.session = session.id)
                        """)).isEqualTo(4);
    }
}
