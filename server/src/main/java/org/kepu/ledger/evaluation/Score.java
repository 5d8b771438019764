package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The score of a body (评分结果), by a stated law: of each index the office's mark counts, and the experts' by their share. What does not
 * apply is left out, and the others are brought to a hundred. Everything is rounded half up to one place.
 *
 * @param byIndex of each scored index the points, empty where it does not apply
 * @param total of a hundred; empty where no index applies
 */
public record Score(Map<UUID, Optional<BigDecimal>> byIndex, Optional<BigDecimal> total) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Score {
        byIndex = Map.copyOf(byIndex);
    }

    /** The score from the marks of office and experts; of each index there is one of each hand that counts. */
    public static Score of(IndexTree tree, List<Mark> marks, int expertShare) {
        var points = new LinkedHashMap<UUID, Optional<BigDecimal>>();
        for (var index : tree.leaves()) {
            points.put(index.id(), weighed(index, marks, expertShare));
        }
        return new Score(points, total(tree, points));
    }

    /** The body's own view, without experts. */
    public static Score ofSelf(IndexTree tree, List<Mark> marks) {
        var points = new LinkedHashMap<UUID, Optional<BigDecimal>>();
        for (var index : tree.leaves()) {
            points.put(index.id(), Optional.ofNullable(points(marks, index, Hand.SELF)));
        }
        return new Score(points, total(tree, points));
    }

    private static Optional<BigDecimal> weighed(Index index, List<Mark> marks, int expertShare) {
        var office = points(marks, index, Hand.OFFICE);
        if (office == null || expertShare == 0) {
            return Optional.ofNullable(office).map(Points::rounded);
        }
        var expert = points(marks, index, Hand.EXPERT);
        if (expert == null) {
            return Optional.of(Points.rounded(office));
        }
        var share = BigDecimal.valueOf(expertShare);
        var sum = office.multiply(HUNDRED.subtract(share)).add(expert.multiply(share));
        return Optional.of(sum.divide(HUNDRED, Points.PLACES, RoundingMode.HALF_UP));
    }

    private static @Nullable BigDecimal points(List<Mark> marks, Index index, Hand hand) {
        return marks.stream()
                .filter(mark -> mark.hand() == hand && mark.index().equals(index.id()))
                .findFirst()
                .map(Mark::points)
                .orElse(null);
    }

    private static Optional<BigDecimal> total(IndexTree tree, Map<UUID, Optional<BigDecimal>> points) {
        var reached = BigDecimal.ZERO;
        var full = BigDecimal.ZERO;
        for (var index : tree.leaves()) {
            var given = points.getOrDefault(index.id(), Optional.empty());
            if (given.isPresent()) {
                reached = reached.add(given.get());
                full = full.add(index.weight());
            }
        }
        return full.signum() == 0
                ? Optional.empty()
                : Optional.of(reached.multiply(HUNDRED).divide(full, Points.PLACES, RoundingMode.HALF_UP));
    }

    /** The points of an index as they are written; empty where it does not apply. */
    public String written(Index index) {
        return byIndex.getOrDefault(index.id(), Optional.empty())
                .map(Index::written)
                .orElse("");
    }
}
