package org.kepu.plandoc.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.kepu.plandoc.Programme;

/** Which programme of the lower plan continues which of the upper one, by their titles. */
final class ProgrammePairs {
    private static final double ALIKE = 0.25;

    private final Map<Programme, Programme> lowerOf = new HashMap<>();

    private record Pair(Programme upper, Programme lower, double likeness) {}

    ProgrammePairs(List<Programme> upper, List<Programme> lower) {
        var wording = new Wording(Stream.concat(upper.stream(), lower.stream())
                .map(Programme::title)
                .toList());
        var pairs = new ArrayList<Pair>();
        for (int u = 0; u < upper.size(); u++) {
            for (int l = 0; l < lower.size(); l++) {
                if (upper.get(u).kind() == lower.get(l).kind()) {
                    pairs.add(new Pair(upper.get(u), lower.get(l), wording.likeness(u, upper.size() + l)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        var taken = new HashSet<Programme>();
        for (var pair : pairs) {
            if (pair.likeness() >= ALIKE && !lowerOf.containsKey(pair.upper()) && taken.add(pair.lower())) {
                lowerOf.put(pair.upper(), pair.lower());
            }
        }
    }

    boolean isPair(Programme upper, Programme lower) {
        return lower.equals(lowerOf.get(upper));
    }
}
