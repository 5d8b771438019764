package org.kepu.plandoc;

import java.util.List;

/**
 * A document as a reader sees it: its whole text, and the blocks that text is made of, in order. Text and table cells
 * keep the characters of the document; lines end in {@code \n}.
 */
public record SourceText(String text, List<Block> blocks) {
    public SourceText {
        blocks = List.copyOf(blocks);
    }

    public String of(Span span) {
        return text.substring(span.from(), span.to());
    }

    /** A paragraph or a table. */
    public sealed interface Block permits Paragraph, Table {
        Span at();
    }

    /**
     * One paragraph, or one line where the document knows lines only.
     *
     * @param bold whether all of it is set in bold
     * @param outlineLevel 1 to 9 for a heading style of the document, 0 for running text
     */
    public record Paragraph(Span at, boolean bold, int outlineLevel) implements Block {}

    /** A table the document itself marks as one. */
    public record Table(Span at, List<Row> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One cell of the grid. A merged cell stands once with its text and again, as {@code continued}, in each further
     * grid place that it covers; the continued ones have an empty span.
     *
     * @param column its grid column, from 0
     * @param continued {@code true} where a cell merged from above or from the left covers this place
     */
    public record Cell(Span at, int column, boolean continued) {}
}
