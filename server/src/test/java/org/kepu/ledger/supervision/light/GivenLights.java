package org.kepu.ledger.supervision.light;

import static org.kepu.plan.review.GivenPlans.CLERK;
import static org.kepu.plan.review.GivenPlans.may;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Facts;
import org.kepu.indicator.Source;
import org.kepu.indicator.figure.MeasureFacts;
import org.kepu.indicator.target.TargetStandings;
import org.kepu.ledger.work.GivenTasks;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.plan.life.PlanLife;
import org.kepu.region.Regions;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.kepu.vault.Watch;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The banner's plan of {@link GivenTasks}, whose ledger was opened in January, seen on whatever day the test says. */
final class GivenLights {

    static final int YEAR = GivenTasks.YEAR;

    final GivenTasks tasks;
    private final ApplicationContext context;
    private int facts;

    GivenLights(ApplicationContext context) {
        this.context = context;
        this.tasks = GivenTasks.of(context);
        sql("update ledger.task set created_at = '2026-01-05'");
    }

    JdbcClient database() {
        return tasks.plans().database();
    }

    void sql(String statement) {
        database().sql(statement).update();
    }

    Plan plan() {
        return context.getBean(Plans.class).find(tasks.plan()).orElseThrow();
    }

    PlanStructure structure() {
        return tasks.plans().structure(tasks.plan());
    }

    Lights lights(String day) {
        var watch = new Watch(Instant.parse(day + "T03:00:00Z"));
        return new Lights(
                context.getBean(TasksOfLights.class),
                context.getBean(RuleTables.class),
                context.getBean(TargetStandings.class),
                context.getBean(MeasureFacts.class),
                context.getBean(PlanLife.class),
                context.getBean(OfficeCalendar.class),
                context.getBean(Regions.class),
                watch);
    }

    Board board(String day) {
        return board(day, may(Right.READ_LEDGER), may(Right.READ_FIGURES));
    }

    Board board(String day, Scope reads, Scope figures) {
        return lights(day).of(reads, figures, plan(), structure(), YEAR);
    }

    /** The light of what a body is asked for a measure. */
    Lit light(Board board, String measure, String body) {
        var task = tasks.task(measure, body);
        return board.tasks().stream()
                .filter(of -> of.id().equals(task))
                .map(Board.Of::lit)
                .findFirst()
                .orElseThrow();
    }

    /** A lecture that served a measure. */
    void lecture(String measure, String body, String day, int events) {
        context.getBean(Facts.class)
                .record(
                        CLERK,
                        Fact.of(
                                        Source.of("test", "lecture-" + facts++),
                                        "LECTURE",
                                        LocalDate.parse(day),
                                        GivenTasks.BANNER,
                                        "讲座")
                                .with(new Amounts(events, 0, 0, 0, 0))
                                .by(List.of(tasks.body(body)))
                                .serving(List.of(tasks.plans().measure(tasks.plan(), measure))));
    }

    /** The first target of a measure is read by an indicator, as so many over the plan's whole period. */
    void target(String measure, String indicator, int value) {
        var target = structure()
                .measures()
                .filter(one -> one.title().equals(measure))
                .findFirst()
                .orElseThrow()
                .targets()
                .getFirst()
                .id();
        database()
                .sql("delete from indicator.target where plan_target = :target")
                .param("target", target)
                .update();
        database()
                .sql("""
                        insert into indicator.target (id, indicator, region, operator, value, span, period, aspiration, quote, document,
                                                      plan, plan_target, position)
                        values (:id, :indicator, '152524', 'AT_LEAST', :value, 'PERIOD', '[2026-01-01,2031-01-01)', false, '不少于', '方案',
                                :plan, :target, 0)
                        """)
                .param("id", UUID.randomUUID())
                .param("indicator", indicator)
                .param("value", value)
                .param("plan", tasks.plan().value())
                .param("target", target)
                .update();
    }

    /** A round about a quarter whose day is over on the given one; nobody has submitted. */
    UUID round(String from, String to, String due) {
        var round = UUID.randomUUID();
        for (var statement : List.of("""
                insert into ledger.round (id, region_code, name, period, covers_from, covers_to, due_on, opinion_days, mend_days,
                                          remind_before, remind_after, created_at, opened_at)
                values (:round, '152524', :from || '调度', 'QUARTER', :from::date, :to::date, :due::date, 3, 3, '{1}', '{1}', now(), now())
                """, """
                insert into ledger.asking (id, round_id, plan_id, region_code, period, covers_from, covers_to, topic)
                values (:round, :round, :plan, '152524', 'QUARTER', :from::date, :to::date, '')
                """, """
                insert into ledger.sheet (id, asking_id, plan_id, region_code, body_id, written, due_on, first_due_on)
                select gen_random_uuid(), :round, plan_id, region_code, body_id, min(written), :due::date, :due::date
                from ledger.task where plan_id = :plan and body_id is not null group by plan_id, region_code, body_id
                """, """
                insert into ledger.line (id, sheet_id, task_id, measure_id, role, position, title, earlier)
                select gen_random_uuid(), sheet.id, task.id, measure_id, role, position, '措施', ''
                from ledger.sheet join ledger.task on task.plan_id = sheet.plan_id and task.body_id = sheet.body_id
                where sheet.asking_id = :round
                """)) {
            database()
                    .sql(statement)
                    .param("round", round)
                    .param("plan", tasks.plan().value())
                    .param("from", from)
                    .param("to", to)
                    .param("due", due)
                    .update();
        }
        return round;
    }

    /** All have answered the round on a day. */
    void submitted(UUID round, String day, String answer) {
        database()
                .sql(
                        "update ledger.line set answer = :answer, text = '已开展' where sheet_id in (select id from ledger.sheet where asking_id = :round)")
                .param("answer", answer)
                .param("round", round)
                .update();
        database()
                .sql("""
                        update ledger.sheet set state = 'SUBMITTED', first_submitted_at = :at::timestamptz, submitted_at = :at::timestamptz
                        where asking_id = :round
                        """)
                .param("at", day + "T02:00:00Z")
                .param("round", round)
                .update();
    }
}
