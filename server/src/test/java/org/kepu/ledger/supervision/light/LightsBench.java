package org.kepu.ledger.supervision.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kepu.plan.review.GivenPlans.may;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.page.RunningSite;
import org.kepu.plan.Plans;
import org.kepu.shared.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the lights of a ledger of 5,000 tasks cost: 115 measures, 43 bodies each, 30 targets with indicators, four rounds with sheets, 20,000
 * facts of the year. Run with {@code -Dkepu.bench=true}.
 */
@EnabledIfSystemProperty(named = "kepu.bench", matches = "true")
class LightsBench extends RunningSite {

    private static final int ROUNDS = 200;
    private static final int P95 = ROUNDS * 95 / 100;
    private static final double BOUND = 150;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Lights lights;

    @Autowired
    private Plans plans;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Environment settings;

    @Test
    void a_ledger_of_five_thousand_tasks_is_read_with_its_lights_within_the_bound() {
        var given = GivenTasks.of(context);
        transaction.executeWithoutResult(begun -> database.execute(planted()));
        analyze();
        System.out.printf(
                "tasks %d, sheets %d, facts %d, targets %d%n",
                given.plans().rows("ledger.task"),
                given.plans().rows("ledger.sheet"),
                given.plans().rows("indicator.fact"),
                given.plans().rows("indicator.target"));
        assertThat(given.plans().rows("ledger.task")).isGreaterThan(4_900);
        var plan = plans.find(given.plan()).orElseThrow();
        var structure = plans.structure(given.plan());
        measured("structure of the plan", () -> plans.structure(given.plan()));
        measured(
                "lights of the plan",
                () -> lights.of(may(Right.READ_LEDGER), may(Right.READ_FIGURES), plan, structure, GivenTasks.YEAR));
        var clerk = clerk();
        var page = measured("ledger page with lights", () -> clerk.get("/desk/ledger?year=2026&plan=" + given.plan()));
        measured("list of lights", () -> clerk.get("/desk/supervision?year=2026&plan=" + given.plan()));
        assertThat(page).isLessThanOrEqualTo(BOUND);
    }

    /** As the server of an installation does of itself; only the owner of the tables may. */
    private void analyze() {
        var owner = new DriverManagerDataSource(
                settings.getRequiredProperty("spring.flyway.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password"));
        new JdbcTemplate(owner).execute("analyze");
    }

