package org.kepu.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chart of a few numbers, and never without them: the table of its numbers stands below it.
 *
 * @param caption what it shows; it gets its number (图1) when the paper is written
 * @param unit what is counted, such as 场
 * @param categories along the lower edge, such as leagues or years
 * @param series what is compared in each; two or three can be read, six is the most
 */
public record Chart(Kind kind, String caption, String unit, List<String> categories, List<Series> series) {

    private static final int MOST_SERIES = 6;

    public Chart {
        categories = List.copyOf(categories);
        series = List.copyOf(series);
        if (categories.isEmpty() || series.isEmpty() || series.size() > MOST_SERIES) {
            throw new IllegalArgumentException("a chart shows one to six series over its categories: " + caption);
        }
        for (var one : series) {
            if (one.values().size() != categories.size()) {
                throw new IllegalArgumentException("each series has a value for each category: " + caption);
            }
        }
    }

    public enum Kind {
        /** To compare places or kinds. */
        BARS,
        /** To follow something over time. */
        LINES
    }

    /** Values in the order of the categories, empty where there is no number: a gap is no nought. */
    public record Series(String name, List<Optional<BigDecimal>> values) {

        public Series {
            values = List.copyOf(values);
        }

        public static Series of(String name, Number... values) {
            var all = new ArrayList<Optional<BigDecimal>>();
            for (var value : values) {
                all.add(Optional.of(new BigDecimal(value.toString())));
            }
            return new Series(name, all);
        }
    }

    /** Its numbers. */
    public Table numbers() {
        var columns = new ArrayList<Table.Column>();
        columns.add(Table.Column.text("", 3));
        series.forEach(
                one -> columns.add(Table.Column.number(one.name() + (unit.isBlank() ? "" : "（" + unit + "）"), 2)));
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < categories.size(); i++) {
            var row = new ArrayList<String>();
            row.add(categories.get(i));
            for (var one : series) {
                row.add(one.values().get(i).map(BigDecimal::toPlainString).orElse("—"));
            }
            rows.add(row);
        }
        return new Table("", columns, rows);
    }
}
