package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Finding.Code;
import org.kepu.plandoc.SourceText;
import org.kepu.plandoc.Span;
import org.kepu.plandoc.grammar.Lines.GridPiece;
import org.kepu.plandoc.grammar.Lines.TextPiece;

/**
 * A document freed of its pages: whole paragraphs and tables.
 *
 * @param lines the lines before they were joined, site navigation and end matter among them
 * @param card the rows of the index card that web sites put above a document
 */
record Manuscript(
        List<Line> lines, List<Passage> card, List<Para> paragraphs, List<Grid> grids, List<Finding> findings) {
    private static final Pattern CARD = Pattern.compile("^(?:索引号|文号|发文字号|发文机关|发布机构|成文日期|发文日期)：?$");
    private static final String BOOKMARK = "[bookmark:";

    static Manuscript of(SourceText source) {
        var pieces = TextTables.recognised(Furniture.withoutPageNumbers(Lines.of(source)));
        var lines = new ArrayList<Line>();
        var grids = new ArrayList<Grid>();
        for (var piece : Furniture.removed(pieces)) {
            switch (piece) {
                case TextPiece(Line line) -> lines.add(line);
                case GridPiece(Grid grid) -> grids.add(grid);
            }
        }
        return new Manuscript(
                List.copyOf(lines),
                card(grids),
                InlinePoints.split(HardWraps.undo(proper(lines))),
                grids,
                leftOvers(source));
    }

    private static List<Passage> card(List<Grid> grids) {
        return grids.stream()
                .filter(Manuscript::isCard)
                .limit(1)
                .flatMap(grid -> grid.rows().stream())
                .map(row ->
                        Passage.join(row.cells().stream().map(Grid.Cell::text).toList()))
                .toList();
    }

    private static boolean isCard(Grid grid) {
        return grid.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> CARD.matcher(cell.text().folded()).matches())
                        .limit(2)
                        .count()
                == 2;
    }

    /** Without navigation, and without what stands behind the end of the plan. */
    private static List<Line> proper(List<Line> lines) {
        var kept = new ArrayList<Line>();
        boolean programmes = false;
        for (var line : lines) {
            if (programmes && Furniture.isEnd(line.text())) {
                break;
            }
            programmes |= Marker.of(line.text()).isPresent()
                    && Headings.isProgrammeName(Headings.of(Para.of(line.text(), false, 0)));
            if (!Furniture.isNavigation(line.text()) && !Furniture.isEnd(line.text())) {
                kept.add(line);
            }
        }
        return withoutSignature(kept);
    }

    /** A document that is signed at its end: name and date belong to no measure. */
    private static List<Line> withoutSignature(List<Line> lines) {
        int end = lines.size();
        if (end > 2 && SignedDate.alone(lines.get(end - 1).text()).isPresent()) {
            end--;
            boolean signed = FrontMatter.signs(lines.get(end - 1).text());
            end -= signed ? 1 : 0;
        }
        return lines.subList(0, end);
    }

    private static List<Finding> leftOvers(SourceText source) {
        int at = source.text().indexOf(BOOKMARK);
        int end = at < 0 ? -1 : source.text().indexOf(']', at);
        return end < 0 || end - at > 60
                ? List.of()
                : List.of(new Finding(
                        Code.TYPING_SLIP,
                        "文中留有编辑软件的书签标记",
                        source.text().substring(at, end + 1),
                        new Span(at, end + 1)));
    }
}
