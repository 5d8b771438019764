package org.kepu.indicator.target;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Definition.Span;
import org.kepu.indicator.figure.Definitions;
import org.kepu.indicator.figure.Window;
import org.kepu.indicator.target.Proposal.Candidate;
import org.kepu.indicator.target.Proposal.Decision;
import org.kepu.indicator.target.Proposal.NearMiss;
import org.kepu.page.NotFound;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;
import org.kepu.plan.Plans;
import org.kepu.region.Regions;
import org.kepu.shared.PlanId;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes for each target of a plan the indicator that reads it, by its unit, its window and its words; a person decides. Nothing
 * is bound otherwise.
 */
@Service
class ProposingTargets {

    /** What a form sends for 不用指标表示. */
    static final String WITHOUT = "-";

    private final Plans plans;
    private final Definitions definitions;
    private final TargetTable table;
    private final Regions regions;
    private final Trail trail;
    private final Clock clock;

    ProposingTargets(
            Plans plans, Definitions definitions, TargetTable table, Regions regions, Trail trail, Clock clock) {
        this.plans = plans;
        this.definitions = definitions;
        this.table = table;
        this.regions = regions;
        this.trail = trail;
        this.clock = clock;
    }

    /** What became of a decision. */
    sealed interface Outcome {
        record Done() implements Outcome {}

        /** It was decided so before. */
        record Already() implements Outcome {}

        /** Somebody else decided otherwise in the meantime. */
        record Overtaken() implements Outcome {}

        /** The indicator counts something else than the plan asks. */
        record Refused(Fit.Misfit why) implements Outcome {}
    }

    private record Placed(
            PlanStructure.Target target, @Nullable String measure, int position) {}

    /** The plans in force within reach. */
    List<Plan> plans(Scope scope) {
        scope.demands(Right.READ_FIGURES);
        var all = plans.all().stream().map(summary -> summary.plan()).toList();
        var reached = regions.reached(scope, all.stream().map(Plan::region).toList());
        return all.stream().filter(plan -> reached.contains(plan.region())).toList();
    }

    /**
     * The targets of a plan, in its order.
     *
     * @throws NotFound if there is no such plan, or it is not within reach
     */
    @Transactional(readOnly = true)
    public List<Proposal> of(Scope scope, PlanId plan) {
        scope.demands(Right.READ_FIGURES);
        reached(scope, plan);
        var known = definitions.on(today());
        var names = known.stream().collect(toMap(Definition::id, Definition::name));
        var decided = table.decided(plan).stream().collect(toMap(TargetTable.Decided::planTarget, Function.identity()));
        return placed(plan).stream()
                .map(placed -> proposal(
                        placed, known, decision(decided.get(placed.target().id()), names)))
                .toList();
    }

    private static Proposal proposal(Placed placed, List<Definition> known, @Nullable Decision decided) {
        var target = placed.target();
        var candidates = new ArrayList<Candidate>();
        var misfits = new ArrayList<NearMiss>();
        for (var definition : known) {
            var words = Clues.in(target.quote(), placed.measure() == null ? "" : placed.measure(), definition);
            if (words.isEmpty()) {
                continue;
            }
            switch (Fit.of(definition, target)) {
                case Fit.Counts counts ->
                    candidates.add(new Candidate(
                            definition, words, counts.operator() != target.operator(), sameSpan(target, definition)));
                case Fit.Misfit misfit -> {
                    if (sameSpan(target, definition)) {
                        misfits.add(new NearMiss(definition, misfit));
                    }
                }
            }
        }
        candidates.sort(comparing((Candidate candidate) -> !candidate.sameSpan())
                .thenComparing(candidate -> distance(target, candidate))
                .thenComparing(candidate -> -String.join("", candidate.words()).length())
                .thenComparing(candidate -> candidate.definition().id()));
        return new Proposal(target, placed.measure(), candidates, misfits, decided);
    }

    private static boolean sameSpan(PlanStructure.Target target, Definition definition) {
        return span(target).map(definition.span()::equals).orElse(true);
    }

    /** How far before the number the last of its words stands, of sentences that ask for two things at once. */
    private static int distance(PlanStructure.Target target, Candidate candidate) {
        int number = target.quote().indexOf(target.value().stripTrailingZeros().toPlainString());
        return candidate.words().stream()
                .mapToInt(target.quote()::indexOf)
                .filter(word -> word >= 0 && word < number)
                .map(word -> number - word)
                .min()
                .orElse(target.quote().length());
    }

