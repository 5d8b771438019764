package org.kepu.paper.setting;

import org.kepu.paper.Chart;
import org.kepu.paper.Table;
import org.kepu.shared.QrCode;

/** What stands on the pages one below the other, numbered and in order. Both renderings go through the same blocks. */
public sealed interface Block {

    /**
     * A heading or a paragraph; a line break in its words is one on the page.
     *
     * @param rightIndent room to the right, in characters
     */
    record Line(Style style, String words, double rightIndent) implements Block {
        public Line(Style style, String words) {
            this(style, words, 0);
        }
    }

    /**
     * 发文机关标志: red, on one line, as large as it then can be.
     *
     * @param size in points
     */
    record Mark(String words, double size) implements Block {}

    /** The red line below the number of a paper with a red head. */
    record RedLine() implements Block {}

    /** Empty lines. */
    record Room(int lines) implements Block {}

    record Rows(Table table) implements Block {}

    record Drawing(Chart chart) implements Block {}

    /** A picture that a telephone reads. */
    record Code(QrCode picture) implements Block {

        /** How wide and tall it is at most, in points: four centimetres. */
        public static final double SIDE = 114;
    }

    /** A new page. */
    record NewSheet(boolean wide) implements Block {}
}
