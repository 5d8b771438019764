package org.kepu.paper.word;

import static org.kepu.paper.word.WordPaper.twips;

import java.io.IOException;
import org.kepu.paper.Paper;
import org.kepu.paper.setting.Style;

/** What a Word file needs besides its text: what its parts are, how they hang together, its page numbers. */
final class Frame {

    static final String FOOTER = "rFooter";

    /** From the edge of the text down to the number and its height: 7 mm and 14 points. */
    static final double TO_NUMBER = 7 * 72 / 25.4 + 16;

    private static final String OPEN_PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private Frame() {}

    /** Begins a part with all the namespaces that any of them uses. */
    static Xml begin(Xml xml, String root) throws IOException {
        return xml.begin(
                root,
                "xmlns:w",
                "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                "xmlns:r",
                OFFICE,
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
                "xmlns:c",
                WordChart.NAMESPACE,
                "xmlns:v",
                "urn:schemas-microsoft-com:vml");
    }

    static String chart(int number) {
        return "rChart" + number;
    }

    static void types(Xml xml, int charts) throws IOException {
        xml.begin("Types", "xmlns", OPEN_PACKAGE + "content-types");
        xml.leaf(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        xml.leaf("Default", "Extension", "xml", "ContentType", "application/xml");
        xml.leaf(
                "Default",
                "Extension",
                "xlsx",
                "ContentType",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        type(xml, "/word/document.xml", WORD + "document.main+xml");
        type(xml, "/word/styles.xml", WORD + "styles+xml");
        type(xml, "/word/fontTable.xml", WORD + "fontTable+xml");
        type(xml, "/word/settings.xml", WORD + "settings+xml");
        type(xml, "/word/footer1.xml", WORD + "footer+xml");
        type(xml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        for (int i = 1; i <= charts; i++) {
            type(
                    xml,
                    "/word/charts/chart%d.xml".formatted(i),
                    "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
        }
    }

    static void relations(Xml xml) throws IOException {
        hanging(xml);
        relation(xml, "rDocument", OFFICE + "/officeDocument", "word/document.xml");
        relation(xml, "rAbout", OPEN_PACKAGE + "relationships/metadata/core-properties", "docProps/core.xml");
    }

    static void documentRelations(Xml xml, int charts) throws IOException {
        hanging(xml);
        relation(xml, "rStyles", OFFICE + "/styles", "styles.xml");
        relation(xml, "rFonts", OFFICE + "/fontTable", "fontTable.xml");
        relation(xml, "rSettings", OFFICE + "/settings", "settings.xml");
        relation(xml, FOOTER, OFFICE + "/footer", "footer1.xml");
        for (int i = 1; i <= charts; i++) {
            relation(xml, chart(i), OFFICE + "/chart", "charts/chart%d.xml".formatted(i));
        }
    }

    static void chartRelations(Xml xml, int number) throws IOException {
        hanging(xml);
        relation(xml, WordChart.WORKBOOK, OFFICE + "/package", "../embeddings/chart%d.xlsx".formatted(number));
    }

    static void about(Xml xml, Paper paper) throws IOException {
        xml.begin(
                "cp:coreProperties",
                "xmlns:cp",
                OPEN_PACKAGE + "metadata/core-properties",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/");
        xml.words("dc:title", paper.title().replace("\n", ""))
                .words("dc:subject", paper.number())
                .words("dc:creator", paper.signer())
                .words("dc:language", "zh-CN");
    }

    static void settings(Xml xml) throws IOException {
        begin(xml, "w:settings")
                .leaf("w:defaultTabStop", "w:val", 420)
                .leaf("w:characterSpacingControl", "w:val", "compressPunctuation")
                .begin("w:compat")
                .leaf("w:spaceForUL")
                .leaf("w:balanceSingleByteDoubleByteWidth")
                .leaf("w:useFELayout")
                .leaf(
                        "w:compatSetting",
                        "w:name",
                        "compatibilityMode",
                        "w:uri",
                        "http://schemas.microsoft.com/office/word",
                        "w:val",
                        15)
                .end();
    }

    /** — 1 —, in the middle below the text. */
    static void footer(Xml xml) throws IOException {
        begin(xml, "w:ftr").begin("w:p").begin("w:pPr").leaf("w:pStyle", "w:val", Style.PAGE.name());
        xml.leaf("w:spacing", "w:line", twips(Style.PAGE.pitch()), "w:lineRule", "exact")
                .end();
        xml.begin("w:r").begin("w:t", "xml:space", "preserve").text("—\u00a0").end(2);
        xml.begin("w:fldSimple", "w:instr", " PAGE ")
                .begin("w:r")
                .words("w:t", 1)
                .end(2);
        xml.begin("w:r").begin("w:t", "xml:space", "preserve").text("\u00a0—");
    }

    private static void hanging(Xml xml) throws IOException {
        xml.begin("Relationships", "xmlns", OPEN_PACKAGE + "relationships");
    }

    private static void type(Xml xml, String part, String type) throws IOException {
        xml.leaf("Override", "PartName", part, "ContentType", type);
    }

    private static void relation(Xml xml, String id, String type, String target) throws IOException {
        xml.leaf("Relationship", "Id", id, "Type", type, "Target", target);
    }
}
