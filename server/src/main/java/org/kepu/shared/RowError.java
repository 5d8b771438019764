package org.kepu.shared;

import java.util.List;

/**
 * Why a row of an imported file was not taken.
 *
 * @param line the line of the file, as a spreadsheet numbers it
 * @param column the heading of the column, as the clerk knows it
 * @param reason the key of the sentence to show
 * @param details what fills the sentence
 */
public record RowError(int line, String column, String reason, List<String> details) {

    public RowError {
        details = List.copyOf(details);
    }

    public static RowError of(int line, String column, String reason, Object... details) {
        return new RowError(
                line,
                column,
                reason,
                java.util.Arrays.stream(details).map(String::valueOf).toList());
    }
}
