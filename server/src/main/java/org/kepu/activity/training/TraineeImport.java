package org.kepu.activity.training;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kepu.activity.ActivityId;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;

/**
 * Takes a list of trainees from a table. A row is known by its number: handed in again, a table changes nothing. Good
 * rows are taken, the others told of with their reasons.
 */
@Service
public class TraineeImport {

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final String NO_HEADING = "training.import.heading";

    private final TrainingClasses classes;
    private final Trainees trainees;
    private final TrainingTerms terms;
    private final MessageSource words;

    TraineeImport(TrainingClasses classes, Trainees trainees, TrainingTerms terms, MessageSource words) {
        this.classes = classes;
        this.trainees = trainees;
        this.terms = terms;
        this.words = words;
    }

    /** What came of it. */
    public sealed interface Taken {
        record Report(ImportReport report) implements Taken {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Taken {}
    }

    @Transactional
    public Taken take(Scope scope, ActivityId id, byte[] file) {
        scope.demands(Right.RUN_ACTIVITIES);
        classes.locked(scope, id);
        if (file.length > MOST_BYTES) {
            return new Taken.Unreadable("region.sheet.tooLarge");
        }
        var rows = new Rows(trainees.inFull(scope, id));
        try {
            Sheet.of(file).read(rows);
        } catch (UnreadableSheet unreadable) {
            return new Taken.Unreadable(unreadable.reason());
        }
        if (rows.places.isEmpty()) {
            return new Taken.Unreadable(NO_HEADING);
        }
        if (!rows.fresh.isEmpty()) {
            trainees.enterAll(scope, id, List.copyOf(rows.fresh.values()));
        }
        return new Taken.Report(rows.rejections.report(rows.read, rows.fresh.size()));
    }

    /** The rows of one table. */
    private final class Rows implements Sheet.RowReader {

        private final Map<String, Trainees.InFull> known;
        private final Map<String, TraineeEntry> fresh = new LinkedHashMap<>();
        private final Map<String, Integer> lines = new HashMap<>();
        private final Rejections rejections = new Rejections();
        private int added;
        private int read;
        private Map<String, Integer> places = Map.of();

        Rows(List<Trainees.InFull> entered) {
            known = entered.stream()
                    .filter(one -> one.phone() != null)
                    .collect(toMap(one -> requireNonNull(one.phone()).digits(), one -> one));
        }

        @Override
        public void row(int line, List<String> cells) {
            if (places.isEmpty()) {
                places = cells.stream().filter(cell -> !cell.isBlank()).count() > 1 ? headed(cells) : places;
                return;
            }
            read++;
            var form = new TraineeForm(
                    cell(cells, "name"),
                    cell(cells, "phone"),
                    cell(cells, "category"),
                    cell(cells, "rural"),
                    cell(cells, "mark"));
            var errors = new MapBindingResult(new HashMap<>(), "trainee");
            form.check(terms, errors);
            errors.getFieldErrors().forEach(error -> reject(line, error));
            if (!errors.hasErrors()) {
                take(line, form.entry(terms));
            }
        }

        private void take(int line, TraineeEntry entry) {
            var digits = entry.phone().digits();
            var before = lines.putIfAbsent(digits, line);
            var there = known.get(digits);
            if (before != null) {
                reject(line, "phone", "training.row.twice", before);
            } else if (there == null && known.size() + added >= Trainees.MOST) {
                reject(line, "phone", "training.row.many", Trainees.MOST);
            } else if (there == null || !there.says(entry)) {
                added += there == null ? 1 : 0;
                fresh.put(digits, entry);
            }
        }

        private void reject(int line, FieldError error) {
            reject(line, error.getField(), requireNonNull(error.getCode()));
        }

        private void reject(int line, String column, String reason, Object... details) {
            rejections.add(RowError.of(line, heading(column, Locale.SIMPLIFIED_CHINESE), reason, details));
        }

        private String cell(List<String> cells, String column) {
            int at = places.getOrDefault(column, Integer.MAX_VALUE);
            return at < cells.size() ? cells.get(at).strip() : "";
        }
    }

    /** Where the columns are. Above them a title may stand, nothing else: no row is passed over. */
    private Map<String, Integer> headed(List<String> cells) {
        var places = new HashMap<String, Integer>();
        for (var column : TraineeSheet.COLUMNS) {
            for (int at = 0; at < cells.size(); at++) {
                var written = cells.get(at).strip();
                if (written.equals(heading(column, Locale.SIMPLIFIED_CHINESE))
                        || written.equals(heading(column, Locale.ENGLISH))) {
                    places.putIfAbsent(column, at);
                }
            }
        }
        if (!places.keySet().containsAll(TraineeSheet.NEEDED)) {
            throw new UnreadableSheet(NO_HEADING);
        }
        return places;
    }

    private String heading(String column, Locale language) {
        return words.getMessage("training.trainee." + column, null, language);
    }
}
