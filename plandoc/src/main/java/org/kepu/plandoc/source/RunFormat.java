package org.kepu.plandoc.source;

import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What a {@code w:rPr} says that bears on the reading; {@code null} where it says nothing. */
record RunFormat(
        @Nullable String style,
        @Nullable Boolean bold,
        @Nullable Boolean hidden,
        boolean deleted) {
    static final RunFormat EMPTY = new RunFormat(null, null, null, false);

    /** Reads the element the cursor stands at and leaves the cursor behind it. */
    static RunFormat read(XmlPart part) throws XMLStreamException, Refusal {
        String style = null;
        Boolean bold = null;
        Boolean hidden = null;
        boolean deleted = false;
        while (part.nextChild()) {
            switch (part.name()) {
                case "rStyle" -> style = part.attribute("val");
                case "b" -> bold = part.isOn();
                case "vanish" -> hidden = part.isOn();
                case "del", "moveFrom" -> deleted = true;
                default -> {}
            }
            part.skip();
        }
        return new RunFormat(style, bold, hidden, deleted);
    }
}
