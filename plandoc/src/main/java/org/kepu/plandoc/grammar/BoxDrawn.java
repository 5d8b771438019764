package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kepu.plandoc.grammar.Grid.Cell;
import org.kepu.plandoc.grammar.Grid.Row;
import org.kepu.plandoc.grammar.TextTables.Dump;
import org.kepu.plandoc.grammar.TextTables.Found;

/** Cells between drawn lines: ┌─┬─┐ or | a | b |. A line that is not drawn below a cell means the cell goes on. */
final class BoxDrawn implements Dump {
    private static final Pattern BORDER =
            Pattern.compile("^[\\s|│┃║+├┤┼┬┴┌┐└┘╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋─━═\\-:]*[─━═\\-]{2,}.*");
    private static final String JOINTS = "|│┃║├┤┼┬┴┌┐└┘╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋";
    private static final String STROKES = "─━═-";
    private static final String WALLS = "|│┃║";
    private static final String CORNERS = "+├┤┼┬┴┌┐└┘╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋";
    private static final int FEW_CELLS = 3;
    private static final int BORDERS_BEFORE_TEXT = 20;

    @Override
    public Optional<Found> at(List<Line> lines, int from) {
        if (!isDrawn(lines.get(from))) {
            return Optional.empty();
        }
        int end = from;
        int borders = 0;
        int contents = 0;
        while (end < lines.size() && isDrawn(lines.get(end)) && (contents > 0 || end - from < BORDERS_BEFORE_TEXT)) {
            boolean border = isBorder(lines.get(end));
            borders += border ? 1 : 0;
            contents += border ? 0 : 1;
            end++;
        }
        if (contents < 2) {
            return Optional.empty();
        }
        boolean ruled = borders > 3 || borders > 1 && !WALLS.contains(first(lines.get(from)));
        var drawing = new Drawing(ruled);
        lines.subList(from, end).forEach(drawing::add);
        return Optional.of(new Found(drawing.grid(), end));
    }

    private static String first(Line line) {
        var bare = line.original().strip();
        return bare.isEmpty() ? "" : bare.substring(0, 1);
    }

    private static boolean isDrawn(Line line) {
        var bare = line.original().strip();
        if (bare.length() < FEW_CELLS) {
            return false;
        }
        char first = bare.charAt(0);
        char last = bare.charAt(bare.length() - 1);
        boolean wall = WALLS.indexOf(first) >= 0 && WALLS.indexOf(last) >= 0;
        boolean corner = CORNERS.indexOf(first) >= 0 || CORNERS.indexOf(last) >= 0;
        return wall || corner && bare.chars().anyMatch(c -> "─━═-".indexOf(c) >= 0);
    }

    private static boolean isBorder(Line line) {
        var bare = line.original().strip();
        return BORDER.matcher(bare).matches()
                && bare.chars().filter(c -> "─━═-".indexOf(c) >= 0).count() >= 3
                && (CORNERS.indexOf(bare.charAt(0)) >= 0
                        || CORNERS.indexOf(bare.charAt(bare.length() - 1)) >= 0
                        || bare.chars().allMatch(c -> "|-: ─━═│┃".indexOf(c) >= 0));
    }

    /** Rows as they grow line by line. */
    private static final class Drawing {
        private final boolean ruled;
        private final List<List<List<Passage>>> rows = new ArrayList<>();
        private final List<Integer> home = new ArrayList<>();
        private boolean open;

        Drawing(boolean ruled) {
            this.ruled = ruled;
        }

        void add(Line line) {
            if (isBorder(line)) {
                border(line);
            } else {
                content(line);
            }
        }

        private void border(Line line) {
            open = false;
            var cells = cells(line);
            for (int i = 0; i < home.size(); i++) {
                boolean drawn = i >= cells.size() || cells.get(i).raw().chars().anyMatch(c -> STROKES.indexOf(c) >= 0);
                if (drawn) {
                    home.set(i, rows.size());
                } else if (home.get(i) < rows.size()) {
                    appendTo(home.get(i), i, cells.get(i));
                }
            }
        }

        private void content(Line line) {
            if (!open || !ruled) {
                rows.add(new ArrayList<>());
                open = true;
            }
            var cells = cells(line);
            for (int i = 0; i < cells.size(); i++) {
                while (home.size() <= i) {
                    home.add(rows.size() - 1);
                }
                appendTo(ruled ? Math.min(home.get(i), rows.size() - 1) : rows.size() - 1, i, cells.get(i));
            }
        }

        private void appendTo(int row, int column, Passage text) {
            var cells = rows.get(row);
            while (cells.size() <= column) {
                cells.add(new ArrayList<>());
            }
            if (!text.isEmpty()) {
                cells.get(column).add(text);
            }
        }

        /** The cells of a line, each between two walls. */
        private static List<Passage> cells(Line line) {
            var cells = new ArrayList<Passage>();
            var original = line.original();
            int from = -1;
            int used = 0;
            for (int i = 0; i < original.length() && cells.size() < 40; i++) {
                if (JOINTS.indexOf(original.charAt(i)) < 0) {
                    continue;
                }
                if (from >= 0) {
                    int length = TabSeparated.visible(original, from, i, line.text(), used);
                    cells.add(line.text().sub(used, used + length));
                    used += length;
                }
                used = Math.min(line.text().length(), used + 1);
                from = i + 1;
            }
            return cells;
        }

        Grid grid() {
            return new Grid(rows.stream()
                    .map(row -> new Row(row.stream()
                            .map(cell -> new Cell(Passage.join(cell), false))
                            .toList()))
                    .toList());
        }
    }
}
