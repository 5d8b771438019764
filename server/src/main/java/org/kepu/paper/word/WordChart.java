package org.kepu.paper.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.kepu.paper.Chart;
import org.kepu.paper.setting.Palette;

/** A chart that Word draws (DrawingML), with the workbook of its numbers inside. */
final class WordChart {

    static final String NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    static final String WORKBOOK = "rWorkbook";

    private static final String SHEET = "Sheet1";
    private static final int CATEGORY_AXIS = 1;
    private static final int VALUE_AXIS = 2;
    private static final int SIZE = 950;

    /** With more of them nobody could read the numbers beside the bars; they stand in the table. */
    private static final int MOST_LABELS = 24;

    private final Chart chart;

    WordChart(Chart chart) {
        this.chart = chart;
    }

    void write(Xml xml) throws IOException {
        boolean bars = chart.kind() == Chart.Kind.BARS;
        Frame.begin(xml, "c:chartSpace").leaf("c:roundedCorners", "val", 0);
        xml.begin("c:chart")
                .leaf("c:autoTitleDeleted", "val", 1)
                .begin("c:plotArea")
                .leaf("c:layout");
        xml.begin(bars ? "c:barChart" : "c:lineChart");
        if (bars) {
            xml.leaf("c:barDir", "val", "col");
        }
        xml.leaf("c:grouping", "val", bars ? "clustered" : "standard").leaf("c:varyColors", "val", 0);
        for (int i = 0; i < chart.series().size(); i++) {
            series(xml, i, bars);
        }
        if (bars) {
            xml.leaf("c:gapWidth", "val", 60);
        } else {
            xml.leaf("c:marker", "val", 1);
        }
        xml.leaf("c:axId", "val", CATEGORY_AXIS)
                .leaf("c:axId", "val", VALUE_AXIS)
                .end();
        categories(xml);
        values(xml);
        xml.end();
        xml.begin("c:legend")
                .leaf("c:legendPos", "val", "t")
                .leaf("c:overlay", "val", 0)
                .end();
        xml.leaf("c:plotVisOnly", "val", 1).leaf("c:dispBlanksAs", "val", "gap").end();
        xml.begin("c:spPr").leaf("a:noFill").begin("a:ln").leaf("a:noFill").end(2);
        words(xml);
        xml.begin("c:externalData", "r:id", WORKBOOK)
                .leaf("c:autoUpdate", "val", 0)
                .end();
    }

    private void series(Xml xml, int number, boolean bars) throws IOException {
        var series = chart.series().get(number);
        var column = column(number + 1);
        xml.begin("c:ser").leaf("c:idx", "val", number).leaf("c:order", "val", number);
        strings(xml, "c:tx", SHEET + "!$" + column + "$1", List.of(series.name()));
        var colour = "%06X".formatted(Palette.colour(number));
        xml.begin("c:spPr");
        if (bars) {
            fill(xml, colour);
        } else {
            xml.begin("a:ln", "w", 22225);
            fill(xml, colour);
            xml.end();
        }
        xml.end();
        if (bars) {
            xml.leaf("c:invertIfNegative", "val", 0);
        } else {
            xml.begin("c:marker")
                    .leaf("c:symbol", "val", "square")
                    .leaf("c:size", "val", 5)
                    .begin("c:spPr");
            fill(xml, colour);
            xml.end(2);
        }
        if (chart.series().size() == 1
                || bars && chart.series().size() * chart.categories().size() <= MOST_LABELS) {
            labels(xml, bars);
        }
        int last = chart.categories().size() + 1;
        strings(xml, "c:cat", SHEET + "!$A$2:$A$" + last, chart.categories());
        xml.begin("c:val").begin("c:numRef").words("c:f", "%s!$%s$2:$%s$%d".formatted(SHEET, column, column, last));
        xml.begin("c:numCache")
                .words("c:formatCode", "General")
                .leaf("c:ptCount", "val", series.values().size());
        for (int i = 0; i < series.values().size(); i++) {
            var value = series.values().get(i);
            if (value.isPresent()) {
                xml.begin("c:pt", "idx", i)
                        .words("c:v", value.get().toPlainString())
                        .end();
            }
        }
        xml.end(3);
        if (!bars) {
            xml.leaf("c:smooth", "val", 0);
        }
        xml.end();
    }

