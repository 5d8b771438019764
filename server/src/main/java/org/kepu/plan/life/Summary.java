package org.kepu.plan.life;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * 意见采纳情况: each opinion with its answer, in the order of the clauses.
 *
 * @param silent the bodies that have not said anything yet
 */
public record Summary(Consultation consultation, List<Invited> invited, List<Line> lines, List<String> silent) {

    public Summary {
        invited = List.copyOf(invited);
        lines = List.copyOf(lines);
        silent = List.copyOf(silent);
    }

    /** @param number from 1, as the table counts */
    public record Line(int number, Clause clause, Opinion opinion) {}

    static Summary of(Consultation consultation, List<Invited> invited, List<Opinion> opinions) {
        var byNode = opinions.stream().collect(groupingBy(Opinion::node, LinkedHashMap::new, toList()));
        var lines = new ArrayList<Line>();
        for (var clause : consultation.clauses()) {
            for (var opinion : byNode.getOrDefault(clause.node(), List.of())) {
                lines.add(new Line(lines.size() + 1, clause, opinion));
            }
        }
        return new Summary(
                consultation,
                invited,
                lines,
                invited.stream()
                        .filter(body -> body.repliedAt() == null)
                        .map(Invited::name)
                        .toList());
    }

    public List<Line> unanswered() {
        return lines.stream().filter(line -> line.opinion().outcome() == null).toList();
    }

    public long fromPublic() {
        return lines.stream().filter(line -> line.opinion().fromPublic()).count();
    }

    /** How many opinions came to each outcome. */
    public Map<Opinion.Outcome, Long> outcomes() {
        var counts = new LinkedHashMap<Opinion.Outcome, Long>();
        for (var outcome : Opinion.Outcome.values()) {
            counts.put(
                    outcome,
                    lines.stream()
                            .filter(line -> Objects.equals(line.opinion().outcome(), outcome))
                            .count());
        }
        return counts;
    }
}
