package org.kepu.paper.word;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.kepu.paper.Table;
import org.kepu.paper.setting.Sheet;
import org.kepu.paper.setting.Style;
import org.kepu.paper.setting.Widths;

/** A table in Word: of the text's width, its head repeated on each page. */
final class WordTable {

    private static final String RULE = "w:val";
    private static final List<String> EDGES = List.of("w:top", "w:left", "w:bottom", "w:right");
    private static final List<String> WITHIN = List.of("w:insideH", "w:insideV");
    private static final String SHADE = "F2F2F2";

    private final Table table;
    private final long[] widths;
    private final Style cell;
    private final Style head;

    WordTable(Table table, Sheet sheet) {
        this.table = table;
        this.cell = Style.cell(table.columns().size());
        this.head = Style.head(table.columns().size());
        this.widths = Arrays.stream(Widths.of(table, sheet.textWidth()))
                .mapToLong(WordPaper::twips)
                .toArray();
    }

    void write(Xml xml) throws IOException {
        xml.begin("w:tbl")
                .begin("w:tblPr")
                .leaf("w:tblW", "w:w", total(), "w:type", "dxa")
                .leaf("w:jc", RULE, "center");
        xml.begin("w:tblBorders");
        for (var edge : EDGES) {
            xml.leaf(edge, RULE, "single", "w:sz", 8, "w:space", 0, "w:color", "000000");
        }
        for (var rule : WITHIN) {
            xml.leaf(rule, RULE, "single", "w:sz", 4, "w:space", 0, "w:color", "000000");
        }
        xml.end().leaf("w:tblLayout", "w:type", "fixed");
        xml.begin("w:tblCellMar")
                .leaf("w:top", "w:w", 57, "w:type", "dxa")
                .leaf("w:left", "w:w", 80, "w:type", "dxa")
                .leaf("w:bottom", "w:w", 57, "w:type", "dxa")
                .leaf("w:right", "w:w", 80, "w:type", "dxa")
                .end(2);
        xml.begin("w:tblGrid");
        for (long width : widths) {
            xml.leaf("w:gridCol", "w:w", width);
        }
        xml.end();
        head(xml);
        boolean together = table.rows().size() <= Table.SHORT;
        for (int i = 0; i < table.rows().size(); i++) {
            row(xml, table.rows().get(i), together && i + 1 < table.rows().size());
        }
        xml.end();
    }

    private void head(Xml xml) throws IOException {
        xml.begin("w:tr")
                .begin("w:trPr")
                .leaf("w:cantSplit")
                .leaf("w:tblHeader")
                .end();
        for (int i = 0; i < widths.length; i++) {
            cell(xml, i, table.columns().get(i).name(), head, Table.Align.MIDDLE, true);
        }
        xml.end();
    }

    private void row(Xml xml, List<String> texts, boolean withNext) throws IOException {
        xml.begin("w:tr").begin("w:trPr").leaf("w:cantSplit").end();
        for (int i = 0; i < widths.length; i++) {
            cell(xml, i, texts.get(i), cell, table.columns().get(i).align(), withNext);
        }
        xml.end();
    }

    private void cell(Xml xml, int column, String text, Style style, Table.Align align, boolean withNext)
            throws IOException {
        xml.begin("w:tc").begin("w:tcPr").leaf("w:tcW", "w:w", widths[column], "w:type", "dxa");
        if (style == head) {
            xml.leaf("w:shd", RULE, "clear", "w:color", "auto", "w:fill", SHADE);
        }
        xml.leaf("w:vAlign", RULE, "center").end();
        var lines = text.isEmpty() ? List.of("") : text.lines().toList();
        for (var line : lines) {
            xml.begin("w:p").begin("w:pPr").leaf("w:pStyle", RULE, style.name());
            if (withNext) {
                xml.leaf("w:keepNext");
            }
            switch (align) {
                case LEFT -> {}
                case MIDDLE -> xml.leaf("w:jc", RULE, "center");
                case RIGHT -> xml.leaf("w:jc", RULE, "right");
            }
            xml.end();
            if (!line.isEmpty()) {
                xml.begin("w:r")
                        .begin("w:t", "xml:space", "preserve")
                        .text(line)
                        .end(2);
            }
            xml.end();
        }
        xml.end();
    }

    private long total() {
        long total = 0;
        for (long width : widths) {
            total += width;
        }
        return total;
    }
}
