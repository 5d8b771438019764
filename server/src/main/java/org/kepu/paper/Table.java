package org.kepu.paper;

import java.util.List;

/**
 * A table. Its head is repeated on every page.
 *
 * @param caption what it shows; it gets its number (表1) when the paper is written. Empty for a table without one
 * @param rows a cell for each column, empty where there is nothing to say
 */
public record Table(String caption, List<Column> columns, List<List<String>> rows) {

    /** A table of no more rows is not broken over two pages if it can be helped. */
    public static final int SHORT = 12;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a table has columns");
        }
        for (var row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of %d cells in a table of %d columns: %s"
                        .formatted(row.size(), columns.size(), caption));
            }
        }
    }

    /**
     * @param width its share of the table's width, against the shares of the others
     */
    public record Column(String name, int width, Align align) {

        public Column {
            if (width < 1) {
                throw new IllegalArgumentException("a column has a width: " + name);
            }
        }

        /** Words, from the left. */
        public static Column text(String name, int width) {
            return new Column(name, width, Align.LEFT);
        }

        /** Short words such as dates and states, in the middle. */
        public static Column word(String name, int width) {
            return new Column(name, width, Align.MIDDLE);
        }

        /** Numbers, to the right. */
        public static Column number(String name, int width) {
            return new Column(name, width, Align.RIGHT);
        }
    }

    public enum Align {
        LEFT,
        MIDDLE,
        RIGHT
    }
}
