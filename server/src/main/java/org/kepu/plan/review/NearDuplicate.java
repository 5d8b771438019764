package org.kepu.plan.review;

import java.util.List;
import org.kepu.shared.PlanId;

/**
 * A stored document that is almost this one.
 *
 * @param likeness share of pieces that both have, 0 to 1
 * @param changes where they differ, in the order of the text, {@value #SHOWN} at most
 * @param more how many further differences there are
 */
record NearDuplicate(PlanId id, String title, boolean confirmed, double likeness, List<Change> changes, int more) {

    static final int SHOWN = 12;

    NearDuplicate {
        changes = List.copyOf(changes);
    }

    /**
     * @param before the words before the place
     * @param there what the stored document has and this one lacks
     * @param here what this document has and the stored one lacks
     */
    record Change(String before, String there, String here) {}
}
