package org.kepu.ledger.supervision.light;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.plan.Plan;

/**
 * The list of lights, body by body in the order of their names.
 *
 * @param plan the plan chosen, {@code null} where there is none
 * @param ofPlan what burns for the plan as a whole
 * @param light which lights are shown; {@code null}: those that call
 * @param bodies all names, to choose from
 * @param all how many tasks are shown in all; no more than {@link LightPages#MOST} are listed
 */
public record LightsView(
        List<Plan> plans,
        @Nullable Plan plan,
        int year,
        List<Integer> years,
        LocalDate on,
        Optional<Reason> ofPlan,
        @Nullable Light light,
        String body,
        List<String> bodies,
        List<Line> lines,
        int all,
        Map<UUID, List<Remark>> remarks) {

    /** A task with its light. */
    public record Line(Board.Of of, String measure) {}

    public Map<String, List<Line>> byBody() {
        return lines.stream().collect(groupingBy(line -> line.of().written(), LinkedHashMap::new, toList()));
    }

    public boolean isCutShort() {
        return lines.size() < all;
    }
}
