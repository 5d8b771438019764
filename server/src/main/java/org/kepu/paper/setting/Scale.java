package org.kepu.paper.setting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.kepu.paper.Chart;

/**
 * The scale at the side of a chart: from nought, or from below it, in four to six steps of 1, 2 or 5.
 *
 * @param least the lower end
 * @param most the upper end
 */
public record Scale(BigDecimal least, BigDecimal most, BigDecimal step) {

    private static final int STEPS = 5;
    private static final List<BigDecimal> ROUND =
            List.of(BigDecimal.ONE, BigDecimal.TWO, new BigDecimal(5), BigDecimal.TEN);

    public static Scale of(Chart chart) {
        var least = BigDecimal.ZERO;
        var most = BigDecimal.ZERO;
        for (var series : chart.series()) {
            for (var value : series.values()) {
                least = least.min(value.orElse(BigDecimal.ZERO));
                most = most.max(value.orElse(BigDecimal.ZERO));
            }
        }
        var step = step(most.subtract(least));
        return new Scale(
                least.divide(step, 0, RoundingMode.FLOOR).multiply(step),
                most.divide(step, 0, RoundingMode.CEILING).max(BigDecimal.ONE).multiply(step),
                step);
    }

    /** What is written beside it, from below. */
    public List<BigDecimal> marks() {
        var marks = new ArrayList<BigDecimal>();
        for (var mark = least; mark.compareTo(most) <= 0; mark = mark.add(step)) {
            marks.add(plain(mark));
        }
        return marks;
    }

    private static BigDecimal plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /** Where a value stands: 0 at the lower end, 1 at the upper. */
    public double place(BigDecimal value) {
        return value.subtract(least).doubleValue() / most.subtract(least).doubleValue();
    }

    private static BigDecimal step(BigDecimal range) {
        if (range.signum() == 0) {
            return BigDecimal.ONE;
        }
        var rough = range.divide(new BigDecimal(STEPS), 6, RoundingMode.UP);
        var power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        return ROUND.stream()
                .map(power::multiply)
                .filter(step -> step.compareTo(rough) >= 0)
                .findFirst()
                .orElse(power.multiply(BigDecimal.TEN));
    }
}
