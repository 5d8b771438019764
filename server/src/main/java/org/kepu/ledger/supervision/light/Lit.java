package org.kepu.ledger.supervision.light;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A light that burns, with its reasons, the brightest first. Green has none. */
public record Lit(Light light, List<Reason> reasons) {

    static final Lit GREEN = new Lit(Light.GREEN, List.of());

    public Lit {
        reasons = List.copyOf(reasons);
    }

    /** The brightest of the reasons decides; none of them is green. */
    static Lit of(Stream<Reason> reasons) {
        var sorted = reasons.sorted(comparing(Reason::light).reversed()).toList();
        return sorted.isEmpty() ? GREEN : new Lit(sorted.getFirst().light(), sorted);
    }

    /** A measure: whatever calls in any of its tasks calls; otherwise it stands as its leads do. */
    static Lit ofMeasure(Collection<Lit> all, Collection<Lit> leads) {
        var calling = all.stream().filter(lit -> lit.light().calls()).toList();
        return of((calling.isEmpty() ? leads : calling)
                .stream().flatMap(lit -> lit.reasons().stream()).distinct());
    }
}
