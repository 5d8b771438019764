package org.kepu.shared;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of a table as text that Excel opens. */
public final class Csv {

    /** Without it Excel takes UTF-8 for something else. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    public static String row(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    public static String row(Object... cells) {
        return row(Stream.of(cells).map(String::valueOf));
    }

    /** Quoted; what a spreadsheet would take for a formula is told to be text. */
    private static String cell(String text) {
        var harmless = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
