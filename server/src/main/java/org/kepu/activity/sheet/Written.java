package org.kepu.activity.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days and times as clerks write them, and as Excel keeps them. */
final class Written {

    private static final LocalDate FIRST_OF_EXCEL = LocalDate.of(1899, 12, 30);
    private static final int MINUTES_OF_A_DAY = 24 * 60;
    private static final Pattern SERIAL = Pattern.compile("[1-6]\\d{4}(\\.0+)?");
    private static final List<Pattern> DAYS = List.of(
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"), Pattern.compile("(\\d{4})(\\d{2})(\\d{2})"));
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：时](\\d{2})(?:[:：]\\d{2})?分?");
    private static final Pattern PART_OF_A_DAY = Pattern.compile("0?\\.\\d+");

    private Written() {}

    /** 2026-03-05, 2026/3/5, 2026年3月5日, 20260305, or as Excel counts days. */
    static Optional<LocalDate> day(String written) {
        if (SERIAL.matcher(written).matches()) {
            return Optional.of(FIRST_OF_EXCEL.plusDays(new BigDecimal(written).longValue()));
        }
        for (var shape : DAYS) {
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

    /** 9:30, 09：30, 9时30分, or as Excel keeps it, as a part of a day. */
    static Optional<LocalTime> time(String written) {
        if (PART_OF_A_DAY.matcher(written).matches() || written.equals("0")) {
            long minutes = new BigDecimal(written)
                    .multiply(BigDecimal.valueOf(MINUTES_OF_A_DAY))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValue();
            return minutes < MINUTES_OF_A_DAY ? Optional.of(LocalTime.MIN.plusMinutes(minutes)) : Optional.empty();
        }
        var parts = TIME.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
