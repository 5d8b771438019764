package org.kepu.ledger.supervision.problem;

import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Body;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.DataBinder;

/** Takes a table of problems: good rows are entered, the others told of with their reasons. Handed in again, nothing changes. */
@Service
class ProblemImport {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;
    private static final Pattern COUNTED_BY_EXCEL = Pattern.compile("\\d{5}(\\.0+)?");
    private static final LocalDate FIRST_OF_EXCEL = LocalDate.of(1899, 12, 30);

    /** The columns whose name is not that of the field. */
    private static final Map<String, String> COLUMNS = Map.of("foundOn", "found", "dueOn", "due");

    private final KeepingProblems keeping;
    private final MessageSource words;
    private final Converter<String, LocalDate> days;

    ProblemImport(KeepingProblems keeping, MessageSource words, Converter<String, LocalDate> days) {
        this.keeping = keeping;
        this.words = words;
        this.days = days;
    }

    /** What came of it. */
    sealed interface Taken {
        record Read(ImportReport report) implements Taken {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Taken {}
    }

    @Transactional
    public Taken take(Scope scope, RegionCode region, byte[] file, LocalDate today) {
        scope.demands(Right.RUN_LEDGER);
        var rows = new Rows(scope, region, today);
        try {
            org.kepu.region.sheet.Sheet.of(file).read(rows);
        } catch (UnreadableSheet unreadable) {
            return new Taken.Unreadable(unreadable.reason());
        }
        return new Taken.Read(rows.report());
    }

    /** The rows of one file. */
    private final class Rows implements org.kepu.region.sheet.Sheet.RowReader {

        private final Scope scope;
        private final RegionCode region;
        private final LocalDate today;
        private final Map<String, UUID> bodies;
        private final Rejections rejections = new Rejections();
        private int read;
        private int written;

        Rows(Scope scope, RegionCode region, LocalDate today) {
            this.scope = scope;
            this.region = region;
            this.today = today;
            bodies = keeping.bodies(scope, region).stream()
                    .collect(toMap(Body::name, body -> body.id().value(), (one, other) -> one));
        }

        ImportReport report() {
            return rejections.report(read, written);
        }

        @Override
        public void row(int number, List<String> cells) {
            if (number <= ProblemSheet.HEAD + 1) {
                return;
            }
            read++;
            var found = day(cell(cells, "found"));
            var due = day(cell(cells, "due"));
            var form = new ProblemForm(
                    UUID.randomUUID(),
                    region.value(),
                    bodies.get(cell(cells, "body")),
                    source(cell(cells, "source")),
                    cell(cells, "origin"),
                    null,
                    null,
                    found.orElse(null),
                    cell(cells, "what"),
                    cell(cells, "cause"),
                    cell(cells, "remedy"),
                    due.orElse(null));
            var errors = new DataBinder(form).getBindingResult();
            form.check(errors, today);
            errors.getFieldErrors()
                    .forEach(error -> rejections.add(RowError.of(
                            number,
                            words.getMessage(
                                    "supervision.problem.column."
                                            + COLUMNS.getOrDefault(error.getField(), error.getField()),
                                    null,
                                    LANGUAGE),
                            Objects.requireNonNull(error.getCode()))));
            if (!errors.hasErrors() && keeping.enter(scope, form) == KeepingProblems.Outcome.DONE) {
                written++;
            }
        }

        private static String cell(List<String> cells, String column) {
            int at = ProblemSheet.COLUMNS.indexOf(column);
            return at < cells.size() ? cells.get(at) : "";
        }
    }

    private @Nullable Source source(String written) {
        return Arrays.stream(Source.values())
                .filter(source -> Stream.of(LANGUAGE, Locale.ENGLISH)
                        .anyMatch(language -> words.getMessage(source.messageKey(), null, language)
                                .equals(written)))
                .findFirst()
                .orElse(null);
    }

    private Optional<LocalDate> day(String written) {
        if (COUNTED_BY_EXCEL.matcher(written).matches()) {
            return Optional.of(FIRST_OF_EXCEL.plusDays(Long.parseLong(written.substring(0, 5))));
        }
        try {
            return Optional.ofNullable(days.convert(written));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
