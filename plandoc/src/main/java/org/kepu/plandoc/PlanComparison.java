package org.kepu.plandoc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a lower plan takes up an upper one. Measures are named KIND/programme/measure, as in {@code ACTION/1/2}.
 *
 * @param onlyUpper measures of the upper plan that no lower measure takes up
 * @param onlyLower measures of the lower plan without a counterpart above
 */
public record PlanComparison(
        List<Link> links, List<String> onlyUpper, List<String> onlyLower, List<TargetChange> targets) {
    public PlanComparison {
        links = List.copyOf(links);
        onlyUpper = List.copyOf(onlyUpper);
        onlyLower = List.copyOf(onlyLower);
        targets = List.copyOf(targets);
    }

    /** @param score 0 to 1 */
    public record Link(String upper, String lower, Kind kind, double score) {
        public enum Kind {
            SAME,
            CHANGED,
            PART
        }
    }

    /** A pair of quotes; one side is {@code null} where the target is dropped or new. */
    public record TargetChange(
            @Nullable String upper, @Nullable String lower, Verdict verdict) {
        public enum Verdict {
            RAISED,
            EQUAL,
            LOWERED,
            DROPPED,
            NEW
        }
    }
}
