package org.kepu.paper.word;

import static org.kepu.paper.word.WordPaper.twips;

import java.io.IOException;
import org.kepu.paper.setting.Block;
import org.kepu.paper.setting.Sheet;
import org.kepu.paper.setting.Style;
import org.kepu.shared.QrCode;

/** The text of a Word paper, paragraph by paragraph and table by table. */
final class WordBody {

    private static final int HUNDREDTHS = 100;
    private static final String RED = "C00000";
    private static final int MM_IN_EMU = 36_000;
    private static final int CHART_HEIGHT = 72 * MM_IN_EMU;
    private static final double EMU_OF_POINT = 12_700;

    private final Xml xml;
    private Sheet sheet = Sheet.UPRIGHT;
    private boolean onNewPage;
    private int charts;

    WordBody(Xml xml) {
        this.xml = xml;
    }

    void write(Block block) throws IOException {
        switch (block) {
            case Block.Line line -> line(line);
            case Block.Mark mark -> mark(mark);
            case Block.Room room -> {
                for (int i = 0; i < room.lines(); i++) {
                    xml.begin("w:p")
                            .begin("w:pPr")
                            .leaf("w:pStyle", "w:val", Style.TEXT.name())
                            .end(2);
                }
            }
            case Block.RedLine red -> redLine();
            case Block.Rows rows -> {
                new WordTable(rows.table(), sheet).write(xml);
                thin(Style.TEXT.pitch() / 2);
            }
            case Block.Drawing drawing -> drawing(drawing.chart().caption());
            case Block.Code code -> code(code.picture());
            case Block.NewSheet next -> turn(Sheet.of(next.wide()));
        }
    }

    void finish() throws IOException {
        section();
    }

    private void line(Block.Line line) throws IOException {
        xml.begin("w:p").begin("w:pPr").leaf("w:pStyle", "w:val", line.style().name());
        if (onNewPage) {
            xml.leaf("w:pageBreakBefore");
            onNewPage = false;
        }
        if (line.rightIndent() > 0) {
            xml.leaf(
                    "w:ind",
                    "w:rightChars",
                    Math.round(line.rightIndent() * HUNDREDTHS),
                    "w:right",
                    twips(line.rightIndent() * line.style().size()));
        }
        xml.end();
        run(line.words());
        xml.end();
    }

    private void run(String words) throws IOException {
        xml.begin("w:r");
        var lines = words.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                xml.leaf("w:br");
            }
            xml.begin("w:t", "xml:space", "preserve").text(lines.get(i)).end();
        }
        xml.end();
    }

    /** A shape of many squares: sharp at any size, and no part of the file by itself. */
    private void code(QrCode picture) throws IOException {
        xml.begin("w:p")
                .begin("w:r")
                .begin("w:pict")
                .leaf(
                        "v:shape",
                        "style",
                        "width:%1$spt;height:%1$spt".formatted(Math.round(Block.Code.SIDE)),
                        "coordsize",
                        picture.size() + "," + picture.size(),
                        "path",
                        picture.drawn("m%d,%dr1,0,0,1,-1,0x") + "e",
                        "fillcolor",
                        "black",
                        "stroked",
                        "f")
                .end(3);
    }

    private void mark(Block.Mark mark) throws IOException {
        xml.begin("w:p")
                .begin("w:pPr")
                .leaf("w:pStyle", "w:val", Style.MARK.name())
                .end();
        xml.begin("w:r").begin("w:rPr");
        xml.leaf("w:sz", "w:val", Math.round(mark.size() * 2)).leaf("w:szCs", "w:val", Math.round(mark.size() * 2));
        xml.end().words("w:t", mark.words()).end(2);
    }

    private void redLine() throws IOException {
        xml.begin("w:p")
                .begin("w:pPr")
                .leaf("w:pStyle", "w:val", Style.TEXT.name())
                .begin("w:pBdr")
                .leaf("w:top", "w:val", "single", "w:sz", 16, "w:space", 4, "w:color", RED)
                .end()
                .leaf("w:ind", "w:firstLineChars", 0, "w:firstLine", 0)
                .end(2);
    }

    /** A paragraph that is hardly there: between two tables, at the end of a section. */
    private void thin(double pitch) throws IOException {
        xml.begin("w:p").begin("w:pPr");
        thinLine(pitch);
        xml.end(2);
    }

    private void thinLine(double pitch) throws IOException {
        xml.leaf("w:snapToGrid", "w:val", 0)
                .leaf("w:spacing", "w:before", 0, "w:after", 0, "w:line", twips(pitch), "w:lineRule", "exact");
    }

    /** A sheet laid otherwise is another section; else a new page is enough. */
    private void turn(Sheet next) throws IOException {
        if (next.equals(sheet)) {
            onNewPage = true;
            return;
        }
        xml.begin("w:p").begin("w:pPr");
        thinLine(1);
        section();
        xml.end(2);
        sheet = next;
    }

    private void section() throws IOException {
        boolean wide = sheet.equals(Sheet.CROSSWISE);
        xml.begin("w:sectPr").leaf("w:footerReference", "w:type", "default", "r:id", Frame.FOOTER);
        var size = new Object[] {"w:w", twips(sheet.width()), "w:h", twips(sheet.height())};
        if (wide) {
            xml.leaf("w:pgSz", size[0], size[1], size[2], size[3], "w:orient", "landscape");
        } else {
            xml.leaf("w:pgSz", size);
        }
        xml.leaf(
                        "w:pgMar",
                        "w:top",
                        twips(sheet.top()),
                        "w:right",
                        twips(sheet.right()),
                        "w:bottom",
                        twips(sheet.bottom()),
                        "w:left",
                        twips(sheet.left()),
                        "w:header",
                        851,
                        "w:footer",
                        twips(sheet.bottom() - Frame.TO_NUMBER),
                        "w:gutter",
                        0)
                .leaf("w:docGrid", "w:type", "lines", "w:linePitch", twips(Style.TEXT.pitch()))
                .end();
    }

    /** A real chart: Word draws it, and its numbers can be edited. */
    private void drawing(String caption) throws IOException {
        charts++;
        long width = Math.round(sheet.textWidth() * EMU_OF_POINT);
        xml.begin("w:p")
                .begin("w:pPr")
                .leaf("w:keepNext")
                .leaf("w:snapToGrid", "w:val", 0)
                .leaf("w:spacing", "w:before", 0, "w:after", 120)
                .leaf("w:jc", "w:val", "center")
                .end()
                .begin("w:r")
                .begin("w:drawing")
                .begin("wp:inline", "distT", 0, "distB", 0, "distL", 0, "distR", 0)
                .leaf("wp:extent", "cx", width, "cy", CHART_HEIGHT)
                .leaf("wp:docPr", "id", charts, "name", "图" + charts, "descr", caption)
                .leaf("wp:cNvGraphicFramePr")
                .begin("a:graphic")
                .begin("a:graphicData", "uri", WordChart.NAMESPACE)
                .leaf("c:chart", "r:id", Frame.chart(charts))
                .end(6);
    }
}
