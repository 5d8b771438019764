package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.SourceText.Block;
import org.kepu.plandoc.SourceText.Paragraph;
import org.kepu.plandoc.SourceText.Table;

/** The lines and tables of a source, in order. White space between blocks is kept as blank lines: a text dump of a table needs it. */
final class Lines {
    /** Far beyond any plan; what lies behind it is not looked at. */
    static final int LOOKED_AT = 600_000;

    private static final int LINES_AT_MOST = 60_000;

    private final SourceText source;
    private final Folding folding;
    private final List<Piece> pieces = new ArrayList<>();
    private int blank;

    /** A line, or a table. */
    sealed interface Piece permits TextPiece, GridPiece {}

    record TextPiece(Line line) implements Piece {}

    record GridPiece(Grid grid) implements Piece {}

    private Lines(SourceText source) {
        this.source = source;
        this.folding = Folding.of(source.text());
    }

    static List<Piece> of(SourceText source) {
        return new Lines(source).read();
    }

    private List<Piece> read() {
        int from = 0;
        int end = Math.min(LOOKED_AT, source.text().length());
        for (var block : source.blocks()) {
            if (block.at().from() >= end || pieces.size() > LINES_AT_MOST) {
                break;
            }
            if (block.at().from() < from) {
                continue;
            }
            int start = block instanceof Paragraph
                    ? lineStart(block.at().from(), from)
                    : block.at().from();
            blanks(from, start);
            from = block.at().to();
            read(block, start);
        }
        return pieces;
    }

    /** A line's indent belongs to it, whether or not the reader counts it in. */
    private int lineStart(int place, int notBefore) {
        int start = place;
        while (start > notBefore
                && source.text().charAt(start - 1) != '\n'
                && Passage.isSpace(source.text().charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private void read(Block block, int start) {
        switch (block) {
            case Paragraph paragraph -> lines(start, paragraph.at().to(), paragraph.bold(), paragraph.outlineLevel());
            case Table table -> {
                pieces.add(new GridPiece(Grid.of(source, table, folding)));
                blank = 0;
            }
        }
    }

    /** Between blocks only what shows the place of a blank cell counts. */
    private void blanks(int from, int to) {
        if (source.text().substring(from, to).isBlank()) {
            lines(from, to, false, 0);
        }
    }

    private void lines(int from, int until, boolean bold, int outlineLevel) {
        var text = source.text();
        int to = Math.min(until, LOOKED_AT);
        int start = from;
        while (start < to) {
            int end = text.indexOf('\n', start);
            end = end < 0 || end > to ? to : end;
            line(start, end, bold, outlineLevel, end < to);
            start = end + 1;
        }
    }

    private void line(int from, int to, boolean bold, int outlineLevel, boolean whole) {
        var passage = Passage.of(source.text(), from, to, folding);
        var original = source.text().substring(from, to);
        boolean tab = original.indexOf('\t') >= 0;
        if (passage.isEmpty() && !tab) {
            blank += whole && (from == 0 || source.text().charAt(from - 1) == '\n') ? 1 : 0;
            return;
        }
        pieces.add(new TextPiece(new Line(passage, original, blank, bold, outlineLevel)));
        blank = 0;
    }
}
