package org.kepu.indicator.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.region.sheet.Rejections;
import org.kepu.shared.RowError;

/** The cells of one row. Each says what is wrong with it. */
final class Cells {

    private static final LocalDate FIRST_OF_EXCEL = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("[1-6]\\d{4}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern DIGITS_OF_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern BIG_COUNT = Pattern.compile("\\d{1,15}");
    private static final Pattern YUAN = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");

    private final int line;
    private final List<String> cells;
    private final Columns columns;
    private final Rejections rejections;

    Cells(int line, List<String> cells, Columns columns, Rejections rejections) {
        this.line = line;
        this.cells = cells;
        this.columns = columns;
        this.rejections = rejections;
    }

    int line() {
        return line;
    }

    String cell(Column column) {
        return columns.cell(cells, column);
    }

    void reject(Column column, String reason, Object... details) {
        rejections.add(RowError.of(line, column.heading(), reason, details));
    }

    /** The text of a cell that may not be empty. */
    String text(Column column, int longest) {
        var text = cell(column);
        if (text.isEmpty()) {
            reject(column, "history.row.blank");
        } else if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            reject(column, "history.row.text", longest);
        }
        return text;
    }

    <T> @Nullable T read(Column column, String reason, Function<String, Optional<T>> reader) {
        var written = cell(column);
        var read = reader.apply(written);
        if (read.isEmpty()) {
            reject(column, written.isEmpty() ? "history.row.blank" : reason, shortened(written));
        }
        return read.orElse(null);
    }

    private long count(Column column, Pattern shape) {
        var written = cell(column).replace(",", "");
        if (written.isEmpty()) {
            return 0;
        }
        if (!shape.matcher(written).matches()) {
            reject(column, "history.row.count", shortened(cell(column)));
            return 0;
        }
        return Long.parseLong(written);
    }

    long fen() {
        var written = cell(Column.MONEY).replace(",", "");
        if (written.isEmpty()) {
            return 0;
        }
        if (!YUAN.matcher(written).matches()) {
            reject(Column.MONEY, "history.row.money", shortened(written));
            return 0;
        }
        return new BigDecimal(written).movePointRight(2).longValueExact();
    }

    @Nullable
    Boolean rural() {
        return switch (cell(Column.RURAL)) {
            case "" -> null;
            case "是", "1" -> true;
            case "否", "0" -> false;
            default -> {
                reject(Column.RURAL, "history.row.rural", shortened(cell(Column.RURAL)));
                yield null;
            }
        };
    }

    int version() {
        var written = cell(Column.VERSION);
        if (written.isEmpty()) {
            return 1;
        }
        if (!written.matches("[1-9]\\d{0,5}")) {
            reject(Column.VERSION, "history.row.version", shortened(written));
            return 1;
        }
        return Integer.parseInt(written);
    }

    int count(Column column) {
        return (int) count(column, COUNT);
    }

    long bigCount(Column column) {
        return count(column, BIG_COUNT);
    }

    /** 2025-03-05, 2025/3/5, 2025年3月5日, 20250305, or as Excel counts days. */
    static Optional<LocalDate> day(String written) {
        if (SERIAL.matcher(written).matches()) {
            return Optional.of(FIRST_OF_EXCEL.plusDays(Long.parseLong(written)));
        }
        for (var shape : List.of(DAY, DIGITS_OF_DAY)) {
            var parts = shape.matcher(written);
            if (parts.matches()) {
                try {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3))));
                } catch (DateTimeException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 29) + "…";
    }
}
