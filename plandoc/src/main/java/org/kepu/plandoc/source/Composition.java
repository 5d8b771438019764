package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.SourceText.Block;
import org.kepu.plandoc.SourceText.Cell;
import org.kepu.plandoc.SourceText.Paragraph;
import org.kepu.plandoc.SourceText.Row;
import org.kepu.plandoc.SourceText.Table;
import org.kepu.plandoc.Span;

/** Gives pieces their places in one text. Blank lines leave no paragraph; a grid that is only a page frame is opened. */
final class Composition {
    private static final int FRAME_CHARACTERS = 800;

    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();

    static SourceText of(List<Piece> pieces) {
        var composition = new Composition();
        composition.add(pieces);
        return new SourceText(composition.text.toString(), composition.blocks);
    }

    private void add(List<Piece> pieces) {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Line line -> add(line);
                case Piece.Grid grid -> add(grid);
            }
        }
    }

    private void add(Piece.Line line) {
        for (var part : line.text().split("\n", -1)) {
            // a tab alone is a blank cell of a table that was saved as text
            var span = append(part);
            if (!part.isBlank() || part.indexOf('\t') >= 0) {
                blocks.add(new Paragraph(span, line.bold(), line.outlineLevel()));
            }
            text.append('\n');
        }
    }

    private void add(Piece.Grid grid) {
        if (grid.rows().stream().flatMap(List::stream).allMatch(place -> weight(place.content()) == 0)) {
            return;
        }
        if (isFrame(grid)) {
            grid.rows().forEach(row -> row.forEach(place -> add(place.content())));
            return;
        }
        int start = text.length();
        var rows = new ArrayList<Row>();
        for (var row : grid.rows()) {
            if (!row.isEmpty()) {
                rows.add(row(row));
            }
        }
        blocks.add(new Table(new Span(start, text.length() - 1), rows));
    }

    private Row row(List<Piece.Place> places) {
        var cells = new ArrayList<Cell>();
        for (var place : places) {
            var span = place.continued() ? new Span(text.length(), text.length()) : append(cellText(place.content()));
            cells.add(new Cell(span, place.column(), place.continued()));
            text.append('\t');
        }
        text.setCharAt(text.length() - 1, '\n');
        return new Row(cells);
    }

    private Span append(String words) {
        int start = text.length();
        text.append(words);
        return new Span(start, text.length());
    }

    private static String cellText(List<Piece> content) {
        var lines = new ArrayList<String>();
        for (var piece : content) {
            switch (piece) {
                case Piece.Line line ->
                    line.text().lines().filter(part -> !part.isBlank()).forEach(lines::add);
                case Piece.Grid grid -> grid.rows().forEach(row -> lines.add(rowText(row)));
            }
        }
        return String.join("\n", lines);
    }

    private static String rowText(List<Piece.Place> row) {
        return String.join(
                "\t",
                row.stream()
                        .filter(place -> !place.continued())
                        .map(place -> cellText(place.content()))
                        .toList());
    }

    /** Web pages and red-head templates set running text in tables: one column, or one cell that holds nearly all. */
    private static boolean isFrame(Piece.Grid grid) {
        var places = grid.rows().stream().flatMap(List::stream).toList();
        if (places.stream().allMatch(place -> place.column() == 0)) {
            return true;
        }
        int whole = weight(places.stream().flatMap(p -> p.content().stream()).toList());
        int nested = places.stream()
                .flatMap(place -> place.content().stream())
                .mapToInt(piece -> piece instanceof Piece.Grid inner ? weight(List.of(inner)) : 0)
                .sum();
        int largest = places.stream().mapToInt(p -> weight(p.content())).max().orElse(0);
        return nested * 2 > whole || largest > FRAME_CHARACTERS && largest * 10 > whole * 7;
    }

    private static int weight(List<? extends Piece> content) {
        int sum = 0;
        for (var piece : content) {
            sum += switch (piece) {
                case Piece.Line line -> line.text().strip().length();
                case Piece.Grid grid ->
                    grid.rows().stream()
                            .flatMap(List::stream)
                            .filter(Objects::nonNull)
                            .mapToInt(place -> weight(place.content()))
                            .sum();
            };
        }
        return sum;
    }
}