    private static @Nullable Decision decision(TargetTable.@Nullable Decided decided, Map<String, String> names) {
        if (decided == null) {
            return null;
        }
        var indicator = decided.indicator();
        return new Decision(indicator, indicator == null ? null : names.getOrDefault(indicator, indicator));
    }

    /**
     * Decides which indicator reads a target of a plan.
     *
     * @param indicator its id, or {@link #WITHOUT}
     * @param seen what stood there when the form was shown, see {@link Proposal#seen}
     * @throws NotFound if there is no such plan, target or indicator, or it is not within reach
     */
    @Transactional
    public Outcome decide(Scope scope, PlanId id, UUID planTarget, String indicator, String seen) {
        scope.demands(Right.KEEP_INDICATORS);
        var plan = reached(scope, id);
        var placed = placed(id).stream()
                .filter(one -> one.target().id().equals(planTarget))
                .findFirst()
                .orElseThrow(NotFound::new);
        if (indicator.equals(WITHOUT)) {
            var target = target(
                    plan,
                    placed,
                    "",
                    Span.DAY,
                    new Fit.Counts(placed.target().operator(), placed.target().value()));
            return write(scope, target, null, seen);
        }
        var definition = definitions.find(indicator, today()).orElseThrow(NotFound::new);
        return switch (Fit.of(definition, placed.target())) {
            case Fit.Counts counts ->
                write(
                        scope,
                        target(plan, placed, indicator, span(placed.target()).orElse(definition.span()), counts),
                        indicator,
                        seen);
            case Fit.Misfit misfit -> new Outcome.Refused(misfit);
        };
    }

    /** The row is the witness: of two who decide at once the second sees what the first wrote. */
    private Outcome write(Scope scope, Target target, @Nullable String indicator, String seen) {
        var by = scope.actor().account();
        boolean added = indicator == null ? table.addWithout(target, by) : table.add(target, by);
        var before = added
                ? null
                : table.hold(target.id()).map(TargetTable.Decided::indicator).orElse(null);
        if (!added) {
            var stands = before == null ? WITHOUT : before;
            if (stands.equals(indicator == null ? WITHOUT : indicator)) {
                return new Outcome.Already();
            }
            if (!stands.equals(seen)) {
                return new Outcome.Overtaken();
            }
            table.change(target, indicator, by);
        }
        trail.record(
                scope.actor(),
                Act.of("target.act.decided", "target", target.id(), target.quote())
                        .in(target.region())
                        .changed(
                                "target.indicator",
                                added ? null : Optional.ofNullable(before).orElse(WITHOUT),
                                indicator == null ? WITHOUT : indicator));
        return new Outcome.Done();
    }

    private static Target target(Plan plan, Placed placed, String indicator, Span span, Fit.Counts asked) {
        var number = plan.documentNumber();
        var target = placed.target();
        return new Target(
                target.id(),
                indicator,
                plan.region(),
                asked.operator(),
                asked.value(),
                span,
                new Window(LocalDate.of(plan.periodFrom(), 1, 1), LocalDate.of(plan.periodTo(), 12, 31)),
                Stream.of("力争", "争取").anyMatch(target.quote()::contains),
                target.quote(),
                number == null ? plan.title() : number,
                plan.id(),
                target.id(),
                placed.position());
    }

    private static Optional<Span> span(PlanStructure.Target target) {
        return switch (target.window()) {
            case YEAR -> Optional.of(Span.YEAR);
            case SEMESTER -> Optional.of(Span.SEMESTER);
            case PERIOD -> Optional.of(Span.PERIOD);
            case BY_DATE -> Optional.of(Span.DAY);
            case NONE -> Optional.empty();
        };
    }

    private List<Placed> placed(PlanId plan) {
        var structure = plans.structure(plan);
        var placed = new ArrayList<Placed>();
        structure.goals().forEach(target -> placed.add(new Placed(target, null, placed.size() + 1)));
        structure
                .measures()
                .forEach(measure -> measure.targets()
                        .forEach(target -> placed.add(new Placed(target, measure.title(), placed.size() + 1))));
        return placed;
    }

    private Plan reached(Scope scope, PlanId id) {
        return plans.find(id)
                .filter(plan -> regions.reaches(scope, plan.region()))
                .orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
