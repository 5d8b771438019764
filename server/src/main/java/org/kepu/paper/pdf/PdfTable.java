package org.kepu.paper.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.paper.Table;
import org.kepu.paper.setting.Block;
import org.kepu.paper.setting.Style;
import org.kepu.paper.setting.Widths;

/** A table on the pages of a PDF: its head on each of them, a row broken only if it is longer than a page. */
final class PdfTable {

    private static final double RULE = 0.6;
    private static final double EDGE = 1.1;
    private static final double BESIDE = 4;
    private static final double ABOVE = 4;
    private static final int SHADE = 0xF2F2F2;
    private static final int BLACK = 0x000000;

    private final Table table;
    private final Pages pages;
    private final Style cell;
    private final Style head;
    private final double[] edges;
    private double top;

    PdfTable(Table table, Pages pages) {
        this.table = table;
        this.pages = pages;
        this.cell = Style.cell(table.columns().size());
        this.head = Style.head(table.columns().size());
        this.edges = edges(table, pages);
    }

    /** How much of what comes next must stand on the same page as its heading or caption. */
    static double height(@Nullable Block next, Pages pages, double text) {
        return switch (next) {
            case Block.Drawing drawing ->
                PdfChart.HEIGHT + new PdfTable(drawing.chart().numbers(), pages).least();
            case Block.Rows rows -> new PdfTable(rows.table(), pages).least();
            case Block.Line line
            when line.style().leads() -> text + line.style().pitch();
            case null, default -> text;
        };
    }

    void write() throws IOException {
        pages.hold(least());
        begin();
        for (var row : table.rows()) {
            row(row);
        }
        end();
        pages.skip(Style.TEXT.pitch() / 2);
    }

    /** The head and the first row; a short table stays together. */
    double least() {
        int together = table.rows().size() <= Table.SHORT ? table.rows().size() : 1;
        double tall = tall(headCells(), head);
        for (var row : table.rows().subList(0, together)) {
            tall += tall(cells(row, cell), cell);
        }
        return tall <= pages.sheet().textHeight() / 2 ? tall : tall(headCells(), head) + cell.pitch();
    }

    private void row(List<String> texts) throws IOException {
        var lines = cells(texts, cell);
        int most = count(lines);
        if (tall(lines, cell) > pages.left()
                && most * cell.pitch() < pages.sheet().textHeight() / 2) {
            turn();
        }
        for (int from = 0; from < most; ) {
            int fitting = (int) ((pages.left() - 2 * ABOVE) / cell.pitch());
            if (fitting < 1) {
                turn();
                continue;
            }
            int to = Math.min(most, from + fitting);
            draw(part(lines, from, to), cell);
            from = to;
        }
    }

    private void turn() throws IOException {
        end();
        pages.turn(pages.sheet());
        begin();
    }

    private void begin() {
        top = pages.y();
        var lines = headCells();
        var ink = pages.ink();
        ink.colour(SHADE);
        ink.box(edges[0], top, edges[edges.length - 1] - edges[0], tall(lines, head));
        ink.colour(BLACK);
        rule(EDGE);
        draw(lines, head);
    }

    private void end() {
        var ink = pages.ink();
        for (int i = 0; i < edges.length; i++) {
            ink.line(edges[i], top, edges[i], pages.y(), i == 0 || i == edges.length - 1 ? EDGE : RULE);
        }
        rule(EDGE);
    }

    private void rule(double width) {
        pages.ink().line(edges[0], pages.y(), edges[edges.length - 1], pages.y(), width);
    }

    private void draw(List<List<Breaking.SetLine>> cells, Style style) {
        double height = tall(cells, style);
        for (int i = 0; i < cells.size(); i++) {
            var lines = cells.get(i);
            double room = edges[i + 1] - edges[i] - 2 * BESIDE;
            double base = pages.baseline(style) + (height - lines.size() * style.pitch()) / 2;
            for (var line : lines) {
                double free = room - line.width();
                double x = edges[i]
                        + BESIDE
                        + switch (align(i, style)) {
                            case LEFT -> 0;
                            case MIDDLE -> free / 2;
                            case RIGHT -> free;
                        };
                pages.ink().text(line.signs(), x, base, style.size(), 0);
                base += style.pitch();
            }
        }
        pages.skip(height);
        rule(RULE);
    }

    private Table.Align align(int column, Style style) {
        return style == head ? Table.Align.MIDDLE : table.columns().get(column).align();
    }

    private List<List<Breaking.SetLine>> headCells() {
        return cells(table.columns().stream().map(Table.Column::name).toList(), head);
    }

    private List<List<Breaking.SetLine>> cells(List<String> texts, Style style) {
        var cells = new ArrayList<List<Breaking.SetLine>>();
        for (int i = 0; i < texts.size(); i++) {
            double room = edges[i + 1] - edges[i] - 2 * BESIDE;
            cells.add(texts.get(i)
                    .lines()
                    .flatMap(words ->
                            Breaking.lines(pages.signs().of(style.face(), words), style.size(), room, 0, false)
                                    .stream())
                    .toList());
        }
        return cells;
    }

    private static List<List<Breaking.SetLine>> part(List<List<Breaking.SetLine>> cells, int from, int to) {
        return cells.stream()
                .map(lines -> lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())))
                .toList();
    }

    private static int count(List<List<Breaking.SetLine>> cells) {
        return Math.max(1, cells.stream().mapToInt(List::size).max().orElse(1));
    }

    private static double tall(List<List<Breaking.SetLine>> cells, Style style) {
        return count(cells) * style.pitch() + 2 * ABOVE;
    }

    private static double[] edges(Table table, Pages pages) {
        var widths = Widths.of(table, pages.sheet().textWidth());
        var edges = new double[widths.length + 1];
        edges[0] = pages.sheet().left();
        for (int i = 0; i < widths.length; i++) {
            edges[i + 1] = edges[i] + widths[i];
        }
        return edges;
    }
}
