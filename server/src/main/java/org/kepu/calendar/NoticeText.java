package org.kepu.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.kepu.calendar.NoticeDay.Kind;
import org.kepu.shared.RowError;

/**
 * The days of one notice as they are pasted or handed in: a line for a day or for days in a row (…至…), whether they are off or
 * worked, and the notice that says so. Commas, tabs or semicolons between; a heading is skipped.
 *
 * @param days in the order of the lines, none of them twice
 */
record NoticeText(int read, List<NoticeDay> days, List<RowError> errors) {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Pattern APART = Pattern.compile("[,，\t;；]");
    private static final Pattern DAYS = Pattern.compile(
            "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:\\s*(?:至|到|~|—|--)\\s*(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?)?");
    private static final int LONGEST_REST = 20;
    private static final int LONGEST_BASIS = 200;
    private static final String DAY = "日期";
    private static final String KIND = "安排";
    private static final String BASIS = "依据";

    NoticeText {
        days = List.copyOf(days);
        errors = List.copyOf(errors);
    }

    /** Reads the days of the notice for a year. Its holidays may begin in the last week of the year before. */
    static NoticeText of(String text, int year) {
        var lines = new Lines(year);
        int number = 0;
        for (var line : text.lines().toList()) {
            number++;
            var bare = line.replace("\uFEFF", "").strip();
            if (!bare.isEmpty() && !bare.startsWith("#") && !bare.startsWith(DAY)) {
                lines.line(number, bare);
            }
        }
        return lines.text();
    }

    /** The lines read so far. */
    private static final class Lines {

        private final int year;
        private final Map<LocalDate, NoticeDay> days = new LinkedHashMap<>();
        private final List<RowError> errors = new ArrayList<>();
        private int read;

        Lines(int year) {
            this.year = year;
        }

        NoticeText text() {
            return new NoticeText(read, List.copyOf(days.values()), errors);
        }

        void line(int number, String line) {
            read++;
            var cells = APART.split(line, 3);
            var meant = days(cells[0].strip());
            var kind = cells.length > 1 ? Kind.read(cells[1].strip()) : java.util.Optional.<Kind>empty();
            var basis = cells.length > 2 ? cells[2].strip() : "";
            if (meant.isEmpty()) {
                errors.add(RowError.of(number, DAY, "calendar.row.day", cells[0].strip()));
            } else if (kind.isEmpty()) {
                errors.add(RowError.of(number, KIND, "calendar.row.kind"));
            } else if (basis.isEmpty() || basis.length() > LONGEST_BASIS) {
                errors.add(RowError.of(number, BASIS, "calendar.row.basis", LONGEST_BASIS));
            } else {
                meant.forEach(day -> add(number, new NoticeDay(day, kind.get(), basis)));
            }
        }

        private void add(int number, NoticeDay said) {
            var day = said.day();
            if (day.isBefore(LocalDate.of(year - 1, 12, 25)) || day.getYear() > year) {
                errors.add(RowError.of(number, DAY, "calendar.row.other-year", day, String.valueOf(year)));
            } else if (said.kind() == Kind.WORK && !WEEKEND.contains(day.getDayOfWeek())) {
                errors.add(RowError.of(number, KIND, "calendar.row.worked-anyway", day));
            } else if (days.putIfAbsent(day, said) != null) {
                errors.add(RowError.of(number, DAY, "calendar.row.twice", day));
            }
        }

        private static List<LocalDate> days(String written) {
            var parts = DAYS.matcher(written);
            if (!parts.matches()) {
                return List.of();
            }
            try {
                var from = day(parts.group(1), parts.group(2), parts.group(3));
                var to = parts.group(4) == null ? from : day(parts.group(4), parts.group(5), parts.group(6));
                return to.isBefore(from) || to.isAfter(from.plusDays(LONGEST_REST))
                        ? List.of()
                        : from.datesUntil(to.plusDays(1)).toList();
            } catch (DateTimeException noDay) {
                return List.of();
            }
        }

        private static LocalDate day(String year, String month, String day) {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        }
    }
}
