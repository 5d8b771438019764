package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.grammar.Grid.Cell;
import org.kepu.plandoc.grammar.Grid.Row;
import org.kepu.plandoc.grammar.TextTables.Dump;
import org.kepu.plandoc.grammar.TextTables.Found;

/** One row on a line, its cells between tabs. A line without tabs goes on with the last cell. */
final class TabSeparated implements Dump {
    @Override
    public Optional<Found> at(List<Line> lines, int from) {
        var head = cells(lines.get(from));
        if (head.size() < 3 || !ColumnNames.isHead(head)) {
            return Optional.empty();
        }
        var rows = new ArrayList<List<Passage>>();
        int i = from;
        for (; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.original().strip().indexOf('\t') >= 0 || line.text().isEmpty()) {
                rows.add(new ArrayList<>(cells(line)));
            } else if (line.blankAbove() > 0 || Marker.of(line.text()).isPresent() || Furniture.isEnd(line.text())) {
                break;
            } else {
                var row = rows.getLast();
                row.set(row.size() - 1, Passage.join(List.of(row.getLast(), line.text())));
            }
        }
        return Optional.of(new Found(
                new Grid(rows.stream()
                        .map(row -> new Row(
                                row.stream().map(cell -> new Cell(cell, false)).toList()))
                        .toList()),
                i));
    }

    private static List<Passage> cells(Line line) {
        var cells = new ArrayList<Passage>();
        var original = line.original();
        int from = 0;
        int used = 0;
        while (from <= original.length() && cells.size() < 40) {
            int to = original.indexOf('\t', from);
            to = to < 0 ? original.length() : to;
            int length = visible(original, from, to, line.text(), used);
            cells.add(line.text().sub(used, used + length));
            used += length;
            from = to + 1;
        }
        return cells;
    }

    /** How many characters of the passage stem from this stretch of the line. */
    static int visible(String original, int from, int to, Passage text, int used) {
        int length = 0;
        for (int i = from; i < to && used + length < text.length(); i++) {
            if (original.charAt(i) == text.raw().charAt(used + length)) {
                length++;
            }
        }
        return length;
    }
}
