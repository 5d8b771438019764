package org.kepu.plandoc.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kepu.plandoc.ParsedPlan;
import org.kepu.plandoc.PlanComparison.Link;

/**
 * Links the measures of two plans. First every measure gets at most one counterpart, the best pairs going first; then
 * further links are added for a measure that is split or merged. Measures of corresponding programmes are favoured,
 * not confined: a measure that moved to another programme is found there. The numbers are argued in ADR 0010.
 */
public final class MeasureLinks {
    /** The text decides, a like title helps: titles alone are made of few and common words. */
    private static final double TEXT_SHARE = 0.7;

    private static final double SAME_PROGRAMME = 1.6;
    private static final double COUNTERPART = 0.08;
    private static final double FURTHER = 0.12;
    private static final double FURTHER_SHARE = 0.75;
    private static final double VERBATIM = 0.8;

    private final List<NamedMeasure> upper;
    private final List<NamedMeasure> lower;
    private final List<Pair> pairs = new ArrayList<>();

    /** @param likeness how alike the two read; {@code strength} favours corresponding programmes on top of it */
    private record Pair(int upper, int lower, double text, double likeness, double strength) {}

    public MeasureLinks(ParsedPlan upperPlan, ParsedPlan lowerPlan) {
        upper = NamedMeasure.of(upperPlan);
        lower = NamedMeasure.of(lowerPlan);
        var titles =
                new Wording(both().map(measure -> measure.measure().title()).toList());
        var texts = new Wording(both().map(measure -> measure.measure().text()).toList());
        var programmes = new ProgrammePairs(upperPlan.programmes(), lowerPlan.programmes());
        for (int u = 0; u < upper.size(); u++) {
            for (int l = 0; l < lower.size(); l++) {
                double text = texts.likeness(u, upper.size() + l);
                double title = titles.likeness(u, upper.size() + l);
                // a like title over an unlike text is chance, hence the root of the text's likeness
                double likeness = TEXT_SHARE * text + (1 - TEXT_SHARE) * title * Math.sqrt(text);
                boolean favoured =
                        programmes.isPair(upper.get(u).programme(), lower.get(l).programme());
                pairs.add(new Pair(u, l, text, likeness, favoured ? likeness * SAME_PROGRAMME : likeness));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::strength).reversed());
    }

    private Stream<NamedMeasure> both() {
        return Stream.concat(upper.stream(), lower.stream());
    }

    /** The links in the order of the upper plan. */
    public List<Link> links() {
        var counterparts = counterparts();
        var further = further(counterparts);
        return Stream.concat(counterparts.stream(), further.stream())
                .sorted(Comparator.comparingInt(Pair::upper).thenComparingInt(Pair::lower))
                .map(pair -> new Link(
                        upper.get(pair.upper()).name(),
                        lower.get(pair.lower()).name(),
                        further.contains(pair)
                                ? Link.Kind.PART
                                : pair.text() >= VERBATIM ? Link.Kind.SAME : Link.Kind.CHANGED,
                        score(pair)))
                .toList();
    }

    /** Two readers agree that half the wording is a lot: the root spreads the low end, where most links lie. */
    private static double score(Pair pair) {
        return Math.round(Math.sqrt(pair.likeness()) * 100) / 100.0;
    }

    private List<Pair> counterparts() {
        var found = new ArrayList<Pair>();
        var upperTaken = new HashSet<Integer>();
        var lowerTaken = new HashSet<Integer>();
        for (var pair : pairs) {
            if (pair.strength() >= COUNTERPART
                    && !upperTaken.contains(pair.upper())
                    && !lowerTaken.contains(pair.lower())) {
                upperTaken.add(pair.upper());
                lowerTaken.add(pair.lower());
                found.add(pair);
            }
        }
        return found;
    }

    /** Pairs nearly as strong as the strongest that one of their measures has. */
    private List<Pair> further(List<Pair> counterparts) {
        var bestOfUpper = new HashMap<Integer, Double>();
        var bestOfLower = new HashMap<Integer, Double>();
        for (var pair : pairs) {
            bestOfUpper.merge(pair.upper(), pair.strength(), Math::max);
            bestOfLower.merge(pair.lower(), pair.strength(), Math::max);
        }
        return pairs.stream()
                .filter(pair -> pair.strength() >= FURTHER && !counterparts.contains(pair))
                .filter(pair -> isNearly(pair, bestOfUpper, pair.upper()) || isNearly(pair, bestOfLower, pair.lower()))
                .toList();
    }

    private static boolean isNearly(Pair pair, Map<Integer, Double> best, int measure) {
        return pair.strength() >= FURTHER_SHARE * best.getOrDefault(measure, 0.0);
    }
}
