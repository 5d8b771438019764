package org.kepu.plandoc.source;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A cursor over one XML part of a Word package: elements by their local names, no DTD, no outer entities. */
final class XmlPart {
    private static final XMLInputFactory FACTORY = factory();

    /** What stood there before a tracked change of properties. */
    private static final Set<String> FORMER = Set.of(
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "tblGridChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "numberingChange");

    private final XMLStreamReader reader;
    private final Budget budget;
    private int depth;

    XmlPart(byte[] content, Budget budget) throws XMLStreamException {
        synchronized (FACTORY) {
            reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(content));
        }
        this.budget = budget;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // the JDK stops at 100, which boxes within tables within boxes reach; our own limit stands in nextChild
        factory.setProperty("jdk.xml.maxElementDepth", "1000");
        return factory;
    }

    /** Moves to the next child of the element the cursor stands in; {@code false} at the element's end. */
    boolean nextChild() throws XMLStreamException, Refusal {
        while (reader.hasNext()) {
            budget.step();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Budget.nesting(++depth);
                    if (!FORMER.contains(reader.getLocalName())) {
                        return true;
                    }
                    skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return false;
                }
                default -> {}
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    /** Whether the element is one of drawing markup, whose paragraphs and texts share their names with Word's own. */
    boolean isDrawing() {
        var namespace = reader.getNamespaceURI();
        return namespace != null && namespace.contains("drawingml");
    }

    /** An attribute by its local name, whatever its prefix. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    int number(String name, int otherwise) {
        var value = attribute(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value.strip());
        } catch (NumberFormatException noNumber) {
            return otherwise;
        }
    }

    /** The value of a switch such as {@code <w:b/>} or {@code <w:b w:val="0"/>}. */
    boolean isOn() {
        var value = attribute("val");
        return value == null
                || !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }

    /** The text of the element the cursor stands at; leaves the cursor behind it. */
    String text() throws XMLStreamException, Refusal {
        var text = new StringBuilder();
        for (int open = 1; open > 0 && reader.hasNext(); ) {
            budget.step();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {}
            }
        }
        depth--;
        budget.spend(text.length());
        return text.toString();
    }

    /** Leaves the element the cursor stands at, unread. */
    void skip() throws XMLStreamException, Refusal {
        for (int open = 1; open > 0 && reader.hasNext(); ) {
            budget.step();
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> open++;
                case XMLStreamConstants.END_ELEMENT -> open--;
                default -> {}
            }
        }
        depth--;
    }
}
