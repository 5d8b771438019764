package org.kepu.ledger.round;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.shared.PlanId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the plans of rounds, each in a transaction of its own: a sheet for each body, a line for each of its tasks that is not done. What is
 * cut off in the middle goes on with the next plan. Several nodes never ask the same one. A plan that was asked for these days already is not
 * asked again: its sheets count in this round too. A plan that cannot be asked is put off, longer each time, and stops no other.
 */
@Service
class AskingPlans {

    private static final Logger log = LoggerFactory.getLogger(AskingPlans.class);

    /** After the first failure; doubled with each, up to about an hour. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);

    private static final int DOUBLINGS = 6;

    private final Plans plans;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AskingPlans(Plans plans, JdbcClient database, TransactionTemplate transaction, Clock clock) {
        this.plans = plans;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param failures how often it could not be asked */
    private record Waiting(UUID round, UUID plan, int failures) {}

    /** Asks until no plan waits. */
    void run() {
        while (!Thread.currentThread().isInterrupted() && next()) {
            // the next one
        }
    }

    /** Asks one plan, or puts it off; says no if none waits. */
    boolean next() {
        return Boolean.TRUE.equals(transaction.execute(begun -> {
            var waiting = take();
            waiting.ifPresent(plan -> askOrPutOff(plan, begun));
            return waiting.isPresent();
        }));
    }

    private void askOrPutOff(Waiting plan, TransactionStatus begun) {
        var before = begun.createSavepoint();
        try {
            ask(plan);
        } catch (RuntimeException fault) {
            log.error("plan {} of round {} could not be asked; it is tried again", plan.plan(), plan.round(), fault);
            begun.rollbackToSavepoint(before);
            putOff(plan, AskingFault.of(fault));
        }
    }

    private void putOff(Waiting plan, AskingFault fault) {
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(plan.failures(), DOUBLINGS));
        database.sql("""
                        update ledger.round_plan set failures = failures + 1, fault = :fault, ask_after = :then
                        where round_id = :round and plan_id = :plan
                        """)
                .param("fault", fault.name())
                .param("then", clock.instant().plus(pause).atOffset(ZoneOffset.UTC))
                .param("round", plan.round())
                .param("plan", plan.plan())
                .update();
    }

    private Optional<Waiting> take() {
        return database.sql("""
                        select round_id as round, plan_id as plan, failures
                        from ledger.round_plan
                        where asking_id is null and (ask_after is null or ask_after <= :now)
                        order by failures, round_id, region_code limit 1 for update skip locked
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Waiting.class)
                .optional();
    }

    private void ask(Waiting waiting) {
        var asking = UUID.randomUUID();
        boolean first = database.sql("""
                        insert into ledger.asking (id, round_id, plan_id, region_code, period, covers_from, covers_to, topic)
                        select :asking, round.id, round_plan.plan_id, round_plan.region_code, period, covers_from, covers_to, topic
                        from ledger.round join ledger.round_plan on round_id = round.id
                        where round.id = :round and plan_id = :plan
                        on conflict on constraint asking_once do nothing
                        """)
                        .param("asking", asking)
                        .param("round", waiting.round())
                        .param("plan", waiting.plan())
                        .update()
                == 1;
        if (first) {
            var measures =
                    plans.structure(new PlanId(waiting.plan())).measures().toList();
            sheets(asking, measures);
            lines(asking, measures);
        }
        database.sql("""
                        update ledger.round_plan set asking_id = asking.id
                        from ledger.asking, ledger.round
                        where round_plan.round_id = :round and round_plan.plan_id = :plan and round.id = :round
                          and asking.plan_id = :plan and asking.period = round.period and asking.topic = round.topic
                          and asking.covers_from = round.covers_from and asking.covers_to = round.covers_to
                        """)
                .param("round", waiting.round())
                .param("plan", waiting.plan())
                .update();
        finish(waiting.round());
    }

    /** Locked before it is looked at: two nodes that asked the last two plans would each find the other's waiting still. */
    private void finish(UUID round) {
        database.sql("select id from ledger.round where id = :round for no key update")
                .param("round", round)
                .query(UUID.class)
                .single();
        database.sql("""
                        update ledger.round set opened_at = :now
                        where id = :round and opened_at is null
                          and not exists (select from ledger.round_plan where round_id = round.id and asking_id is null)
                        """)
                .param("round", round)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A body whose every task is done, or of a measure that the plan no longer has, is not asked. */
    private void sheets(UUID asking, List<PlanStructure.Measure> measures) {
        database.sql("""
                        insert into ledger.sheet (id, asking_id, plan_id, region_code, body_id, written, due_on, first_due_on)
                        select gen_random_uuid(), asking.id, asking.plan_id, asking.region_code, task.body_id, min(task.written),
                               round.due_on, round.due_on
                        from ledger.asking
                             join ledger.round on round.id = asking.round_id
                             join ledger.task on task.plan_id = asking.plan_id and task.year = extract(year from asking.covers_to)
                        where asking.id = :asking and task.body_id is not null
                          and task.state <> 'DONE' and task.measure_id = any (:measures)
                        group by asking.id, task.body_id, round.due_on
                        """)
                .param("asking", asking)
                .param("measures", ids(measures))
                .update();
    }

    /** The text of the round before is the one that was said last of the same task or, at the turn of the year, the same measure. */
    private void lines(UUID asking, List<PlanStructure.Measure> measures) {
        database.sql("""
                        insert into ledger.line (id, sheet_id, task_id, measure_id, role, position, title, earlier)
                        select gen_random_uuid(), sheet.id, task.id, task.measure_id, task.role, measure.position, measure.title,
                               coalesce(earlier.text, '')
                        from ledger.sheet
                             join ledger.asking on asking.id = sheet.asking_id
                             join ledger.task on task.plan_id = sheet.plan_id and task.body_id = sheet.body_id
                                             and task.year = extract(year from asking.covers_to) and task.state <> 'DONE'
                             join unnest(:measures, :titles) with ordinality as measure (id, title, position)
                                  on measure.id = task.measure_id
                             left join lateral (
                                  select line.text
                                  from ledger.line join ledger.sheet before on before.id = line.sheet_id
                                                   join ledger.asking past on past.id = before.asking_id
                                  where line.measure_id = task.measure_id and before.body_id = sheet.body_id
                                    and line.answer = 'PROGRESS' and before.state in ('SUBMITTED', 'ACCEPTED')
                                    and past.covers_to <= asking.covers_to
                                  order by past.covers_to desc, before.submitted_at desc limit 1) earlier on true
                        where sheet.asking_id = :asking
                        """)
                .param("asking", asking)
                .param("measures", ids(measures))
                .param(
                        "titles",
                        measures.stream().map(PlanStructure.Measure::title).toArray(String[]::new))
                .update();
    }

    private static UUID[] ids(List<PlanStructure.Measure> measures) {
        return measures.stream().map(measure -> measure.id().value()).toArray(UUID[]::new);
    }
}
