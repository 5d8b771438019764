package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.grammar.Grid.Cell;
import org.kepu.plandoc.grammar.Grid.Row;
import org.kepu.plandoc.grammar.TextTables.Dump;
import org.kepu.plandoc.grammar.TextTables.Found;

/** Columns held apart by spaces; what stands below a column's name belongs to the column. */
final class AlignedColumns implements Dump {

    /** A piece of a line with free space on both sides, and where it begins on the paper. */
    private record Segment(int column, Passage text) {}

    @Override
    public Optional<Found> at(List<Line> lines, int from) {
        var head = segments(lines.get(from));
        if (head.size() < 3
                || !ColumnNames.isHead(head.stream().map(Segment::text).toList())) {
            return Optional.empty();
        }
        boolean numbered = ColumnNames.ORDINAL.isName(head.getFirst().text());
        var rows = new ArrayList<List<List<Passage>>>();
        int i = from;
        for (; i < lines.size(); i++) {
            var segments = segments(lines.get(i));
            boolean begins = begins(lines.get(i), segments, head, numbered) || i == from;
            if (!begins && segments.size() == 1 && segments.getFirst().column() < second(head)) {
                break;
            }
            if (begins || rows.isEmpty()) {
                rows.add(blankRow(head.size()));
            }
            for (var segment : segments) {
                rows.getLast().get(nearest(head, segment.column())).add(segment.text());
            }
        }
        return i - from < 2 ? Optional.empty() : Optional.of(new Found(grid(rows), i));
    }

    private static int second(List<Segment> head) {
        return head.get(1).column() - 1;
    }

    /** A row begins with its number; without numbers, with a further cell in the first column or after a blank line. */
    private static boolean begins(Line line, List<Segment> segments, List<Segment> head, boolean numbered) {
        if (segments.isEmpty()) {
            return false;
        }
        if (ColumnNames.isHead(segments.stream().map(Segment::text).toList())) {
            return true;
        }
        var first = segments.getFirst();
        if (numbered) {
            return first.column() < second(head)
                    && first.text().folded().chars().allMatch(Character::isDigit);
        }
        boolean several = segments.size() > 1;
        return several
                && (line.blankAbove() > 0
                        || Marker.of(segments.get(nearest(head, first.column()) == 0 && several ? 1 : 0)
                                        .text())
                                .isPresent());
    }

    private static int nearest(List<Segment> head, int column) {
        int best = 0;
        for (int i = 1; i < head.size(); i++) {
            if (Math.abs(head.get(i).column() - column)
                    <= Math.abs(head.get(best).column() - column)) {
                best = i;
            }
        }
        return best;
    }

    private static List<List<Passage>> blankRow(int columns) {
        var row = new ArrayList<List<Passage>>();
        for (int i = 0; i < columns; i++) {
            row.add(new ArrayList<>());
        }
        return row;
    }

    private static Grid grid(List<List<List<Passage>>> rows) {
        return new Grid(rows.stream()
                .map(row -> new Row(row.stream()
                        .map(cell -> new Cell(Passage.join(cell), false))
                        .toList()))
                .toList());
    }

    /** Cut where there are two spaces or one full width space. */
    private static List<Segment> segments(Line line) {
        var segments = new ArrayList<Segment>();
        var original = line.original();
        int used = 0;
        int column = 0;
        int i = 0;
        while (i < original.length() && segments.size() < 40) {
            char c = original.charAt(i);
            if (Passage.isSpace(c)) {
                column += c == '　' ? 2 : 1;
                i++;
                continue;
            }
            int start = column;
            int end = i;
            while (end < original.length() && !isGap(original, end)) {
                column += original.charAt(end) < 0x100 ? 1 : 2;
                end++;
            }
            int length = TabSeparated.visible(original, i, end, line.text(), used);
            segments.add(new Segment(start, line.text().sub(used, used + length)));
            used += length;
            i = end;
        }
        return segments;
    }

    private static boolean isGap(String line, int at) {
        if (line.charAt(at) == '　') {
            return true;
        }
        return Passage.isSpace(line.charAt(at)) && (at + 1 >= line.length() || Passage.isSpace(line.charAt(at + 1)));
    }
}
