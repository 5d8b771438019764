package org.kepu.ledger.round;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kepu.page.NotFound;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.Right;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a filled-in Excel form back. Row for row the same rules hold as on the page: good rows are kept as a draft, the others are told of with
 * their reasons. Handed in again, nothing changes.
 */
@Service
class SheetReturn {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final ReadingSheets reading;
    private final FillingSheets filling;
    private final MessageSource words;

    SheetReturn(ReadingSheets reading, FillingSheets filling, MessageSource words) {
        this.reading = reading;
        this.filling = filling;
        this.words = words;
    }

    /** What came of it. */
    sealed interface Returned {
        record Taken(ImportReport report) implements Returned {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Returned {}

        record Closed(SheetState state) implements Returned {}
    }

    @Transactional
    public Returned take(Scope scope, RoundId round, SheetId id, byte[] file) {
        scope.demands(Right.DO_TASKS);
        var sheet = reading.answerable(scope, round, id).orElseThrow(NotFound::new);
        if (!sheet.state().isOpen()) {
            return new Returned.Closed(sheet.state());
        }
        if (file.length > MOST_BYTES) {
            return new Returned.Unreadable("region.sheet.tooLarge");
        }
        var rows = new Rows(sheet);
        try {
            org.kepu.region.sheet.Sheet.of(file).read(rows);
        } catch (UnreadableSheet unreadable) {
            return new Returned.Unreadable(unreadable.reason());
        }
        var outcome = filling.keep(scope, round, id, rows.entries());
        if (outcome instanceof Filling.Closed closed) {
            return new Returned.Closed(closed.state());
        }
        if (outcome instanceof Filling.Clash clash) {
            clash.lines().forEach(clashing -> rows.clashes(clashing.theirs().id()));
        }
        return new Returned.Taken(rows.report());
    }

    /** The rows of one file. */
    private final class Rows implements org.kepu.region.sheet.Sheet.RowReader {

        private final Map<LineId, Line> known;
        private final Map<LineId, Integer> places = new java.util.HashMap<>();
        private final List<Entry> entries = new ArrayList<>();
        private final Rejections rejections = new Rejections();
        private final Set<LineId> clashed = new HashSet<>();
        private int read;

        Rows(Sheet sheet) {
            known = sheet.lines().stream().collect(toMap(Line::id, Function.identity()));
        }

        List<Entry> entries() {
            return List.copyOf(entries);
        }

        @Override
        public void row(int number, List<String> cells) {
            if (number <= SheetPaper.HEAD + 1) {
                return;
            }
            read++;
            var line = line(cell(cells, SheetPaper.ID));
            var chosen = cell(cells, SheetPaper.ANSWER);
            var answer = answer(chosen);
            var text = cell(cells, SheetPaper.TEXT);
            if (line == null) {
                reject(number, "id", "round.row.unknown");
            } else if (places.putIfAbsent(line.id(), number) != null) {
                reject(number, "id", "round.row.twice");
            } else if (!chosen.isEmpty() && answer == null) {
                reject(number, "answer", "round.row.answer");
            } else if (text.length() > Line.LONGEST) {
                reject(number, "text", "round.row.long", Line.LONGEST);
            } else {
                take(number, line, answer, text, cell(cells, SheetPaper.SEEN));
            }
        }

        private void take(int number, Line line, @Nullable Answer answer, String text, String seen) {
            var fault = LineFault.of(line.said(answer, text));
            if (fault.isPresent() && fault.get() != LineFault.UNANSWERED) {
                reject(number, "text", fault.get().messageKey());
            } else if (fault.isPresent() && !text.isEmpty()) {
                reject(number, "answer", fault.get().messageKey());
            } else {
                entries.add(new Entry(line.id(), seen, answer, text));
            }
        }

        void clashes(LineId line) {
            clashed.add(line);
            reject(places.getOrDefault(line, 0), "text", "round.row.clash");
        }

        ImportReport report() {
            var written = (int) entries.stream()
                    .filter(entry -> !clashed.contains(entry.line()))
                    .filter(entry ->
                            entry.changes() && !entry.says(java.util.Objects.requireNonNull(known.get(entry.line()))))
                    .count();
            return rejections.report(read, written);
        }

        private void reject(int number, String column, String reason, Object... details) {
            rejections.add(RowError.of(
                    number,
                    words.getMessage("round.paper." + column, null, Locale.SIMPLIFIED_CHINESE),
                    reason,
                    details));
        }

        private @Nullable Line line(String text) {
            return LineId.read(text).map(known::get).orElse(null);
        }

        private @Nullable Answer answer(String written) {
            return Arrays.stream(Answer.values())
                    .filter(answer -> java.util.stream.Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                            .anyMatch(language -> words.getMessage(answer.messageKey(), null, language)
                                    .equals(written)))
                    .findFirst()
                    .orElse(null);
        }

        private static String cell(List<String> cells, int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }
}
