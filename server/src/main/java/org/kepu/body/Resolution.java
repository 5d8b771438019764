package org.kepu.body;

import java.util.List;
import java.util.Set;
import org.kepu.shared.BodyId;

/** What a name written in a document may mean. Only a person's word makes it {@link Decided}. */
public sealed interface Resolution {

    /** A person has said so for this document. */
    record Decided(Body body) implements Resolution {}

    /** The words stand for many bodies. */
    record Group(BodyGroup group) implements Resolution {}

    /**
     * These could be meant, best first. A person confirms, even if there is only one and its name is the same.
     *
     * @param merged those whose remit and the written one are not the same: a merged office (教科局 for 教育局), or one of several
     *     that a merged name stands for
     */
    record Proposed(List<Body> bodies, Set<BodyId> merged) implements Resolution {
        public Proposed {
            bodies = List.copyOf(bodies);
            merged = Set.copyOf(merged);
            if (bodies.isEmpty()) {
                throw new IllegalArgumentException("a proposal proposes somebody");
            }
        }

        public boolean isMerged(Body body) {
            return merged.contains(body.id());
        }
    }

    /** No registered body fits. */
    record Unknown() implements Resolution {}
}
