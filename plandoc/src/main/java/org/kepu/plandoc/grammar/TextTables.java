package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.grammar.Lines.GridPiece;
import org.kepu.plandoc.grammar.Lines.Piece;
import org.kepu.plandoc.grammar.Lines.TextPiece;

/** Recognises tables in the text: what a copy of a document leaves of its tables. */
final class TextTables {
    private static final List<Dump> DUMPS =
            List.of(new CellPerLine(), new TabSeparated(), new BoxDrawn(), new AlignedColumns(), new StackedCells());

    /** One way in which text shows a table. */
    interface Dump {
        /** The table that begins at this line, if one does. */
        Optional<Found> at(List<Line> lines, int from);
    }

    /** @param end the first line behind the table */
    record Found(Grid grid, int end) {}

    private TextTables() {}

    static List<Piece> recognised(List<Piece> pieces) {
        var result = new ArrayList<Piece>();
        var run = new ArrayList<Line>();
        for (var piece : pieces) {
            switch (piece) {
                case TextPiece(Line line) -> run.add(line);
                case GridPiece grid -> {
                    flush(run, result);
                    result.add(grid);
                }
            }
        }
        flush(run, result);
        return result;
    }

    private static void flush(List<Line> lines, List<Piece> result) {
        int i = 0;
        while (i < lines.size()) {
            var found = find(lines, i);
            if (found.isPresent()) {
                result.add(new GridPiece(found.get().grid()));
                i = Math.max(i + 1, found.get().end());
            } else {
                result.add(new TextPiece(lines.get(i)));
                i++;
            }
        }
        lines.clear();
    }

    private static Optional<Found> find(List<Line> lines, int from) {
        for (var dump : DUMPS) {
            var found = dump.at(lines, from);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
