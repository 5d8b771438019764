package org.kepu.plandoc;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kepu.plandoc.PlanComparison.Link;
import org.kepu.plandoc.PlanComparison.TargetChange;
import org.kepu.plandoc.comparison.MeasureLinks;
import org.kepu.plandoc.comparison.TargetChanges;

/** Finds out how a lower plan takes up an upper one. */
public final class PlanComparer {

    public PlanComparison compare(ParsedPlan upper, ParsedPlan lower) {
        var links = new MeasureLinks(upper, lower).links();
        return new PlanComparison(
                links,
                unlinked(upper, links, Link::upper),
                unlinked(lower, links, Link::lower),
                new TargetChanges(upper, lower, links).changes());
    }

    /** What became of the targets where the links are settled already. */
    public List<TargetChange> targets(ParsedPlan upper, ParsedPlan lower, List<Link> links) {
        return new TargetChanges(upper, lower, links).changes();
    }

    private static List<String> unlinked(ParsedPlan plan, List<Link> links, Function<Link, String> side) {
        Set<String> linked = links.stream().map(side).collect(Collectors.toSet());
        return plan.programmes().stream()
                .flatMap(programme -> programme.measures().stream()
                        .map(measure -> programme.kind() + "/" + programme.ordinal() + "/" + measure.ordinal()))
                .filter(name -> !linked.contains(name))
                .toList();
    }
}
