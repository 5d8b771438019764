package org.kepu.paper.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.kepu.paper.setting.Sheet;
import org.kepu.paper.setting.Style;

/** The pages of a PDF as they are filled from above; each gets its number when it is full. */
final class Pages {

    /** 页码距版心下边缘 7 mm (7.5). */
    private static final double TO_NUMBER = 7 * 72 / 25.4;

    /** Where characters stand within their line: the base line, from the middle. */
    private static final double BELOW_MIDDLE = 0.38;

    private final PDDocument document;
    private final Signs signs;
    private final PDDocumentOutline outline = new PDDocumentOutline();
    private final Deque<PDOutlineNode> open = new ArrayDeque<>();
    private Sheet sheet = Sheet.UPRIGHT;
    private Ink ink;
    private int number = 1;
    private double y;

    Pages(PDDocument document, Signs signs) {
        this.document = document;
        this.signs = signs;
        this.ink = page();
        document.getDocumentCatalog().setDocumentOutline(outline);
        open.push(outline);
    }

    Signs signs() {
        return signs;
    }

    Sheet sheet() {
        return sheet;
    }

    Ink ink() {
        return ink;
    }

    /** How far from above, in points. */
    double y() {
        return y;
    }

    /** Where the signs of a line stand that begins here. */
    double baseline(Style style) {
        return y + style.pitch() / 2 + style.size() * BELOW_MIDDLE;
    }

    double left() {
        return sheet.top() + sheet.textHeight() - y;
    }

    void skip(double points) {
        y += points;
    }

    void skipUnlessAtTop(double points) {
        if (y > sheet.top()) {
            y += points;
        }
    }

    /** Makes sure that so much has room, on a new page if need be. */
    void hold(double points) throws IOException {
        if (points > left() + 0.5 && y > sheet.top()) {
            turn(sheet);
        }
    }

    void turn(Sheet next) throws IOException {
        close();
        sheet = next;
        number++;
        ink = page();
    }

    void bookmark(int level, String words) {
        while (open.size() > level) {
            open.pop();
        }
        var item = new PDOutlineItem();
        item.setTitle(words);
        var target = new PDPageXYZDestination();
        target.setPage(ink.page());
        target.setTop((int) Math.round(sheet.height() - y));
        item.setDestination(target);
        open.element().addLast(item);
        open.push(item);
    }

    void finish() throws IOException {
        close();
    }

    private Ink page() {
        var page = new PDPage(new PDRectangle((float) sheet.width(), (float) sheet.height()));
        document.addPage(page);
        y = sheet.top();
        return new Ink(page);
    }

    private void close() throws IOException {
        var style = Style.PAGE;
        var shown = signs.of(style.face(), "— " + number + " —");
        double width = Signs.width(shown, style.size());
        double base = sheet.top() + sheet.textHeight() + TO_NUMBER + style.size() * BELOW_MIDDLE;
        ink.text(shown, sheet.left() + (sheet.textWidth() - width) / 2, base, style.size(), 0);
        ink.dry(document);
    }
}
