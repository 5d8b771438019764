package org.kepu.plan.life;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kepu.plandoc.Measure;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.Programme;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.Target;

/**
 * Carries what people have corrected over from one version of a plan to the next: a clause that was not touched keeps its
 * title, its bodies and its targets as they were reviewed.
 *
 * @param plan the next version with the corrections of the one before
 * @param measures how many of its measures keep theirs
 */
record Carrying(ParsedPlan plan, int measures) {

    static Carrying over(ParsedPlan reviewed, ParsedPlan fresh) {
        var before = new HashMap<String, Measure>();
        reviewed.programmes().forEach(programme -> programme.measures().forEach(m -> before.putIfAbsent(m.text(), m)));
        var kept = new ArrayList<Measure>();
        var programmes = fresh.programmes().stream()
                .map(programme -> withMeasures(
                        programme,
                        programme.measures().stream()
                                .map(measure -> stayed(before, measure)
                                        .filter(earlier -> !readAlike(earlier, measure))
                                        .map(earlier -> {
                                            kept.add(measure);
                                            return corrected(earlier, measure);
                                        })
                                        .orElse(measure))
                                .toList()))
                .toList();
        return new Carrying(
                new ParsedPlan(
                        fresh.title(),
                        fresh.documentNumber(),
                        fresh.issuer(),
                        fresh.signedOn(),
                        fresh.periodFrom(),
                        fresh.periodTo(),
                        fresh.basis(),
                        fresh.goals(),
                        programmes,
                        fresh.phases(),
                        fresh.organisation(),
                        fresh.findings()),
                kept.size());
    }

    private static Optional<Measure> stayed(Map<String, Measure> before, Measure measure) {
        return Optional.ofNullable(before.get(measure.text()));
    }

    private static boolean readAlike(Measure one, Measure other) {
        return one.title().equals(other.title())
                && one.leads().equals(other.leads())
                && one.participants().equals(other.participants())
                && bare(one.targets()).equals(bare(other.targets()));
    }

    /** Targets without their places, which differ from document to document. */
    private static List<Target> bare(List<Target> targets) {
        return targets.stream().map(target -> at(target, new Span(0, 0))).toList();
    }

    private static Measure corrected(Measure earlier, Measure measure) {
        return new Measure(
                measure.ordinal(),
                earlier.title(),
                measure.text(),
                earlier.leads(),
                earlier.participants(),
                measure.assignedBy(),
                earlier.targets().stream()
                        .map(target -> at(target, place(measure, target.quote())))
                        .toList(),
                measure.at());
    }

    private static Span place(Measure measure, String quote) {
        return measure.targets().stream()
                .filter(target -> target.quote().equals(quote))
                .findFirst()
                .map(Target::at)
                .orElse(new Span(0, 0));
    }

    private static Target at(Target target, Span place) {
        return new Target(target.quote(), target.operator(), target.value(), target.unit(), target.window(), place);
    }

    private static Programme withMeasures(Programme programme, List<Measure> measures) {
        return new Programme(
                programme.kind(),
                programme.ordinal(),
                programme.title(),
                programme.leads(),
                programme.participants(),
                measures,
                programme.at());
    }
}
