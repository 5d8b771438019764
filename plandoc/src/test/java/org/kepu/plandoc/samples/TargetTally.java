package org.kepu.plandoc.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Target;
import tools.jackson.databind.JsonNode;

/** Counts right, printed and wanted targets place by place; optional and neutral ones count on neither side. */
final class TargetTally {
    private final Fold fold;
    private final List<String> neutral;
    private final List<String> slips;
    private int right;
    private int printed;
    private int wanted;

    TargetTally(Fold fold, List<String> neutral, List<String> slips) {
        this.fold = fold;
        this.neutral = neutral;
        this.slips = slips;
    }

    void add(String place, @Nullable JsonNode answers, List<Target> got) {
        var needed = new ArrayList<JsonNode>();
        var spare = new ArrayList<>(neutral);
        if (answers != null) {
            for (var answer : answers) {
                if (answer.path("optional").asBoolean(false)) {
                    spare.addAll(Gold.any(answer.path("quoteMustContain")));
                } else {
                    needed.add(answer);
                }
            }
        }
        var owner = match(needed, got);
        for (var target : got) {
            if (!owner.containsKey(target) && !excused(target, spare, needed)) {
                printed++;
                slips.add("数字多：" + place + " " + target.quote() + " " + target.operator() + " " + target.value()
                        + target.unit() + " " + target.window());
            }
        }
        needed.stream()
                .filter(n -> !owner.containsValue(n))
                .forEach(n -> slips.add("数字缺：" + place + " " + n.path("quoteMustContain")));
        right += owner.size();
        printed += owner.size();
        wanted += needed.size();
    }

    double f1() {
        return Score.f1(right, printed, wanted);
    }

    private boolean excused(Target target, List<String> spare, List<JsonNode> needed) {
        return Scorer.quoted(fold, spare, target)
                && needed.stream()
                        .noneMatch(n -> Scorer.near(fold, n, target)
                                && Scorer.quoted(fold, Gold.any(n.path("quoteMustContain")), target));
    }

    /** The largest one-to-one matching, by augmenting paths. */
    private Map<Target, JsonNode> match(List<JsonNode> needed, List<Target> got) {
        var owner = new HashMap<Target, JsonNode>();
        needed.forEach(n -> place(n, got, owner, new HashSet<>()));
        return owner;
    }

    private boolean place(JsonNode answer, List<Target> got, Map<Target, JsonNode> owner, Set<Target> seen) {
        for (var target : got) {
            if (Scorer.fits(fold, answer, target) && seen.add(target)) {
                var before = owner.get(target);
                if (before == null || place(before, got, owner, seen)) {
                    owner.put(target, answer);
                    return true;
                }
            }
        }
        return false;
    }
}
