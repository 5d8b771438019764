package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.grammar.Grid.Cell;
import org.kepu.plandoc.grammar.Grid.Row;
import org.kepu.plandoc.grammar.TextTables.Dump;
import org.kepu.plandoc.grammar.TextTables.Found;

/** Each cell on lines of its own, the first of them behind a tab: what word processors print as text. */
final class CellPerLine implements Dump {
    @Override
    public Optional<Found> at(List<Line> lines, int from) {
        int columns = 0;
        var head = new ArrayList<Passage>();
        while (from + columns < lines.size()
                && isCell(lines.get(from + columns))
                && (columns == 0 || lines.get(from + columns).blankAbove() == 0)) {
            head.add(lines.get(from + columns).text());
            columns++;
        }
        if (columns < 3 || columns > 20 || !ColumnNames.isHead(head)) {
            return Optional.empty();
        }
        return Optional.of(rows(lines, from, columns, head.getFirst().folded()));
    }

    private static boolean isCell(Line line) {
        return line.original().startsWith("\t") && line.original().indexOf('\t', 1) < 0;
    }

    private static Found rows(List<Line> lines, int from, int columns, String firstName) {
        var rows = new ArrayList<Row>();
        var row = new ArrayList<List<Passage>>();
        int i = from;
        for (; i < lines.size(); i++) {
            var line = lines.get(i);
            if (isCell(line)) {
                boolean full = row.size() >= columns;
                boolean headAgain = !row.isEmpty()
                        && line.blankAbove() > 0
                        && line.text().folded().equals(firstName);
                if (full || headAgain) {
                    rows.add(row(row));
                    row.clear();
                }
                row.add(new ArrayList<>(List.of(line.text())));
            } else if (line.blankAbove() > 0 && row.size() >= columns) {
                break;
            } else {
                row.getLast().add(line.text());
            }
        }
        if (!row.isEmpty()) {
            rows.add(row(row));
        }
        return new Found(new Grid(rows), i);
    }

    private static Row row(List<List<Passage>> cells) {
        return new Row(cells.stream()
                .map(lines -> new Cell(Passage.join(lines), false))
                .toList());
    }
}
