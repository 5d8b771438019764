package org.kepu.ledger.evaluation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.file.Keeping;
import org.kepu.ledger.evaluation.report.Reports;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanSummary;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.Desk;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.validation.Errors;

/** Puts together what the page of an evaluation shows to whom. */
@Service
class EvaluationDesk {

    private final Evaluations evaluations;
    private final ReadingEvaluated reading;
    private final PreparingEvaluations preparing;
    private final Visits visits;
    private final Reports reports;
    private final EvaluationEvents events;
    private final Plans plans;
    private final Regions regions;
    private final Clock clock;

    EvaluationDesk(
            Evaluations evaluations,
            ReadingEvaluated reading,
            PreparingEvaluations preparing,
            Visits visits,
            Reports reports,
            EvaluationEvents events,
            Plans plans,
            Regions regions,
            Clock clock) {
        this.evaluations = evaluations;
        this.reading = reading;
        this.preparing = preparing;
        this.visits = visits;
        this.reports = reports;
        this.events = events;
        this.plans = plans;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * What was sent and refused.
     *
     * @param visit as it was typed; null where nothing was
     */
    record Returned(@Nullable VisitForm visit, @Nullable Errors errors, Keeping.@Nullable Refused notKept) {

        static final Returned NOTHING = new Returned(null, null, null);
    }

    /** The evaluations within reach, and the titles of their plans. */
    record Listed(List<Evaluation> evaluations, Map<PlanId, String> plans) {}

    Listed list(Scope scope) {
        var titles = plans.all().stream()
                .map(PlanSummary::plan)
                .collect(java.util.stream.Collectors.toMap(Plan::id, Plan::title));
        return new Listed(evaluations.all(scope), titles);
    }

    /** @throws NotFound if there is no such evaluation within reach */
    EvaluationView view(Scope scope, Desk desk, EvaluationId id, Returned returned) {
        var evaluation = evaluations.find(scope, id).orElseThrow(NotFound::new);
        boolean whole = evaluations.whole(scope, id).isPresent();
        boolean runs = regions.reaches(desk.scope(Right.RUN_LEDGER), evaluation.region())
                || desk.scope(Right.RUN_LEDGER).plans().contains(evaluation.plan());
        var visit = returned.visit();
        return new EvaluationView(
                evaluation,
                plans.find(evaluation.plan()).orElseThrow(NotFound::new),
                regions.get(evaluation.region()),
                evaluations.tree(id),
                reading.of(scope, id),
                whole,
                runs,
                runs && evaluation.state() == EvaluationState.DRAFT
                        ? preparing.everybody(desk.scope(Right.RUN_LEDGER), id)
                        : List.of(),
                whole ? visits.of(id) : List.of(),
                reports.of(scope, id),
                whole ? events.of(id) : List.of(),
                visit == null ? VisitForm.on(Today.by(clock)) : visit,
                returned.errors(),
                returned.notKept());
    }

    /** The indices being edited. @throws NotFound if the office does not run the evaluation */
    IndicesView indices(Scope scope, EvaluationId id, IndicesView.Returned returned) {
        var evaluation = evaluations.run(scope, id);
        return new IndicesView(evaluation, evaluations.tree(id), returned);
    }
}
