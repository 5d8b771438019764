package org.kepu.plan.levels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.LEAGUE_PLAN;
import static org.kepu.plan.review.GivenPlans.REGION_PLAN;

import java.time.Clock;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.kepu.page.RunningSite;
import org.kepu.plan.review.GivenPlans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole region: a plan in each of its 12 leagues and 103 banners. */
class LevelsSpeedTest extends RunningSite {

    private static final int ROUNDS = 20;
    private static final double BOUND = 150;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DataSource database;

    @Autowired
    private JdbcTemplate rows;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @Test
    void the_matrix_of_the_region_is_read_in_one_statement_and_in_150_milliseconds() {
        var given = GivenPlans.onCleanGround(context);
        var region = given.demoInForce(REGION_PLAN, 2026);
        given.demoInForce(LEAGUE_PLAN, 2026);
        given.demoInForce(BANNER_PLAN, 2026);
        transaction.executeWithoutResult(begun -> rows.execute(COPIES));
        rows.execute("analyze");
        var counted = new CountedStatements(database);
        var levels = new Levels(JdbcClient.create(counted), clock);
        var matrix = levels.of(region);
        assertThat(counted.sent()).isEqualTo(1);
        assertThat(matrix.columns()).hasSize(12);
        assertThat(matrix.columns().stream().mapToInt(Matrix.Column::below).sum())
                .isEqualTo(103);
        assertThat(matrix.rows()).allSatisfy(row -> assertThat(row.cells()).hasSize(12));
        assertThat(matrix.rows().stream().filter(row -> row.taken() == 12)).isNotEmpty();
        var times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            levels.of(region);
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf(
                "matrix of %d plans, %d links: p50 %.1f ms, slowest %.1f ms%n",
                given.rows("plan.plan"), given.rows("plan.link"), times[ROUNDS / 2] / 1e6, times[ROUNDS - 1] / 1e6);
        assertThat(times[ROUNDS / 2] / 1e6).isLessThanOrEqualTo(BOUND);
    }

    /** The league's plan in all leagues, the banner's in all banners, linked as the two are. */
    private static final String COPIES = """
            create function pg_temp.twin(id uuid, code text) returns uuid language sql immutable as
              $$ select md5(id::text || code)::uuid $$;
            create temporary table copy on commit drop as
              select plan.id as of, plan.region_code as at, region.code from plan.plan join region.region
                on length(code) = 6 and code <> plan.region_code
               and (plan.region_code = '152500' and code like '%00' and code <> '150000'
                    or plan.region_code = '152524' and code not like '%00');
            insert into plan.document
              select encode(sha256((of::text || code)::bytea), 'hex'), file_name, content, received_at, received_by, received_by_account
                from plan.document join plan.draft using (sha256) join copy on copy.of = draft.id;
            insert into plan.draft (id, sha256, region_code, title, source, structure, sketch, uploaded_at, uploaded_by, changed_at, changed_by, confirmed_at)
              select pg_temp.twin(id, code), encode(sha256((of::text || code)::bytea), 'hex'), code, title || code, source, structure, sketch, uploaded_at, uploaded_by, changed_at, changed_by, confirmed_at
                from plan.draft join copy on copy.of = draft.id;
            insert into plan.plan select pg_temp.twin(id, code), code, title || code, document_number, issuer, signed_on, period_from, period_to, basis, state, confirmed_at, confirmed_by, confirmed_by_account from plan.plan join copy on copy.of = plan.id;
            insert into plan.programme select pg_temp.twin(id, code), pg_temp.twin(plan_id, code), kind, ordinal, title from plan.programme join copy on copy.of = plan_id;
            insert into plan.measure select pg_temp.twin(id, code), pg_temp.twin(plan_id, code), pg_temp.twin(programme_id, code), ordinal, title, text, assigned_by, at_from, at_to from plan.measure join copy on copy.of = plan_id;
            insert into plan.target select pg_temp.twin(id, code), pg_temp.twin(plan_id, code), pg_temp.twin(measure_id, code), position, quote, operator, value, unit, time_window, at_from, at_to from plan.target join copy on copy.of = plan_id;
            insert into plan.link (upper_measure, lower_measure, kind, score)
              select case when copy.at = '152500' or left(copy.code, 4) = '1525' then upper_measure
                          else pg_temp.twin(upper_measure, left(copy.code, 4) || '00') end,
                     pg_temp.twin(lower_measure, copy.code), kind, score
                from plan.link join plan.measure on measure.id = lower_measure join copy on copy.of = measure.plan_id;
            insert into plan.target_change (upper_plan, lower_plan, upper_target, lower_target, verdict)
              select upper_plan, pg_temp.twin(lower_plan, code), upper_target, pg_temp.twin(lower_target, code), verdict
                from plan.target_change join copy on copy.of = lower_plan and copy.at = '152500';
            """;
}
