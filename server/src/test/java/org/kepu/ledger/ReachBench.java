package org.kepu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.BANNER_PLAN;
import static org.kepu.plan.review.GivenPlans.may;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.access.Role;
import org.kepu.page.RunningSite;
import org.kepu.plan.PlanList;
import org.kepu.plan.review.GivenPlans;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What reach costs: 15,000 divisions, 200 plans with their ledgers. Run with {@code -Dkepu.bench=true}. */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
class ReachBench extends RunningSite {

    private static final int VILLAGES_OF_A_BANNER = 145;
    private static final int PLANS = 200;
    private static final int ROUNDS = 200;
    private static final int P95 = ROUNDS * 95 / 100;
    private static final double BOUND = 80;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PlanList plans;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void reach_does_not_make_the_ledger_and_the_list_of_plans_slow() {
        var given = GivenPlans.onCleanGround(context);
        plantDivisions(given);
        var plan = given.demoInForce(BANNER_PLAN, 2026);
        copy();
        given.database().sql("analyze").update();
        var region = may(Right.READ_LEDGER);
        System.out.printf(
                "divisions %d, plans %d, tasks %d%n",
                given.rows("region.region"), given.rows("plan.plan"), given.rows("ledger.task"));
        var slowest = new double[] {
            measured("plans within reach of the top", () -> ledger.plans(region)),
            measured("rows of one ledger", () -> ledger.rows(region, plan, 2026)),
            measured("list of plans", () -> plans.byLevel())
        };
        var clerk = clerk();
        measured("ledger page, top", () -> clerk.get("/desk/ledger?year=2026&plan=" + plan));
        measured("list page, top", () -> clerk.get("/desk/plans"));
        var banner = signedIn(accounts.with(Role.OFFICE_CLERK, new RegionCode("152524")));
        measured("ledger page, one banner", () -> banner.get("/desk/ledger?year=2026&plan=" + plan));
        assertThat(Arrays.stream(slowest).max().orElseThrow()).isLessThanOrEqualTo(BOUND);
    }

    private static void plantDivisions(GivenPlans given) {
        given.database().sql("""
                with banner as (select code, row_number() over (order by code) as place from region.region
                                where length(code) = 6 and code not like '%00'),
                     village as (select banner.code || lpad(n::text, 3, '0') as code, banner.code as parent
                                 from banner, generate_series(1, :each) n),
                     coded as (insert into region.region (code) select code from village returning code)
                insert into region.state (code, name, parent, during)
                select village.code, '第' || village.code || '街道', village.parent, '[2021-01-01,)'
                from village join coded using (code)
                """).param("each", VILLAGES_OF_A_BANNER).update();
    }

    /** The same plan again for other regions, with all its rows. */
    private void copy() {
        var copies = """
                create temporary table copy as
                  select n, code as region from generate_series(2, %d) n
                  join (select code, row_number() over (order by code) as place from region.region where length(code) = 6) region
                    on place = 1 + n %% 116;
                create function pg_temp.twin(id uuid, n int) returns uuid language sql immutable as
                  $$ select md5(id::text || n)::uuid $$;
                insert into plan.document select encode(sha256(n::text::bytea), 'hex'), file_name, content, received_at, received_by, received_by_account from plan.document, copy;
                insert into plan.draft (id, sha256, region_code, title, source, structure, sketch, uploaded_at, uploaded_by, changed_at, changed_by, confirmed_at)
                  select pg_temp.twin(id, n), encode(sha256(n::text::bytea), 'hex'), region, title || n, source, structure, sketch, uploaded_at, uploaded_by, changed_at, changed_by, confirmed_at from plan.draft, copy;
                insert into plan.plan select pg_temp.twin(id, n), region, title || n, document_number, issuer, signed_on, period_from, period_to, basis, state, confirmed_at, confirmed_by, confirmed_by_account from plan.plan, copy;
                insert into plan.programme select pg_temp.twin(id, n), pg_temp.twin(plan_id, n), kind, ordinal, title from plan.programme, copy;
                insert into plan.measure select pg_temp.twin(id, n), pg_temp.twin(plan_id, n), pg_temp.twin(programme_id, n), ordinal, title, text, assigned_by, at_from, at_to from plan.measure, copy;
                insert into plan.assignment select pg_temp.twin(measure_id, n), role, position, written, body_id, body_group from plan.assignment, copy;
                insert into plan.target select pg_temp.twin(id, n), pg_temp.twin(plan_id, n), pg_temp.twin(measure_id, n), position, quote, operator, value, unit, time_window, at_from, at_to from plan.target, copy;
                insert into ledger.task select pg_temp.twin(id, n), pg_temp.twin(plan_id, n), pg_temp.twin(measure_id, n), region, year, role, position, written, body_id, body_group, state, version, created_at from ledger.task, copy;
                """.formatted(PLANS);
        transaction.executeWithoutResult(status -> database.execute(copies));
    }

    /** The slowest but one in twenty, in milliseconds, after a while of warming up. */
    private static double measured(String what, Runnable act) {
        for (int i = 0; i < ROUNDS / 4; i++) {
            act.run();
        }
        var times = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            var start = System.nanoTime();
            act.run();
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        System.out.printf("%s: p50 %.1f ms, p95 %.1f ms%n", what, times[ROUNDS / 2] / 1e6, times[P95] / 1e6);
        return times[P95] / 1e6;
    }
}