    /** More measures and bodies of the same plan, with all that lights them. */
    private static String planted() {
        return """
                create temporary table body_of as
                  with fresh as (insert into body.body (region, name, kind)
                                 select '152524', '第' || n || '局', 'DEPARTMENT' from generate_series(1, 43) n returning id, name)
                  select id, name, row_number() over () as n from fresh;
                create temporary table measure_of as select gen_random_uuid() as id, n from generate_series(1, 115) n;
                insert into plan.measure (id, plan_id, programme_id, ordinal, title, text, assigned_by, at_from, at_to)
                  select measure_of.id, plan_id, programme_id, 100 + n, '措施' || n, '办好第' || n || '件事。', assigned_by, '{}', '{}'
                  from measure_of, (select * from plan.measure limit 1) one;
                insert into plan.assignment (measure_id, role, position, written, body_id)
                  select measure_of.id, case body_of.n when 1 then 'LEAD' else 'PARTICIPANT' end, body_of.n, body_of.name, body_of.id
                  from measure_of, body_of;
                insert into ledger.task (id, plan_id, measure_id, region_code, year, role, position, written, body_id, state, version, created_at)
                  select gen_random_uuid(), plan.id, measure_of.id, '152524', 2026, case body_of.n when 1 then 'LEAD' else 'PARTICIPANT' end,
                         body_of.n, body_of.name, body_of.id, 'IN_PROGRESS', 1, '2026-01-05'
                  from plan.plan, measure_of, body_of;
                insert into plan.target (id, plan_id, measure_id, position, quote, operator, value, unit, time_window, at_from, at_to)
                  select gen_random_uuid(), plan.id, measure_of.id, 0, '不少于1000场', 'AT_LEAST', 1000, '场', 'PERIOD', 0, 0
                  from plan.plan, measure_of where n <= 30;
                insert into indicator.target (id, indicator, region, operator, value, span, period, aspiration, quote, document, plan,
                                              plan_target, position)
                  select gen_random_uuid(), 'lectures', '152524', 'AT_LEAST', 1000, 'PERIOD', '[2026-01-01,2031-01-01)', false, '不少于', '方案',
                         plan_id, target.id, 0
                  from plan.target where quote = '不少于1000场';
                insert into ledger.round (id, region_code, name, period, covers_from, covers_to, due_on, opinion_days, mend_days,
                                          remind_before, remind_after, created_at, opened_at)
                  select gen_random_uuid(), '152524', '第' || n || '次调度', 'MONTH', make_date(2026, n, 1), make_date(2026, n, 28),
                         make_date(2026, n + 1, 10), 3, 3, '{1}', '{1}', now(), now()
                  from generate_series(3, 9, 2) n;
                insert into ledger.asking (id, round_id, plan_id, region_code, period, covers_from, covers_to, topic)
                  select round.id, round.id, plan.id, '152524', period, covers_from, covers_to, '' from ledger.round, plan.plan;
                insert into ledger.sheet (id, asking_id, plan_id, region_code, body_id, written, state, due_on, first_due_on,
                                          first_submitted_at, submitted_at)
                  select gen_random_uuid(), asking.id, asking.plan_id, '152524', body_of.id, body_of.name,
                         case when n % 3 = 0 then 'ASKED' else 'SUBMITTED' end, covers_to + 12, covers_to + 12,
                         case when n % 3 = 0 then null else covers_to::timestamptz end, case when n % 3 = 0 then null else covers_to::timestamptz end
                  from ledger.asking, body_of;
                insert into ledger.line (id, sheet_id, task_id, measure_id, role, position, title, earlier, answer, text)
                  select gen_random_uuid(), sheet.id, task.id, measure_id, role, position, '措施', '',
                         case when sheet.state = 'ASKED' then null else 'PROGRESS' end, '按计划推进'
                  from ledger.sheet join ledger.task on task.plan_id = sheet.plan_id and task.body_id = sheet.body_id;
                insert into ledger.task_evidence (id, task_id, said, day, added_at)
                  select gen_random_uuid(), id, '已印发通知', '2026-05-05', now() from ledger.task where position % 2 = 0;
                insert into indicator.fact (kind, audience, place, rural, weight, version, day, events, attendances, minutes, money, quantity,
                                            recorded_at, recorded_by, digest, region, source, source_id, title, organisers, measures)
                  select kind.id, audience.id, place.id, false, 1, 1, date '2026-01-01' + i % 300, 1, 40, 0, 0, 0, now(), gen_random_uuid(),
                         gen_random_uuid(), '152524', 'bench', 'fact-' || i, '一场讲座', array[body_of.id], array[measure_of.id]
                  from generate_series(1, 20000) i join body_of on body_of.n = 1 + i % 43 join measure_of on measure_of.n = 1 + i % 115,
                       indicator.kind, indicator.audience, indicator.place
                  where kind.code = 'LECTURE' and audience.code = '' and place.code = '';
                insert into indicator.fact_measure (measure, fact) select measures[1], id from indicator.fact where source = 'bench';
                insert into indicator.credit (measure, body, day, weight)
                  select measures[1], organisers[1], day, weight from indicator.fact where source = 'bench';
                """;
    }

    /** The slowest but one in twenty, in milliseconds, after a while of warming up. */
    private static double measured(String what, Runnable act) {
        for (int i = 0; i < ROUNDS / 2; i++) {
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
