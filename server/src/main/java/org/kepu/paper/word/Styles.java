package org.kepu.paper.word;

import static org.kepu.paper.word.WordPaper.twips;

import java.io.IOException;
import java.util.Locale;
import org.kepu.paper.setting.Face;
import org.kepu.paper.setting.Style;

/** The styles of a Word paper: the same table of the format from which the PDF is set. */
final class Styles {

    private static final String LATIN = "Times New Roman";
    private static final String RED = "C00000";

    /** 28 characters of 16 points on 156 mm, in twentieths of a point. */
    private static final int NARROWER = -4;

    private Styles() {}

    static void write(Xml xml) throws IOException {
        Frame.begin(xml, "w:styles")
                .begin("w:docDefaults")
                .begin("w:rPrDefault")
                .begin("w:rPr");
        face(xml, Face.TEXT);
        size(xml, Style.TEXT.size());
        xml.leaf("w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN").end(2);
        xml.begin("w:pPrDefault").leaf("w:pPr").end(2);
        xml.begin("w:style", "w:type", "paragraph", "w:default", 1, "w:styleId", "Normal")
                .leaf("w:name", "w:val", "Normal")
                .end();
        for (var style : Style.values()) {
            style(xml, style);
        }
    }

    private static void style(Xml xml, Style style) throws IOException {
        xml.begin("w:style", "w:type", "paragraph", "w:styleId", style.name())
                .leaf("w:name", "w:val", name(style))
                .leaf("w:basedOn", "w:val", "Normal")
                .leaf("w:qFormat")
                .begin("w:pPr");
        if (style.leads()) {
            xml.leaf("w:keepNext");
        }
        xml.leaf("w:kinsoku", "w:val", 1).leaf("w:overflowPunct", "w:val", 0);
        if (style.pitch() != Style.TEXT.pitch()) {
            xml.leaf("w:snapToGrid", "w:val", 0);
        }
        xml.leaf(
                "w:spacing",
                "w:before",
                twips(style.before()),
                "w:after",
                0,
                "w:line",
                twips(style.pitch()),
                "w:lineRule",
                "exact");
        if (style.indent() > 0) {
            xml.leaf(
                    "w:ind",
                    "w:firstLineChars",
                    style.indent() * 100,
                    "w:firstLine",
                    twips(style.indent() * style.size()));
        }
        xml.leaf(
                "w:jc",
                "w:val",
                switch (style.align()) {
                    case LEFT -> "left";
                    case CENTER -> "center";
                    case RIGHT -> "right";
                    case JUSTIFY -> "both";
                });
        if (style.outline() > 0) {
            xml.leaf("w:outlineLvl", "w:val", style.outline() - 1);
        }
        xml.end().begin("w:rPr");
        face(xml, style.face());
        if (style == Style.MARK) {
            xml.leaf("w:color", "w:val", RED);
        }
        if (style.align() == Style.Align.JUSTIFY) {
            xml.leaf("w:spacing", "w:val", NARROWER);
        }
        size(xml, style.size());
        xml.end(2);
    }

    /** Word knows headings and titles by these names, in every language. */
    private static String name(Style style) {
        return switch (style) {
            case TITLE -> "Title";
            case HEADING_1, HEADING_2, HEADING_3, HEADING_4 -> "heading " + style.outline();
            default -> "公文 " + style.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    private static void face(Xml xml, Face face) throws IOException {
        xml.leaf(
                "w:rFonts",
                "w:ascii",
                LATIN,
                "w:hAnsi",
                LATIN,
                "w:eastAsia",
                face.wordName(),
                "w:cs",
                LATIN,
                "w:hint",
                "eastAsia");
    }

    private static void size(Xml xml, double points) throws IOException {
        xml.leaf("w:sz", "w:val", Math.round(points * 2)).leaf("w:szCs", "w:val", Math.round(points * 2));
    }

    /** What to take where a font is not there. */
    static void fonts(Xml xml) throws IOException {
        Frame.begin(xml, "w:fonts");
        for (var face : Face.values()) {
            xml.begin("w:font", "w:name", face.wordName())
                    .leaf("w:altName", "w:val", face.otherwise())
                    .leaf("w:charset", "w:val", "86")
                    .leaf("w:family", "w:val", face.family())
                    .leaf("w:pitch", "w:val", "variable")
                    .end();
        }
    }
}
