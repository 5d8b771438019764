package org.kepu.indicator.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.indicator.GivenFacts.COMMUNITY;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kepu.indicator.GivenFacts;
import org.kepu.region.OnPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rolling goes on by itself, and makes room for a file that is being loaded. */
@OnPostgres
class RollingJobTest {

    private static final Instant NOON = Instant.parse("2026-03-07T04:00:00Z");

    @Autowired
    ApplicationContext context;

    @Autowired
    Rolling rolling;

    @Autowired
    VerifyingFigures verifying;

    @Autowired
    JdbcClient jdbc;

    GivenFacts given;
    RollingJob job;

    /** Seconds since noon; each look at the clock takes one. */
    int seconds;

    @BeforeEach
    void plant() {
        given = GivenFacts.onCleanGround(context);
        job = new RollingJob(rolling, verifying, new Clock() {
            @Override
            public Instant instant() {
                return NOON.plusSeconds(seconds++);
            }

            @Override
            public ZoneId getZone() {
                return ZoneId.of("Asia/Shanghai");
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        });
    }

    private void told(int times) {
        given.record(given.fact("LECTURE", "2025-03-05", COMMUNITY));
        jdbc.sql("insert into indicator.fresh select fresh.* from indicator.fresh, generate_series(2, :times)")
                .param("times", times)
                .update();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from indicator.fresh")
                .query(Integer.class)
                .single();
    }

    private int waitingAt(int second) {
        seconds = second;
        job.roll();
        return waiting();
    }

    @Test
    void after_many_rows_it_rests_three_times_as_long_as_they_took() {
        told(10_001);
        assertThat(waitingAt(0)).as("all of them, in a second").isZero();
        told(1);
        assertThat(waitingAt(2)).as("it rests").isEqualTo(1);
        assertThat(waitingAt(3)).isEqualTo(1);
        assertThat(waitingAt(4)).as("a quarter of the time is its own").isZero();
    }

    @Test
    void after_few_rows_it_goes_on_at_once() {
        told(10_000);
        assertThat(waitingAt(0)).isZero();
        told(1);
        assertThat(waitingAt(1)).isZero();
    }
}
