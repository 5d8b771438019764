package org.kepu.plandoc.source;

import java.util.List;

/** A part of a document before it has its place in the text. */
sealed interface Piece {

    /** @param text may hold line breaks; each line becomes a paragraph of its own */
    record Line(String text, boolean bold, int outlineLevel) implements Piece {
        static Line plain(String text) {
            return new Line(text, false, 0);
        }
    }

    record Grid(List<List<Place>> rows) implements Piece {
        public Grid {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** One place of a grid; {@code continued} where a cell merged from above or from the left covers it. */
    record Place(int column, boolean continued, List<Piece> content) {
        public Place {
            content = List.copyOf(content);
        }

        static Place covered(int column) {
            return new Place(column, true, List.of());
        }
    }
}
