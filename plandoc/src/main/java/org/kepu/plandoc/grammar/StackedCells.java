package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.grammar.Grid.Cell;
import org.kepu.plandoc.grammar.Grid.Row;
import org.kepu.plandoc.grammar.TextTables.Dump;
import org.kepu.plandoc.grammar.TextTables.Found;

/**
 * Cells one below the other with nothing between them, as browsers copy a table. Rows are told apart by their running
 * number; a row that is short has lost its blank cells, and its texts go where their look sends them.
 */
final class StackedCells implements Dump {
    @Override
    public Optional<Found> at(List<Line> lines, int from) {
        if (!ColumnNames.ORDINAL.isName(lines.get(from).text())) {
            return Optional.empty();
        }
        int columns = 1;
        var head = new ArrayList<Passage>(List.of(lines.get(from).text()));
        while (from + columns < lines.size()
                && columns < 12
                && ColumnNames.isAnyName(lines.get(from + columns).text())) {
            head.add(lines.get(from + columns).text());
            columns++;
        }
        if (columns < 3 || !ColumnNames.isHead(head) || !isNumber(lines, from + columns, 1)) {
            return Optional.empty();
        }
        return Optional.of(rows(lines, from, head));
    }

    private static boolean isNumber(List<Line> lines, int at, int number) {
        return at < lines.size() && lines.get(at).text().folded().equals(String.valueOf(number));
    }

    private static Found rows(List<Line> lines, int from, List<Passage> head) {
        var rows = new ArrayList<Row>();
        rows.add(new Row(head.stream().map(name -> new Cell(name, false)).toList()));
        int number = 1;
        int i = from + head.size();
        while (isNumber(lines, i, number)) {
            var cells = new ArrayList<Passage>();
            cells.add(lines.get(i++).text());
            while (i < lines.size() && !isNumber(lines, i, number + 1) && !ends(lines.get(i), cells, head)) {
                if (!isHeadAgain(lines.get(i), head)) {
                    cells.add(lines.get(i).text());
                }
                i++;
            }
            rows.add(placed(cells, head));
            number++;
        }
        return new Found(new Grid(rows), i);
    }

    private static boolean isHeadAgain(Line line, List<Passage> head) {
        return head.stream().anyMatch(name -> name.folded().equals(line.text().folded()));
    }

    private static boolean ends(Line line, List<Passage> cells, List<Passage> head) {
        boolean full = cells.size() >= head.size();
        return full && !BodyList.isBodies(line.text())
                || Furniture.isEnd(line.text())
                || Furniture.isNavigation(line.text());
    }

    private static Row placed(List<Passage> cells, List<Passage> head) {
        var row = new ArrayList<List<Passage>>();
        head.forEach(name -> row.add(new ArrayList<>()));
        int column = 0;
        for (var cell : cells) {
            column = Math.max(column, column(cell, column, head, cells.size()));
            row.get(column).add(cell);
            boolean list = column >= 0
                    && (ColumnNames.LEAD.isName(head.get(column)) || ColumnNames.JOIN.isName(head.get(column)));
            if (column + 1 < head.size() && !(list && column + 1 >= head.size())) {
                column++;
            }
        }
        return new Row(
                row.stream().map(texts -> new Cell(Passage.join(texts), false)).toList());
    }

    /** The next column whose kind this text can be. */
    private static int column(Passage cell, int next, List<Passage> head, int cells) {
        if (cells == head.size()) {
            return next;
        }
        boolean bodies = BodyList.isBodies(cell);
        boolean programme = Headings.isProgrammeName(cell);
        for (int i = next; i < head.size(); i++) {
            boolean forBodies = ColumnNames.LEAD.isName(head.get(i)) || ColumnNames.JOIN.isName(head.get(i));
            boolean forProgrammes = ColumnNames.PROGRAMME.isName(head.get(i));
            if (bodies == forBodies && (!forProgrammes || programme)) {
                return i;
            }
        }
        return head.size() - 1;
    }
}
