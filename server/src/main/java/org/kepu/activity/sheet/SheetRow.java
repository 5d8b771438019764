package org.kepu.activity.sheet;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A row of the table as it is written.
 *
 * @param line the line of the file, as a spreadsheet numbers it
 */
record SheetRow(int line, Map<SheetColumn, String> cells) {

    static SheetRow of(int line, List<String> cells, Map<SheetColumn, Integer> places) {
        var written = new EnumMap<SheetColumn, String>(SheetColumn.class);
        places.forEach((column, place) -> {
            if (place < cells.size()) {
                written.put(column, cells.get(place).strip());
            }
        });
        return new SheetRow(line, written);
    }

    String cell(SheetColumn column) {
        return cells.getOrDefault(column, "");
    }

    String number() {
        return cell(SheetColumn.NUMBER);
    }

    /** The same; what is left empty of the activity is as in the row above, if it is of the same number. */
    SheetRow after(SheetRow above) {
        if (number().isEmpty() || !number().equals(above.number())) {
            return this;
        }
        var filled = new EnumMap<SheetColumn, String>(SheetColumn.class);
        filled.putAll(cells);
        SheetColumn.ofActivity()
                .filter(column -> cell(column).isEmpty())
                .forEach(column -> filled.put(column, above.cell(column)));
        return new SheetRow(line, filled);
    }
}
