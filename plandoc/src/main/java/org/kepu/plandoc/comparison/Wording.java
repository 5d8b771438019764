package org.kepu.plandoc.comparison;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How alike texts of one collection are worded, from 0 to 1. Compared are runs of two and of three characters; a run
 * weighs the more the fewer texts of the collection have it, so that 科普 and 素质, which all have, count next to nothing.
 */
final class Wording {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Map<String, Double>> texts = new ArrayList<>();

    Wording(List<String> written) {
        var runs = written.stream().map(Wording::runs).toList();
        var spread = new HashMap<String, Integer>();
        runs.forEach(of -> of.keySet().forEach(run -> spread.merge(run, 1, Integer::sum)));
        for (var of : runs) {
            texts.add(weighed(of, spread, written.size()));
        }
    }

    double likeness(int one, int other) {
        var a = texts.get(one);
        var b = texts.get(other);
        var few = a.size() < b.size() ? a : b;
        var many = few == a ? b : a;
        double sum = 0;
        for (var run : few.entrySet()) {
            sum += run.getValue() * many.getOrDefault(run.getKey(), 0.0);
        }
        return Math.min(1, sum);
    }

    private static Map<String, Integer> runs(String text) {
        var runs = new HashMap<String, Integer>();
        for (var part : BREAK.split(Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            for (int length = 2; length <= 3; length++) {
                for (int i = 0; i + length <= part.length(); i++) {
                    runs.merge(part.substring(i, i + length), 1, Integer::sum);
                }
            }
        }
        return runs;
    }

    private static Map<String, Double> weighed(Map<String, Integer> runs, Map<String, Integer> spread, int texts) {
        var weights = new HashMap<String, Double>();
        double squares = 0;
        for (var run : runs.entrySet()) {
            double rarity = Math.log1p((double) texts / spread.getOrDefault(run.getKey(), 1));
            double weight = (1 + Math.log(run.getValue())) * rarity;
            weights.put(run.getKey(), weight);
            squares += weight * weight;
        }
        double length = Math.sqrt(squares);
        weights.replaceAll((run, weight) -> weight / length);
        return weights;
    }

    /** The share of character pairs that two short phrases have in common, measured by the shorter and by both. */
    static double overlap(String one, String other) {
        var a = new HashSet<>(runs(one).keySet());
        var b = new HashSet<>(runs(other).keySet());
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int few = Math.min(a.size(), b.size());
        double both = (a.size() + b.size()) / 2.0;
        a.retainAll(b);
        return (a.size() / (double) few + a.size() / both) / 2;
    }
}
