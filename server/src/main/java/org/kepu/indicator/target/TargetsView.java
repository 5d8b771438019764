package org.kepu.indicator.target;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.target.TargetCard.State;
import org.kepu.plan.Plan;
import org.kepu.region.Region;

/**
 * What is asked of a division.
 *
 * @param regions those of which something is asked, within reach
 * @param region the one that is shown; null where nothing is asked of any
 * @param state the only one shown; null for all
 * @param on the day as of which it is shown
 * @param all its targets
 * @param plans whose targets may be given their indicators
 */
public record TargetsView(
        List<Region> regions,
        @Nullable Region region,
        @Nullable State state,
        LocalDate on,
        List<TargetCard> all,
        List<Plan> plans) {

    public TargetsView {
        regions = List.copyOf(regions);
        all = List.copyOf(all);
        plans = List.copyOf(plans);
    }

    /** Those that are shown. */
    public List<TargetCard> shown() {
        return all.stream()
                .filter(card -> state == null || card.state() == state)
                .toList();
    }

    /** Whether they come with the demo: those of plans on the platform are confirmed by somebody. */
    public boolean isDemo() {
        return all.stream().anyMatch(card -> card.target().plan() == null);
    }

    /** How many there are of each state. */
    public Map<State, Long> counts() {
        var counts = new EnumMap<State, Long>(State.class);
        all.forEach(card -> counts.merge(card.state(), 1L, Long::sum));
        return counts;
    }
}
