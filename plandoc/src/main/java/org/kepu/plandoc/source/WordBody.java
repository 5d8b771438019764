package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.source.WordStyles.ListPlace;

/** Reads the text of a Word document: what a reader sees with all tracked changes accepted. */
final class WordBody {
    /** Deleted or moved away, the old twin of a drawing, properties, the small print above a ruby base. */
    private static final Set<String> UNSEEN = Set.of(
            "del",
            "moveFrom",
            "Fallback",
            "sectPr",
            "sdtPr",
            "sdtEndPr",
            "tblPr",
            "tblGrid",
            "tblPrEx",
            "rt",
            "rubyPr",
            "instrText",
            "delText",
            "footnoteReference",
            "endnoteReference",
            "annotationRef");

    private final XmlPart part;
    private final WordStyles styles;
    private final WordNumbering numbering;

    WordBody(XmlPart part, WordStyles styles, WordNumbering numbering) {
        this.part = part;
        this.styles = styles;
        this.numbering = numbering;
    }

    List<Piece> pieces() throws XMLStreamException, Refusal {
        var pieces = new ArrayList<Piece>();
        if (part.nextChild()) {
            readBlocks(pieces);
        }
        return pieces;
    }

    /** Reads the children of the element the cursor stands in, to its end. */
    private void readBlocks(List<Piece> into) throws XMLStreamException, Refusal {
        WordParagraph unended = null;
        while (part.nextChild()) {
            if (UNSEEN.contains(part.name())) {
                part.skip();
            } else if (part.isDrawing()) {
                readBlocks(into);
            } else if (part.name().equals("p")) {
                var paragraph = paragraph(unended);
                unended = paragraph.isUnended() ? paragraph : null;
                if (unended == null) {
                    paragraph.end(into);
                }
            } else if (part.name().equals("tbl")) {
                into.add(grid());
            } else {
                readBlocks(into);
            }
        }
        if (unended != null) {
            unended.end(into);
        }
    }

    private WordParagraph paragraph(@Nullable WordParagraph unended) throws XMLStreamException, Refusal {
        var paragraph = unended == null ? new WordParagraph() : unended;
        paragraph.begin();
        readInline(paragraph, false);
        return paragraph;
    }

    private void readInline(WordParagraph paragraph, boolean inRun) throws XMLStreamException, Refusal {
        var format = RunFormat.EMPTY;
        while (part.nextChild()) {
            var name = part.name();
            if (UNSEEN.contains(name)) {
                part.skip();
            } else if (part.isDrawing()) {
                readInline(paragraph, inRun);
            } else if (name.equals("pPr")) {
                begin(paragraph, ParagraphFormat.read(part));
            } else if (name.equals("r")) {
                readInline(paragraph, true);
            } else if (name.equals("rPr")) {
                format = RunFormat.read(part);
            } else if (name.equals("txbxContent")) {
                readBlocks(paragraph.boxes());
            } else if (name.equals("fldChar")) {
                var mark = part.attribute("fldCharType");
                paragraph.field(mark == null ? "" : mark);
                part.skip();
            } else {
                readText(paragraph, format, inRun);
            }
        }
    }

    private void readText(WordParagraph paragraph, RunFormat format, boolean inRun) throws XMLStreamException, Refusal {
        switch (part.name()) {
            case "t" -> paragraph.add(part.text(), isBold(paragraph, format), isHidden(paragraph, format));
            case "tab", "ptab" -> mark(paragraph, format, inRun ? "\t" : "");
            case "br", "cr" -> mark(paragraph, format, "\n");
            case "noBreakHyphen" -> mark(paragraph, format, "-");
            case "sym" -> mark(paragraph, format, symbol(part.attribute("char")));
            default -> readInline(paragraph, inRun);
        }
    }

    private void mark(WordParagraph paragraph, RunFormat format, String mark) throws XMLStreamException, Refusal {
        paragraph.add(mark, isBold(paragraph, format), isHidden(paragraph, format));
        part.skip();
    }

    private static String symbol(@Nullable String code) {
        try {
            int point = code == null ? 0 : Integer.parseInt(code, 16);
            return point >= 0xE000 && point < 0xF900 ? "•" : point > ' ' ? Character.toString(point) : "";
        } catch (IllegalArgumentException noSymbol) {
            return "";
        }
    }

    private boolean isBold(WordParagraph paragraph, RunFormat format) {
        var ofRun = format.bold() != null ? format.bold() : styles.bold(format.style());
        return ofRun != null ? ofRun : styles.isBold(paragraph.style());
    }

    private boolean isHidden(WordParagraph paragraph, RunFormat format) {
        var ofRun = format.hidden() != null ? format.hidden() : styles.hidden(format.style());
        return Boolean.TRUE.equals(ofRun != null ? ofRun : styles.hidden(paragraph.style()));
    }

    private void begin(WordParagraph paragraph, ParagraphFormat format) {
        var place = place(format);
        boolean isNumbered = place != null && place.list() > 0 && !format.markDeleted();
        var number = isNumbered && place != null ? numbering.next(place, format.style()) : "";
        int level = format.outlineLevel() == null ? styles.outlineLevel(format.style()) : format.outlineLevel();
        paragraph.format(format.style(), level, number, format.markDeleted());
    }

    /** A paragraph's own numbering goes before its style's; list 0 switches the style's off. */
    private @Nullable ListPlace place(ParagraphFormat format) {
        var own = format.list();
        var ofStyle = styles.list(format.style());
        if (own == null) {
            return ofStyle;
        }
        int list = own.list() >= 0 || ofStyle == null ? own.list() : ofStyle.list();
        return new ListPlace(list, own.level());
    }

    private Piece.Grid grid() throws XMLStreamException, Refusal {
        var rows = new ArrayList<List<Piece.Place>>();
        readRows(rows);
        return new Piece.Grid(rows);
    }

    private void readRows(List<List<Piece.Place>> rows) throws XMLStreamException, Refusal {
        while (part.nextChild()) {
            if (part.name().equals("tr")) {
                var row = new WordRow();
                readCells(row);
                if (!row.isDeleted()) {
                    rows.add(row.places());
                }
            } else if (UNSEEN.contains(part.name())) {
                part.skip();
            } else {
                readRows(rows);
            }
        }
    }

    private void readCells(WordRow row) throws XMLStreamException, Refusal {
        while (part.nextChild()) {
            switch (part.name()) {
                case "trPr" -> row.readProperties(part);
                case "tc" -> readCell(row);
                case "tblPrEx", "sdtPr", "sdtEndPr" -> part.skip();
                default -> readCells(row);
            }
        }
    }

    private void readCell(WordRow row) throws XMLStreamException, Refusal {
        var content = new ArrayList<Piece>();
        int span = 1;
        boolean continued = false;
        // properties, when there, come first
        boolean more = part.nextChild();
        if (more && part.name().equals("tcPr")) {
            while (part.nextChild()) {
                switch (part.name()) {
                    case "gridSpan" -> span = Math.clamp(part.number("val", 1), 1, 100);
                    case "vMerge", "hMerge" -> continued |= !"restart".equals(part.attribute("val"));
                    default -> {}
                }
                part.skip();
            }
        } else if (more) {
            readBlock(content);
        } else {
            row.add(1, false, content);
            return;
        }
        readBlocks(content);
        row.add(span, continued, content);
    }

    private void readBlock(List<Piece> into) throws XMLStreamException, Refusal {
        switch (part.name()) {
            case "p" -> paragraph(null).end(into);
            case "tbl" -> into.add(grid());
            default -> readBlocks(into);
        }
    }
}
