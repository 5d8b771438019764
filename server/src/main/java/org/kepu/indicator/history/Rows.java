package org.kepu.indicator.history;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Amount;
import org.kepu.indicator.Amounts;
import org.kepu.indicator.Fact;
import org.kepu.indicator.Kind;
import org.kepu.indicator.Source;
import org.kepu.indicator.Term;
import org.kepu.region.sheet.Rejections;
import org.kepu.shared.BodyId;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RowError;

/** Reads the rows of one file. Each row is told all that is wrong with it at once. */
final class Rows {

    private static final LocalDate FIRST_OF_EXCEL = LocalDate.of(1899, 12, 30);
    private static final Pattern SERIAL = Pattern.compile("[1-6]\\d{4}");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern DIGITS_OF_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final Pattern BIG_COUNT = Pattern.compile("\\d{1,15}");
    private static final Pattern YUAN = Pattern.compile("\\d{1,13}(\\.\\d{1,2})?");
    private static final Pattern BETWEEN_BODIES = Pattern.compile("[、;；]+");

    private final Vocabulary vocabulary;
    private final Organisers organisers;
    private final RegionCode numbering;
    private final Rejections rejections;
    private final Columns columns;

    Rows(Vocabulary vocabulary, Organisers organisers, RegionCode numbering, Rejections rejections, Columns columns) {
        this.vocabulary = vocabulary;
        this.organisers = organisers;
        this.numbering = numbering;
        this.rejections = rejections;
        this.columns = columns;
    }

    /** The terms by code and by name. */
    record Vocabulary(Map<String, Kind> kinds, Map<String, String> audiences, Map<String, String> places) {

        static Vocabulary of(List<Kind> kinds, List<Term> audiences, List<Term> places) {
            var known = new HashMap<String, Kind>();
            kinds.forEach(kind -> known.put(kind.name(), kind));
            kinds.forEach(kind -> known.put(kind.code(), kind));
            return new Vocabulary(known, codes(audiences), codes(places));
        }

        private static Map<String, String> codes(List<Term> terms) {
            var codes = new HashMap<String, String>();
            terms.forEach(term -> codes.put(term.name(), term.code()));
            terms.forEach(term -> codes.put(term.code(), term.code()));
            return codes;
        }
    }

    /** A row that is sound in itself. */
    record Row(int line, Fact fact) {}

    /** The row being read. */
    private final class Reading {

        private final int line;
        private final List<String> cells;

        Reading(int line, List<String> cells) {
            this.line = line;
            this.cells = cells;
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

        long count(Column column, Pattern shape) {
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

        /** Where nothing is said, what is counted by times happened once. */
        Amounts amounts(@Nullable Kind kind) {
            boolean once = cell(Column.EVENTS).isEmpty()
                    && kind != null
                    && kind.amounts().contains(Amount.EVENTS);
            return new Amounts(
                    once ? 1 : (int) count(Column.EVENTS, COUNT),
                    (int) count(Column.ATTENDANCES, COUNT),
                    (int) count(Column.MINUTES, COUNT),
                    fen(),
                    count(Column.QUANTITY, BIG_COUNT));
        }

        List<BodyId> organisers() {
            var bodies = new ArrayList<BodyId>();
            for (var name : BETWEEN_BODIES.split(cell(Column.ORGANISERS))) {
                if (!name.isBlank()) {
                    var body = organisers.named(name.strip());
                    body.ifPresentOrElse(
                            bodies::add, () -> reject(Column.ORGANISERS, "history.row.body", shortened(name)));
                }
            }
            return bodies.stream().distinct().toList();
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

        Optional<Row> row() {
            int told = rejections.count();
            var id = text(Column.ID, Source.LONGEST_ID - numbering.value().length() - 1);
            var kind = read(
                    Column.KIND,
                    "history.row.kind",
                    name -> Optional.ofNullable(vocabulary.kinds().get(name)));
            var day = read(Column.DAY, "history.row.day", Rows::day);
            var region = read(Column.REGION, "history.row.region", RegionCode::read);
            var audience = read(
                    Column.AUDIENCE,
                    "history.row.audience",
                    name -> Optional.ofNullable(vocabulary.audiences().get(name)));
            var place = read(
                    Column.PLACE,
                    "history.row.place",
                    name -> Optional.ofNullable(vocabulary.places().get(name)));
            var title = text(Column.TITLE, Fact.LONGEST_TITLE);
            var amounts = amounts(kind);
            var bodies = organisers();
            var rural = rural();
            int version = version();
            if (rejections.count() > told) {
                return Optional.empty();
            }
            return Optional.of(new Row(
                    line,
                    new Fact(
                            new Source(HistoryOrigin.SOURCE, numbering + ":" + id, version),
                            Objects.requireNonNull(kind).code(),
                            Objects.requireNonNull(day),
                            Objects.requireNonNull(region),
                            Objects.requireNonNull(audience),
                            Objects.requireNonNull(place),
                            rural,
                            amounts,
                            bodies,
                            List.of(),
                            Set.of(),
                            null,
                            title)));
        }
    }

    /** The row, or nothing after telling all that is wrong with it. */
    Optional<Row> read(int line, List<String> cells) {
        return new Reading(line, cells).row();
    }

    /** 2025-03-05, 2025/3/5, 2025年3月5日, 20250305, or as Excel counts days. */
    private static Optional<LocalDate> day(String written) {
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

    private static String shortened(String text) {
        return text.length() <= 30 ? text : text.substring(0, 29) + "…";
    }
}
