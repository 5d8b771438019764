package org.kepu.indicator.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Columns as the server draws them. What lies across is in percent of the width and what lies upward in pixels, so that the
 * words keep their size on a telephone.
 */
public record Chart(List<Column> columns) {

    /** Where the columns stand, in pixels from the top. */
    public static final int FLOOR = 160;

    private static final int TALLEST = 128;
    private static final double SHARE_OF_PLACE = 0.6;
    private static final double HUNDRED = 100;

    public Chart {
        columns = List.copyOf(columns);
    }

    /** What a column stands for; without a value there is a gap. */
    public record Point(String name, @Nullable BigDecimal value) {}

    /**
     * A column.
     *
     * @param left in percent
     * @param middle in percent
     * @param width in percent
     * @param height in pixels
     */
    public record Column(
            String name, @Nullable BigDecimal value, double left, double middle, double width, int height) {

        public int top() {
            return FLOOR - height;
        }

        /** A length in percent, as an attribute says it. */
        public static String percent(double length) {
            return BigDecimal.valueOf(length).setScale(2, RoundingMode.HALF_UP) + "%";
        }
    }

    /** Whether there is nothing to draw. */
    public boolean isEmpty() {
        return columns.stream().allMatch(column -> column.value() == null);
    }

    static Chart of(List<Point> points) {
        var most = points.stream()
                .map(Point::value)
                .filter(value -> value != null)
                .map(BigDecimal::doubleValue)
                .reduce(0.0, Math::max);
        double place = HUNDRED / Math.max(1, points.size());
        var columns = new ArrayList<Column>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var value = point.value();
            int height = value == null || most == 0
                    ? 0
                    : (int) Math.max(0, Math.round(value.doubleValue() / most * TALLEST));
            columns.add(new Column(
                    point.name(),
                    value,
                    (i + (1 - SHARE_OF_PLACE) / 2) * place,
                    (i + 1.0 / 2) * place,
                    SHARE_OF_PLACE * place,
                    height));
        }
        return new Chart(columns);
    }
}
