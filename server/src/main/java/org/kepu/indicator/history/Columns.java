package org.kepu.indicator.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.kepu.region.sheet.UnreadableSheet;

/** What the columns of a file are; told by its first row. */
final class Columns {

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);

    private Columns() {}

    static Columns of(List<String> heading) {
        var columns = new Columns();
        for (var column : Column.values()) {
            int place = place(heading, column);
            if (place >= 0) {
                columns.places.put(column, place);
            } else if (column.needed()) {
                throw new UnreadableSheet("history.sheet.heading");
            }
        }
        return columns;
    }

    private static int place(List<String> heading, Column column) {
        for (int i = 0; i < heading.size(); i++) {
            if (column.isCalled(heading.get(i))) {
                return i;
            }
        }
        return -1;
    }

    String cell(List<String> cells, Column column) {
        var place = places.get(column);
        return place == null || place >= cells.size() ? "" : cells.get(place).strip();
    }

    /** The cells, one of them otherwise; as they are if there is no such column. */
    List<String> with(Column column, List<String> cells, UnaryOperator<String> otherwise) {
        var place = places.get(column);
        if (place == null || place >= cells.size()) {
            return cells;
        }
        var changed = new ArrayList<>(cells);
        changed.set(place, otherwise.apply(cells.get(place)));
        return changed;
    }

    static List<String> headings() {
        return Arrays.stream(Column.values()).map(Column::heading).toList();
    }
}
