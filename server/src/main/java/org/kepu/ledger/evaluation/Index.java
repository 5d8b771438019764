package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * An index (指标) by which is evaluated.
 *
 * @param number says where it stands: 2.1.3 is the third below 2.1
 * @param weight its full mark
 * @param standard how it is scored (评分标准)
 * @param version grows with each change of it
 */
public record Index(UUID id, String number, String title, BigDecimal weight, String standard, int version) {

    /** The deepest that a tree goes: 一级、二级、三级指标. */
    public static final int DEEPEST = 3;

    /** 1.9 before 1.10. */
    static final Comparator<Index> ORDER = Comparator.comparing(
            index -> Arrays.stream(index.number().split("\\."))
                    .mapToInt(Integer::parseInt)
                    .toArray(),
            Arrays::compare);

    /** The number of the index above it. */
    public Optional<String> above() {
        var dot = number.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(number.substring(0, dot));
    }

    /** 1 for 一级, 2 for 二级, 3 for 三级. */
    public int level() {
        return (int) number.chars().filter(sign -> sign == '.').count() + 1;
    }

    /** The weight as it is written: 12 or 12.5. */
    public String full() {
        return written(weight);
    }

    /** Points as they are written. */
    public static String written(BigDecimal points) {
        return points.signum() == 0 ? "0" : points.stripTrailingZeros().toPlainString();
    }
}
