package org.kepu.ledger.evaluation;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kepu.audit.Act;
import org.kepu.calendar.OfficeCalendar;
import org.kepu.ledger.evaluation.Candidates.Candidate;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.BodyId;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The office sets an evaluation for a plan, says who is evaluated, starts it and closes it. */
@Service
class PreparingEvaluations {

    private final Evaluations evaluations;
    private final Candidates candidates;
    private final EvaluationEvents events;
    private final Plans plans;
    private final Regions regions;
    private final OfficeCalendar calendar;
    private final JdbcClient database;
    private final Clock clock;

    PreparingEvaluations(
            Evaluations evaluations,
            Candidates candidates,
            EvaluationEvents events,
            Plans plans,
            Regions regions,
            OfficeCalendar calendar,
            JdbcClient database,
            Clock clock) {
        this.evaluations = evaluations;
        this.candidates = candidates;
        this.events = events;
        this.plans = plans;
        this.regions = regions;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    /** The plans for which this office may set one. */
    List<Plan> choices(Scope scope) {
        scope.demands(Right.RUN_LEDGER);
        return plans.all().stream()
                .map(PlanSummary::plan)
                .filter(plan -> isOurs(scope, plan))
                .toList();
    }

    /** Sets one, with everybody whom the plan asks something of. @throws NotFound if the plan is not within reach */
    @Transactional
    public Prepared create(Scope scope, EvaluationForm form) {
        scope.demands(Right.RUN_LEDGER);
        var plan = plans.find(new PlanId(requireNonNull(form.plan())))
                .filter(found -> isOurs(scope, found))
                .orElseThrow(NotFound::new);
        var id = new EvaluationId(UUID.randomUUID());
        if (write(id, plan, form) == 0) {
            return new Prepared.Already(there(plan, form));
        }
        var evaluation = evaluations.get(id);
        ask(
                evaluation,
                everybody(evaluation).stream().filter(one -> !one.government()).toList());
        events.note(
                scope.actor(),
                evaluation,
                Act.of("evaluation.act.set", "evaluation", id, evaluation.name())
                        .changed("evaluation.form.plan", null, plan.title()),
                plan.title());
        return new Prepared.Done(id);
    }

    /** Who may be chosen, in the order of the plan. */
    List<Candidate> everybody(Scope scope, EvaluationId id) {
        return everybody(evaluations.run(scope, id));
    }

    private List<Candidate> everybody(Evaluation evaluation) {
        return candidates.of(evaluation.plan(), evaluation.region(), evaluation.from(), evaluation.to());
    }

    /** Says who is evaluated: those, and nobody else. */
    @Transactional
    public Prepared choose(Scope scope, EvaluationId id, Set<BodyId> chosen) {
        var evaluation = evaluations.run(scope, id);
        if (!holdsDraft(id)) {
            return new Prepared.Overtaken();
        }
        var some = everybody(evaluation).stream()
                .filter(one -> chosen.contains(one.body()))
                .toList();
        database.sql("delete from ledger.evaluated where evaluation_id = :id")
                .param("id", id.value())
                .update();
        ask(evaluation, some);
        events.note(
                scope.actor(),
                evaluation,
                Act.of("evaluation.act.chose", "evaluation", id, evaluation.name())
                        .changed("evaluation.bodies", null, some.size()),
                "");
        return new Prepared.Done(id);
    }

    /** Freezes the indices and asks the bodies. @param seen the indices as they were read */
    @Transactional
    public Prepared start(Scope scope, EvaluationId id, int seen) {
        var evaluation = evaluations.run(scope, id);
        if (!holdsDraft(id) || evaluations.get(id).tree() != seen) {
            return new Prepared.Overtaken();
        }
        var tree = evaluations.tree(id);
        if (!tree.faults().isEmpty()) {
            return new Prepared.Unsound(tree.faults());
        }
        var due = calendar.days().after(Today.by(clock), evaluation.selfDays());
        if (ask(id, due) == 0) {
            return new Prepared.NobodyAsked();
        }
        database.sql("""
                        update ledger.evaluation set state = 'OPEN', opened_at = :now, due_on = :due, checksum = :checksum
                        where id = :id and state = 'DRAFT'
                        """)
                .param("id", id.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("due", due)
                .param("checksum", Frozen.checksum(tree.canonical()))
                .update();
        events.record(scope.actor(), evaluation, EvaluationAct.START, told(evaluation, EvaluationAct.START));
        return new Prepared.Done(id);
    }

    /** Ends it, once all results are settled. */
    @Transactional
    public Prepared close(Scope scope, EvaluationId id) {
        var evaluation = evaluations.run(scope, id);
        int unsettled = database.sql(
                        "select count(*) from ledger.evaluated where evaluation_id = :id and state <> 'SETTLED'")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        if (unsettled > 0) {
            return new Prepared.Unsettled(unsettled);
        }
        boolean closed = database.sql(
                                "update ledger.evaluation set state = 'CLOSED', closed_at = :now where id = :id and state = 'OPEN'")
                        .param("id", id.value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (!closed) {
            return new Prepared.Overtaken();
        }
        events.record(scope.actor(), evaluation, EvaluationAct.CLOSE, told(evaluation, EvaluationAct.CLOSE));
        return new Prepared.Done(id);
    }

    /** Keeps what the office says of shortcomings and of the time to come, for the report. */
    @Transactional
    public Prepared say(Scope scope, EvaluationId id, String problems, String nextSteps, int seen) {
        var evaluation = evaluations.run(scope, id);
        boolean kept = database.sql("""
                        update ledger.evaluation set problems = :problems, next_steps = :next, words_version = words_version + 1
                        where id = :id and words_version = :seen
                        """)
                        .param("id", id.value())
                        .param("problems", problems)
                        .param("next", nextSteps)
                        .param("seen", seen)
                        .update()
                == 1;
        if (!kept) {
            return new Prepared.Overtaken();
        }
        events.note(scope.actor(), evaluation, Act.of("evaluation.act.said", "evaluation", id, evaluation.name()), "");
        return new Prepared.Done(id);
    }

    private static Act told(Evaluation evaluation, EvaluationAct act) {
        return Act.of(act.messageKey(), "evaluation", evaluation.id(), evaluation.name());
    }

    private boolean isOurs(Scope scope, Plan plan) {
        return scope.plans().contains(plan.id()) || regions.reaches(scope, plan.region());
    }

    /** Whoever changes indices or bodies, or starts it, comes one after the other. */
    private boolean holdsDraft(EvaluationId id) {
        return database.sql("select state from ledger.evaluation where id = :id for update")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .filter(EvaluationState.DRAFT.name()::equals)
                .isPresent();
    }

    private int write(EvaluationId id, Plan plan, EvaluationForm form) {
        return database.sql("""
                        insert into ledger.evaluation (id, plan_id, region_code, kind, name, covers_from, covers_to, self_days,
                                                       rebuttal_days, answer_days, expert_share, created_at)
                        values (:id, :plan, :region, :kind, :name, :from, :to, :self, :rebuttal, :answer, :share, :now)
                        on conflict on constraint evaluation_once do nothing
                        """)
                .param("id", id.value())
                .param("plan", plan.id().value())
                .param("region", plan.region().value())
                .param("kind", requireNonNull(form.kind()).name())
                .param("name", form.name())
                .param("from", form.from())
                .param("to", form.to())
                .param("self", form.selfDays())
                .param("rebuttal", form.rebuttalDays())
                .param("answer", form.answerDays())
                .param("share", form.expertShare())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private EvaluationId there(Plan plan, EvaluationForm form) {
        return new EvaluationId(database.sql("select id from ledger.evaluation where plan_id = :plan and kind = :kind")
                .param("plan", plan.id().value())
                .param("kind", requireNonNull(form.kind()).name())
                .query(UUID.class)
                .single());
    }

    private void ask(Evaluation evaluation, List<Candidate> some) {
        database.sql("""
                        insert into ledger.evaluated (id, evaluation_id, body_id, region_code, written, position, government)
                        select gen_random_uuid(), :evaluation, body, region, written, place, government
                        from unnest(:bodies::uuid[], :regions::text[], :names::text[], :governments::boolean[])
                             with ordinality as one (body, region, written, government, place)
                        """)
                .param("evaluation", evaluation.id().value())
                .param("bodies", some.stream().map(one -> one.body().value()).toArray(UUID[]::new))
                .param("regions", some.stream().map(one -> one.region().value()).toArray(String[]::new))
                .param("names", some.stream().map(Candidate::written).toArray(String[]::new))
                .param("governments", some.stream().map(Candidate::government).toArray(Boolean[]::new))
                .update();
    }

    private int ask(EvaluationId id, LocalDate due) {
        return database.sql("update ledger.evaluated set due_on = :due where evaluation_id = :id")
                .param("due", due)
                .param("id", id.value())
                .update();
    }
}
