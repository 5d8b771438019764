package org.kepu.activity.school;

import static java.util.stream.Collectors.toMap;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.body.Bodies;
import org.kepu.indicator.target.Semester;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
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
import org.springframework.validation.Errors;

/**
 * Takes a table of schools with the numbers of a semester: schools that are not known are entered, of all the numbers are kept. Good rows
 * are taken, the others told of with their reasons; handed in again, nothing changes.
 */
@Service
class SchoolImport {

    private static final Locale LANGUAGE = Locale.SIMPLIFIED_CHINESE;
    private static final Pattern COUNTED_BY_EXCEL = Pattern.compile("\\d{5}(\\.0+)?");
    private static final LocalDate FIRST_OF_EXCEL = LocalDate.of(1899, 12, 30);

    private final Schools schools;
    private final Semesters semesters;
    private final KeepingSchools keeping;
    private final Bodies bodies;
    private final MessageSource words;
    private final Converter<String, LocalDate> days;

    SchoolImport(
            Schools schools,
            Semesters semesters,
            KeepingSchools keeping,
            Bodies bodies,
            MessageSource words,
            Converter<String, LocalDate> days) {
        this.schools = schools;
        this.semesters = semesters;
        this.keeping = keeping;
        this.bodies = bodies;
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
    public Taken take(Scope scope, Semester semester, byte[] file) {
        scope.demands(Right.RUN_ACTIVITIES);
        var rows = new Rows(scope, semester);
        try {
            Sheet.of(file).read(rows);
        } catch (UnreadableSheet unreadable) {
            return new Taken.Unreadable(unreadable.reason());
        }
        return rows.places.isEmpty() ? new Taken.Unreadable("school.sheet.heading") : new Taken.Read(rows.report());
    }

    /** Where the columns are, if these cells name all that are filled in; nothing if they do not. */
    private Map<String, Integer> places(List<String> cells) {
        var places = new HashMap<String, Integer>();
        for (var column : SchoolSheet.COLUMNS) {
            for (int at = 0; at < cells.size(); at++) {
                if (says(cells.get(at).strip(), "school.column." + column)) {
                    places.put(column, at);
                }
            }
        }
        return places.keySet().containsAll(SchoolSheet.FILLED) ? places : Map.of();
    }

    /** The rows of one file, below the one that names the columns. */
    private final class Rows implements Sheet.RowReader {

        private final Scope scope;
        private final Semester semester;
        private final Rejections rejections = new Rejections();
        private final Map<String, Map<String, UUID>> keepers = new HashMap<>();
        private Map<String, Integer> places = Map.of();
        private int read;
        private int written;

        Rows(Scope scope, Semester semester) {
            this.scope = scope;
            this.semester = semester;
        }

        ImportReport report() {
            return rejections.report(read, written);
        }

        @Override
        public void row(int line, List<String> cells) {
            if (places.isEmpty()) {
                places = places(cells);
                return;
            }
            read++;
            var numbers = new NumbersForm(
                    whole(cell(cells, "roll")), whole(cell(cells, "takingPart")), whole(cell(cells, "teachers")), "");
            var wrong = new DataBinder(numbers).getBindingResult();
            numbers.check(wrong);
            boolean unknown = schools.find(scope, Right.RUN_ACTIVITIES, cell(cells, "code"))
                    .isEmpty();
            if (wrong.hasErrors()) {
                reject(line, wrong);
                if (unknown) {
                    check(line, form(cells));
                }
            } else if (!unknown || enter(line, cells)) {
                boolean changed = keeping.numbers(scope, cell(cells, "code"), semester, numbers.numbers());
                written += unknown || changed ? 1 : 0;
            }
        }

        private boolean enter(int line, List<String> cells) {
            var form = form(cells);
            if (!check(line, form)) {
                return false;
            }
            return switch (keeping.enter(scope, form)) {
                case DONE -> true;
                case TAKEN -> refuse(line, "code", "school.wrong.taken");
                case OUT_OF_REACH -> refuse(line, "keeper", "school.wrong.reach");
            };
        }

        private boolean refuse(int line, String column, String reason) {
            rejections.add(RowError.of(line, heading(column), reason));
            return false;
        }

        private boolean check(int line, SchoolForm form) {
            var errors = new DataBinder(form).getBindingResult();
            form.check(errors, semesters.today());
            reject(line, errors);
            return !errors.hasErrors();
        }

        private void reject(int line, Errors errors) {
            errors.getFieldErrors()
                    .forEach(error -> rejections.add(
                            RowError.of(line, heading(error.getField()), Objects.requireNonNull(error.getCode()))));
        }

        private SchoolForm form(List<String> cells) {
            var region = cell(cells, "region");
            return new SchoolForm(
                    cell(cells, "code"),
                    cell(cells, "name"),
                    region,
                    keeper(region, cell(cells, "keeper")),
                    stage(cell(cells, "stage")),
                    says(cell(cells, "rural"), "school.rural.yes"),
                    day(cell(cells, "opened")),
                    null,
                    0);
        }

        private String cell(List<String> cells, String column) {
            int at = places.getOrDefault(column, Integer.MAX_VALUE);
            return at < cells.size() ? cells.get(at).strip() : "";
        }

        /** A body of this name in the division, above it, or one's own. */
        private @Nullable UUID keeper(String region, String name) {
            return keepers.computeIfAbsent(region, this::keepers).get(name);
        }

        private Map<String, UUID> keepers(String region) {
            var own = bodies.all(scope.bodies()).values().stream();
            var near = RegionCode.read(region).stream()
                    .flatMap(code -> Stream.of(
                            code.value(),
                            code.value().substring(0, 6),
                            code.value().substring(0, 4) + "00"))
                    .distinct()
                    .flatMap(code -> RegionCode.read(code).stream())
                    .flatMap(code -> bodies.in(code).stream());
            return Stream.concat(own, near)
                    .collect(toMap(body -> body.name(), body -> body.id().value(), (one, other) -> one));
        }
    }

    private static String whole(String number) {
        return number.replaceFirst("\\.0+$", "");
    }

    private String heading(String column) {
        return words.getMessage("school.column." + column, null, LANGUAGE);
    }

    private boolean says(String written, String key) {
        return Stream.of(LANGUAGE, Locale.ENGLISH)
                .anyMatch(language -> words.getMessage(key, null, language).equals(written));
    }

    private @Nullable Stage stage(String written) {
        return Arrays.stream(Stage.values())
                .filter(stage -> says(written, stage.messageKey()))
                .findFirst()
                .orElse(null);
    }

    private @Nullable LocalDate day(String written) {
        if (COUNTED_BY_EXCEL.matcher(written).matches()) {
            return FIRST_OF_EXCEL.plusDays(Long.parseLong(written.substring(0, 5)));
        }
        try {
            return days.convert(written);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
