package org.kepu.ledger.progress;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;
import org.kepu.plan.Plan;
import org.kepu.plan.PlanStructure;

/** What happened lately for a plan. */
record PlanNews(Plan plan, List<Item> items) {

    static final Comparator<Item> LATEST_FIRST = comparing(
                    (Item item) -> item.happened().fact().day())
            .thenComparing(item -> item.happened().fact().id())
            .reversed();

    PlanNews {
        items = List.copyOf(items);
    }

    record Item(PlanStructure.Measure measure, PlanProgress.Happened happened) {}
}