    private static void labels(Xml xml, boolean bars) throws IOException {
        xml.begin("c:dLbls")
                .leaf("c:dLblPos", "val", bars ? "outEnd" : "t")
                .leaf("c:showLegendKey", "val", 0)
                .leaf("c:showVal", "val", 1)
                .leaf("c:showCatName", "val", 0)
                .leaf("c:showSerName", "val", 0)
                .leaf("c:showPercent", "val", 0)
                .leaf("c:showBubbleSize", "val", 0)
                .end();
    }

    private static void categories(Xml xml) throws IOException {
        axis(xml, "c:catAx", CATEGORY_AXIS, "b");
        xml.leaf("c:majorTickMark", "val", "none").leaf("c:minorTickMark", "val", "none");
        xml.leaf("c:tickLblPos", "val", "low");
        line(xml, "404040");
        xml.leaf("c:crossAx", "val", VALUE_AXIS)
                .leaf("c:crosses", "val", "autoZero")
                .end();
    }

    private void values(Xml xml) throws IOException {
        axis(xml, "c:valAx", VALUE_AXIS, "l");
        xml.begin("c:majorGridlines");
        line(xml, "D9D9D9");
        xml.end();
        if (!chart.unit().isBlank()) {
            xml.begin("c:title").begin("c:tx").begin("c:rich").leaf("a:bodyPr", "rot", 0, "vert", "horz");
            xml.begin("a:p").begin("a:pPr").leaf("a:defRPr", "sz", SIZE, "b", 0).end();
            xml.begin("a:r").leaf("a:rPr", "lang", "zh-CN", "sz", SIZE, "b", 0).words("a:t", chart.unit());
            xml.end(4).leaf("c:overlay", "val", 0).end();
        }
        xml.leaf("c:numFmt", "formatCode", "General", "sourceLinked", 0);
        xml.leaf("c:majorTickMark", "val", "none").leaf("c:minorTickMark", "val", "none");
        xml.leaf("c:tickLblPos", "val", "nextTo");
        xml.begin("c:spPr").begin("a:ln").leaf("a:noFill").end(2);
        xml.leaf("c:crossAx", "val", CATEGORY_AXIS).leaf("c:crosses", "val", "autoZero");
        xml.leaf("c:crossBetween", "val", "between").end();
    }

    private static void axis(Xml xml, String name, int id, String side) throws IOException {
        xml.begin(name).leaf("c:axId", "val", id);
        xml.begin("c:scaling").leaf("c:orientation", "val", "minMax").end();
        xml.leaf("c:delete", "val", 0).leaf("c:axPos", "val", side);
    }

    private static void line(Xml xml, String colour) throws IOException {
        xml.begin("c:spPr").begin("a:ln", "w", 6350);
        fill(xml, colour);
        xml.end(2);
    }

    private static void fill(Xml xml, String colour) throws IOException {
        xml.begin("a:solidFill").leaf("a:srgbClr", "val", colour).end();
    }

    private static void words(Xml xml) throws IOException {
        xml.begin("c:txPr").leaf("a:bodyPr").begin("a:p").begin("a:pPr");
        xml.begin("a:defRPr", "sz", SIZE).leaf("a:ea", "typeface", "宋体").end(2);
        xml.leaf("a:endParaRPr", "lang", "zh-CN").end(2);
    }

    private static void strings(Xml xml, String name, String cells, List<String> texts) throws IOException {
        xml.begin(name)
                .begin("c:strRef")
                .words("c:f", cells)
                .begin("c:strCache")
                .leaf("c:ptCount", "val", texts.size());
        for (int i = 0; i < texts.size(); i++) {
            xml.begin("c:pt", "idx", i).words("c:v", texts.get(i)).end();
        }
        xml.end(3);
    }

    /** The numbers, for who wants to edit the chart. */
    byte[] workbook() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Kepu", "1.0")) {
            var sheet = workbook.newWorksheet(SHEET);
            for (int row = 0; row < chart.categories().size(); row++) {
                sheet.value(row + 1, 0, chart.categories().get(row));
            }
            for (int column = 0; column < chart.series().size(); column++) {
                var series = chart.series().get(column);
                sheet.value(0, column + 1, series.name());
                for (int row = 0; row < series.values().size(); row++) {
                    var value = series.values().get(row);
                    if (value.isPresent()) {
                        sheet.value(row + 1, column + 1, value.get());
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static char column(int number) {
        return (char) ('A' + number);
    }
}
