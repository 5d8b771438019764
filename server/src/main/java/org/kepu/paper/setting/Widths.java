package org.kepu.paper.setting;

import org.kepu.paper.Table;

/** How wide the columns of a table are: by their shares, but no number is ever broken over two lines. */
public final class Widths {

    /** Of a digit, against the size of the signs; a little more than in any of the faces. */
    private static final double DIGIT = 0.58;

    /** Room beside the words of a cell, on both sides together, in points. */
    private static final double BESIDE = 9;

    private static final double FULL_WIDTH = 0x2000;

    private Widths() {}

    /** In points, as wide as the text together. */
    public static double[] of(Table table, double textWidth) {
        int count = table.columns().size();
        var widths = new double[count];
        var fixed = new boolean[count];
        double left = textWidth;
        double shares = 0;
        double all = table.columns().stream().mapToInt(Table.Column::width).sum();
        for (int i = 0; i < count; i++) {
            var column = table.columns().get(i);
            double needed = column.align() == Table.Align.RIGHT ? needed(table, i) : 0;
            if (needed > textWidth * column.width() / all && left - needed > textWidth / 2) {
                widths[i] = needed;
                fixed[i] = true;
                left -= needed;
            } else {
                shares += column.width();
            }
        }
        for (int i = 0; i < count; i++) {
            widths[i] = fixed[i] ? widths[i] : left * table.columns().get(i).width() / shares;
        }
        return widths;
    }

    private static double needed(Table table, int column) {
        double size = Style.cell(table.columns().size()).size();
        double widest = 0;
        for (var row : table.rows()) {
            double wide = row.get(column)
                    .codePoints()
                    .mapToDouble(sign -> sign < FULL_WIDTH ? DIGIT : 1)
                    .sum();
            widest = Math.max(widest, wide);
        }
        return widest * size + BESIDE;
    }
}
