package org.kepu.plandoc.source;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** One row of a Word table in the making. */
final class WordRow {
    private static final int COLUMNS = 200;

    private final List<Piece.Place> places = new ArrayList<>();
    private int column;
    private boolean isDeleted;

    void readProperties(XmlPart part) throws XMLStreamException, Refusal {
        while (part.nextChild()) {
            switch (part.name()) {
                case "gridBefore" -> column = Math.clamp(part.number("val", 0), 0, COLUMNS);
                case "del" -> isDeleted = true;
                default -> {}
            }
            part.skip();
        }
    }

    void add(int span, boolean continued, List<Piece> content) throws Refusal {
        if (column + span > COLUMNS) {
            throw Refusal.unreadable("表格的列数过多，无法读取");
        }
        places.add(continued ? Piece.Place.covered(column) : new Piece.Place(column, false, content));
        for (int i = 1; i < span; i++) {
            places.add(Piece.Place.covered(column + i));
        }
        column += span;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    List<Piece.Place> places() {
        return places;
    }
}
