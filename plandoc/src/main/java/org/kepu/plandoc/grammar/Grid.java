package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.Span;

/** A table, marked as one by its document or recognised in its text. */
record Grid(List<Row> rows) {
    Grid {
        rows = List.copyOf(rows);
    }

    /** @param cells one for each column; a cell covered by a merged one has no text */
    record Row(List<Cell> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        Cell cell(int column) {
            return column >= 0 && column < cells.size() ? cells.get(column) : Cell.BLANK;
        }

        Span span() {
            return cells.stream()
                    .filter(cell -> !cell.text().isEmpty())
                    .map(cell -> cell.text().span())
                    .reduce(Span::join)
                    .orElse(new Span(0, 0));
        }
    }

    /** @param continued whether a merged cell covers this place */
    record Cell(Passage text, boolean continued) {
        static final Cell BLANK = new Cell(Passage.NOTHING, false);

        boolean isBlank() {
            return text.isEmpty();
        }
    }

    static Grid of(SourceText source, SourceText.Table table, Folding folding) {
        var rows = new ArrayList<Row>();
        for (var row : table.rows()) {
            var cells = new ArrayList<Cell>();
            for (var cell : row.cells()) {
                while (cells.size() < cell.column() && cells.size() < 100) {
                    cells.add(Cell.BLANK);
                }
                var text = Passage.of(source.text(), cell.at().from(), cell.at().to(), folding);
                cells.add(new Cell(text, cell.continued()));
            }
            rows.add(new Row(cells));
        }
        return new Grid(rows);
    }
}
