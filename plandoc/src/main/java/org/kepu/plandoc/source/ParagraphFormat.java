package org.kepu.plandoc.source;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.source.WordStyles.ListPlace;

/**
 * What a {@code w:pPr} says that bears on the reading.
 *
 * @param outlineLevel 1 to 9, 0 for running text
 * @param markDeleted whether a tracked change deletes the paragraph's end, so that the next one goes on in it
 */
record ParagraphFormat(
        @Nullable String style,
        @Nullable Integer outlineLevel,
        @Nullable ListPlace list,
        boolean markDeleted) {
    static final ParagraphFormat EMPTY = new ParagraphFormat(null, null, null, false);

    private static final int BODY_TEXT = 9;

    /** Reads the element the cursor stands at and leaves the cursor behind it. */
    static ParagraphFormat read(XmlPart part) throws XMLStreamException, Refusal {
        String style = null;
        Integer outlineLevel = null;
        ListPlace list = null;
        boolean markDeleted = false;
        while (part.nextChild()) {
            switch (part.name()) {
                case "pStyle" -> {
                    style = part.attribute("val");
                    part.skip();
                }
                case "outlineLvl" -> {
                    int level = part.number("val", BODY_TEXT);
                    outlineLevel = level < 0 || level >= BODY_TEXT ? 0 : level + 1;
                    part.skip();
                }
                case "numPr" -> list = list(part);
                case "rPr" -> markDeleted = RunFormat.read(part).deleted();
                default -> part.skip();
            }
        }
        return new ParagraphFormat(style, outlineLevel, list, markDeleted);
    }

    private static ListPlace list(XmlPart part) throws XMLStreamException, Refusal {
        int list = -1;
        int level = -1;
        while (part.nextChild()) {
            switch (part.name()) {
                case "numId" -> list = part.number("val", -1);
                case "ilvl" -> level = part.number("val", -1);
                default -> {}
            }
            part.skip();
        }
        return new ListPlace(list, level);
    }
}
