package org.kepu.ledger.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.ledger.round.GivenRounds.TOP;
import static org.kepu.ledger.round.GivenRounds.of;
import static org.kepu.ledger.round.GivenRounds.quarter;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.page.RunningSite;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A round for the whole region, opened and answered on its last day. Run with {@code -Dkepu.bench=true}. */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
class RoundBench extends RunningSite {

    private static final int REGIONS = 115;
    private static final int BODIES = 40;
    private static final int SUBMISSIONS = 4_000;
    private static final int CLERKS = 32;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private FillingSheets filling;

    private record Task(UUID sheet, UUID body) {}

    @Test
    void the_whole_region_is_asked_within_ten_seconds_and_four_thousand_answer_without_a_failure() {
        var given = new GivenRounds(context);
        var plan = given.plan();
        var plans = copies(plan);
        database.execute("analyze");
        var begin = System.nanoTime();
        var round = given.opened(TOP, quarter(4), plans.toArray(PlanId[]::new));
        var opening = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "opened: %d plans, %d sheets, %d lines in %.2f s%n",
                given.plans.rows("ledger.asking"),
                given.plans.rows("ledger.sheet"),
                given.plans.rows("ledger.line"),
                opening.toMillis() / 1e3);
        assertThat(given.plans.rows("ledger.sheet")).isGreaterThanOrEqualTo((REGIONS - 1) * BODIES);

        database.execute("analyze");
        var sheets = given.database()
                .sql("select id as sheet, body_id as body from ledger.sheet order by random() limit " + SUBMISSIONS)
                .query(Task.class)
                .list();
        var failed = new ConcurrentLinkedQueue<String>();
        var times = new ConcurrentLinkedQueue<Long>();
        var submitted = new AtomicInteger();
        begin = System.nanoTime();
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            for (var sheet : sheets) {
                clerks.submit(() -> {
                    var started = System.nanoTime();
                    try {
                        var own = of(new BodyId(sheet.body()), Right.DO_TASKS);
                        var read = given.reading
                                .find(
                                        of(new BodyId(sheet.body()), Right.READ_LEDGER),
                                        round,
                                        new SheetId(sheet.sheet()))
                                .orElseThrow();
                        var outcome = filling.submit(
                                own, round, read.id(), GivenRounds.all(read, Answer.PROGRESS, "本季度按计划推进。"));
                        if (outcome instanceof Filling.Submitted) {
                            submitted.incrementAndGet();
                        } else {
                            failed.add(outcome.toString());
                        }
                    } catch (RuntimeException fault) {
                        failed.add(fault.toString());
                    }
                    times.add(System.nanoTime() - started);
                });
            }
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                "submitted: %d of %d in %.1f s (%.0f a second), p50 %.0f ms, p95 %.0f ms, failed %d%n",
                submitted.get(),
                SUBMISSIONS,
                took.toMillis() / 1e3,
                submitted.get() / (took.toMillis() / 1e3),
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 95 / 100) / 1e6,
                failed.size());
        assertThat(failed).isEmpty();
        assertThat(given.database()
                        .sql("select count(*) from ledger.sheet where state = 'SUBMITTED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(SUBMISSIONS);
        begin = System.nanoTime();
        var found = given.rounds.get(round);
        given.summaries.of(may(Right.READ_LEDGER), found, null, null);
        System.out.printf("summary of the whole region: %.0f ms%n", (System.nanoTime() - begin) / 1e6);
        assertThat(opening).isLessThan(Duration.ofSeconds(10));
    }

    /** The same plan for every league and banner, with so many bodies each. */
    private List<PlanId> copies(PlanId plan) {
        transaction.executeWithoutResult(begun -> database.execute("""
                create temporary table copy on commit drop as
                  select row_number() over (order by code) as n, code as region from region.region
                  where length(code) = 6 and code not in ('150000', '152524') order by code limit %d;
                create function pg_temp.twin(id uuid, n bigint) returns uuid language sql immutable as
                  $$ select md5(id::text || n)::uuid $$;
                insert into plan.document select encode(sha256(n::text::bytea), 'hex'), file_name, content, received_at, received_by, received_by_account from plan.document, copy;
                insert into plan.draft (id, sha256, region_code, title, source, structure, sketch, uploaded_at, uploaded_by, changed_at, changed_by, confirmed_at)
                  select pg_temp.twin(id, n), encode(sha256(n::text::bytea), 'hex'), region, title || n, source, structure, sketch, uploaded_at, uploaded_by, changed_at, changed_by, confirmed_at from plan.draft, copy;
                insert into plan.plan select pg_temp.twin(id, n), region, title || n, document_number, issuer, signed_on, period_from, period_to, basis, state, confirmed_at, confirmed_by, confirmed_by_account from plan.plan, copy;
                insert into plan.programme select pg_temp.twin(id, n), pg_temp.twin(plan_id, n), kind, ordinal, title from plan.programme, copy;
                insert into plan.measure select pg_temp.twin(id, n), pg_temp.twin(plan_id, n), pg_temp.twin(programme_id, n), ordinal, title, text, assigned_by, at_from, at_to from plan.measure, copy;
                insert into body.body (region, name, kind) select region, '第' || b || '单位', 'DEPARTMENT' from copy, generate_series(1, %d) b;
                insert into ledger.task (id, plan_id, measure_id, region_code, year, role, position, written, body_id, state, version, created_at)
                  select gen_random_uuid(), measure.plan_id, measure.id, copy.region, 2026,
                         case when row_number() over (partition by measure.id order by body.name) = 1 then 'LEAD' else 'PARTICIPANT' end,
                         0, body.name, body.id, 'ASSIGNED', 1, now()
                  from copy join plan.plan on plan.region_code = copy.region join plan.measure on measure.plan_id = plan.id
                       join body.body on body.region = copy.region;
                """.formatted(REGIONS - 1, BODIES)));
        var all = new ArrayList<PlanId>();
        database.queryForList("select id from plan.plan", UUID.class).forEach(id -> all.add(new PlanId(id)));
        return all;
    }
}
