package org.kepu.plan.review;

import java.util.List;
import org.kepu.shared.PlanId;

/** What came of confirming a reviewed plan. */
sealed interface Confirmation {

    record InForce(PlanId plan) implements Confirmation {}

    /** Something must be put right first; all of it is told at once. */
    record NotReady(List<Lack> lacks) implements Confirmation {
        public NotReady {
            lacks = List.copyOf(lacks);
        }
    }

    /** Someone changed the draft, or confirmed it, after the page was shown. */
    record Overtaken() implements Confirmation {}

    /** What a plan needs before it can be in force. */
    enum Lack {
        NO_REGION,
        NO_TITLE,
        NO_PERIOD,
        NO_MEASURES,
        NO_YEAR,
        YEAR_OUTSIDE_PERIOD
    }
}
