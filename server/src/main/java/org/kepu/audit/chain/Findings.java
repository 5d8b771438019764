package org.kepu.audit.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what a verification finds: the first are kept, the rest counted. */
final class Findings {

    private static final int KEPT = 200;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (first.size() < KEPT) {
            first.add(finding);
        }
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return first.stream()
                .sorted(Comparator.comparing(Finding::kind).thenComparing(Finding::from))
                .toList();
    }
}
