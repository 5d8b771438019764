package org.kepu.plan.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.OrganisationPoint;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Phase;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Programme.Kind;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;

/** What a reviewer may do to a structure. Each act gives a new structure; ordinals follow the order. */
final class Editing {

    private Editing() {}

    static Optional<Programme> programme(ParsedPlan plan, NodePath at) {
        return plan.programmes().stream()
                .filter(p -> p.kind() == at.kind() && p.ordinal() == at.programme())
                .findFirst();
    }

    static Optional<Measure> measure(ParsedPlan plan, NodePath at) {
        return programme(plan, at).stream()
                .flatMap(p -> p.measures().stream())
                .filter(m -> m.ordinal() == at.measure())
                .findFirst();
    }

    /** Where the part that was opened under this key stands now; nowhere if it is gone. */
    static Optional<String> placeOf(ParsedPlan plan, String part, String key) {
        if (key.isEmpty()) {
            return Optional.of(part);
        }
        var measures = plan.programmes().stream()
                .flatMap(p -> p.measures().stream()
                        .filter(m -> EditForm.key(m.at(), m.title()).equals(key))
                        .map(m -> new NodePath(p.kind(), p.ordinal(), m.ordinal())));
        var programmes = plan.programmes().stream()
                .filter(p -> EditForm.key(List.of(p.at()), p.title()).equals(key))
                .map(p -> new NodePath(p.kind(), p.ordinal(), 0));
        var places = (NodePath.of(part).isProgramme() ? programmes : measures)
                .map(NodePath::toString)
                .toList();
        return places.contains(part) ? Optional.of(part) : places.stream().findFirst();
    }

    static ParsedPlan changeProgramme(ParsedPlan plan, NodePath at, UnaryOperator<Programme> change) {
        return programmes(plan, at, p -> List.of(change.apply(p)));
    }

    static ParsedPlan removeProgramme(ParsedPlan plan, NodePath at) {
        return programmes(plan, at, p -> List.of());
    }

    /** An empty programme at the end of its kind. */
    static ParsedPlan addProgramme(ParsedPlan plan, Kind kind, String title) {
        var programmes = new ArrayList<>(plan.programmes());
        programmes.add(new Programme(kind, 1, title, List.of(), List.of(), List.of(), new Span(0, 0)));
        return withProgrammes(plan, programmes);
    }

    static ParsedPlan changeMeasure(ParsedPlan plan, NodePath at, UnaryOperator<Measure> change) {
        return measures(plan, at, m -> List.of(change.apply(m)));
    }

    static ParsedPlan removeMeasure(ParsedPlan plan, NodePath at) {
        return measures(plan, at, m -> List.of());
    }

    /** A further measure at the end of a programme, with the programme's bodies. */
    static ParsedPlan addMeasure(ParsedPlan plan, NodePath programme, String title) {
        return changeProgramme(plan, programme, p -> {
            var measures = new ArrayList<>(p.measures());
            var assigned = p.leads().isEmpty() ? Measure.AssignedBy.NONE : Measure.AssignedBy.SECTION;
            measures.add(new Measure(1, title, title, p.leads(), p.participants(), assigned, List.of(), List.of()));
            return withMeasures(p, measures);
        });
    }

    /** Moves a measure one place up in its programme. */
    static ParsedPlan raiseMeasure(ParsedPlan plan, NodePath at) {
        return changeProgramme(plan, at, p -> {
            var measures = new ArrayList<>(p.measures());
            var place = at.measure() - 1;
            if (place < 1 || place >= measures.size()) {
                return p;
            }
            measures.add(place - 1, measures.remove(place));
            return withMeasures(p, measures);
        });
    }

    private static ParsedPlan programmes(ParsedPlan plan, NodePath at, Function<Programme, List<Programme>> change) {
        return withProgrammes(
                plan,
                plan.programmes().stream()
                        .flatMap(p -> p.kind() == at.kind() && p.ordinal() == at.programme()
                                ? change.apply(p).stream()
                                : Stream.of(p))
                        .toList());
    }

    private static ParsedPlan measures(ParsedPlan plan, NodePath at, Function<Measure, List<Measure>> change) {
        return changeProgramme(
                plan,
                at,
                p -> withMeasures(
                        p,
                        p.measures().stream()
                                .flatMap(m -> m.ordinal() == at.measure() ? change.apply(m).stream() : Stream.of(m))
                                .toList()));
    }

    private static ParsedPlan withProgrammes(ParsedPlan plan, List<Programme> programmes) {
        var last = new EnumMap<Kind, Integer>(Kind.class);
        var ordered = programmes.stream()
                .map(p -> new Programme(
                        p.kind(),
                        last.merge(p.kind(), 1, Integer::sum),
                        p.title(),
                        p.leads(),
                        p.participants(),
                        p.measures(),
                        p.at()))
                .toList();
        return copy(plan, plan.goals(), ordered, plan.phases(), plan.organisation());
    }

    static ParsedPlan withGoals(ParsedPlan plan, List<Target> goals) {
        return copy(plan, goals, plan.programmes(), plan.phases(), plan.organisation());
    }

    static ParsedPlan withPhases(ParsedPlan plan, List<Phase> phases) {
        return copy(plan, plan.goals(), plan.programmes(), phases, plan.organisation());
    }

    static ParsedPlan withOrganisation(ParsedPlan plan, List<OrganisationPoint> organisation) {
        return copy(plan, plan.goals(), plan.programmes(), plan.phases(), organisation);
    }

    private static ParsedPlan copy(
            ParsedPlan plan,
            List<Target> goals,
            List<Programme> programmes,
            List<Phase> phases,
            List<OrganisationPoint> organisation) {
        return new ParsedPlan(
                plan.title(),
                plan.documentNumber(),
                plan.issuer(),
                plan.signedOn(),
                plan.periodFrom(),
                plan.periodTo(),
                plan.basis(),
                goals,
                programmes,
                phases,
                organisation,
                plan.findings());
    }

    private static Programme withMeasures(Programme p, List<Measure> measures) {
        var ordered = new ArrayList<Measure>();
        for (var m : measures) {
            ordered.add(new Measure(
                    ordered.size() + 1,
                    m.title(),
                    m.text(),
                    m.leads(),
                    m.participants(),
                    m.assignedBy(),
                    m.targets(),
                    m.at()));
        }
        return new Programme(p.kind(), p.ordinal(), p.title(), p.leads(), p.participants(), ordered, p.at());
    }
}
