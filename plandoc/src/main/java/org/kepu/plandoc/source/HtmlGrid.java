package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;

/** A table of a page in the making, with merged cells laid out over the grid places that they cover. */
final class HtmlGrid {
    private static final int COLUMNS = 200;

    private final List<List<Piece.Place>> rows = new ArrayList<>();
    private final List<Piece> captions = new ArrayList<>();

    /** For each column how many further rows a cell from above covers. */
    private final int[] covered = new int[COLUMNS];

    private int column;

    void caption(List<Piece> caption) {
        captions.addAll(caption);
    }

    void beginRow() {
        endRow();
        rows.add(new ArrayList<>());
        column = 0;
    }

    void add(List<Piece> content, int columnSpan, int rowSpan) throws Refusal {
        if (rows.isEmpty()) {
            beginRow();
        }
        passCovered();
        if (column + columnSpan > COLUMNS) {
            throw Refusal.unreadable("表格的列数过多，无法读取");
        }
        rows.getLast().add(new Piece.Place(column, false, content));
        for (int i = 0; i < columnSpan; i++) {
            if (i > 0) {
                rows.getLast().add(Piece.Place.covered(column));
            }
            covered[column++] = rowSpan - 1;
        }
    }

    List<Piece> finish() {
        endRow();
        var finished = new ArrayList<Piece>(captions);
        finished.add(new Piece.Grid(rows));
        return finished;
    }

    private void endRow() {
        if (rows.isEmpty()) {
            return;
        }
        while (column < COLUMNS) {
            if (covered[column] > 0) {
                passCovered();
            } else {
                column++;
            }
        }
    }

    private void passCovered() {
        while (column < COLUMNS && covered[column] > 0) {
            covered[column]--;
            rows.getLast().add(Piece.Place.covered(column));
            column++;
        }
    }
}
