package org.kepu.ledger.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kepu.audit.Act;
import org.kepu.region.sheet.Rejections;
import org.kepu.region.sheet.Sheet;
import org.kepu.region.sheet.UnreadableSheet;
import org.kepu.shared.ImportReport;
import org.kepu.shared.RowError;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes indices from a table. Each row has its number, by which an index is known: handed in again, a table changes nothing. Good rows are
 * taken, the others told of with their reasons; whether the weights add up is said of the whole tree.
 */
@Service
class IndexImport {

    /** The most indices that a tree has. */
    static final int MOST = 300;

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Evaluations evaluations;
    private final EditingIndices editing;
    private final EvaluationEvents events;
    private final JdbcClient database;
    private final MessageSource words;

    IndexImport(
            Evaluations evaluations,
            EditingIndices editing,
            EvaluationEvents events,
            JdbcClient database,
            MessageSource words) {
        this.evaluations = evaluations;
        this.editing = editing;
        this.events = events;
        this.database = database;
        this.words = words;
    }

    /** What came of it. */
    sealed interface Taken {
        record Report(ImportReport report) implements Taken {}

        /** @param reason the key of the sentence that says why */
        record Unreadable(String reason) implements Taken {}

        /** The evaluation has begun. */
        record Started() implements Taken {}
    }

    @Transactional
    public Taken take(Scope scope, EvaluationId id, byte[] file) {
        var evaluation = evaluations.run(scope, id);
        if (!editing.touch(id)) {
            return new Taken.Started();
        }
        if (file.length > MOST_BYTES) {
            return new Taken.Unreadable("region.sheet.tooLarge");
        }
        var rows = new Rows(evaluations.tree(id));
        try {
            Sheet.of(file).read(rows);
        } catch (UnreadableSheet unreadable) {
            return new Taken.Unreadable(unreadable.reason());
        }
        rows.withSomethingAbove();
        write(id, rows.fresh());
        var report = rows.report();
        if (report.written() > 0) {
            events.note(
                    scope.actor(),
                    evaluation,
                    Act.of("evaluation.act.imported", "evaluation", id, evaluation.name())
                            .changed("evaluation.indices", null, report.written()),
                    String.valueOf(report.written()));
        }
        return new Taken.Report(report);
    }

    private void write(EvaluationId id, List<Row> rows) {
        database.sql("""
                        insert into ledger.evaluation_index (id, evaluation_id, number, title, weight, standard)
                        select gen_random_uuid(), :evaluation, number, title, weight, standard
                        from unnest(:numbers::text[], :titles::text[], :weights::text[]::numeric[], :standards::text[])
                             as row (number, title, weight, standard)
                        on conflict on constraint evaluation_index_numbered_once do update
                        set title = excluded.title, weight = excluded.weight, standard = excluded.standard,
                            version = evaluation_index.version + 1
                        """)
                .param("evaluation", id.value())
                .param("numbers", rows.stream().map(Row::number).toArray(String[]::new))
                .param("titles", rows.stream().map(Row::title).toArray(String[]::new))
                .param(
                        "weights",
                        rows.stream().map(row -> row.weight().toPlainString()).toArray(String[]::new))
                .param("standards", rows.stream().map(Row::standard).toArray(String[]::new))
                .update();
    }

    private record Row(int line, String number, String title, BigDecimal weight, String standard) {

        boolean says(Index index) {
            return index.title().equals(title)
                    && index.weight().compareTo(weight) == 0
                    && index.standard().equals(standard);
        }
    }

    /** The rows of one table. */
    private final class Rows implements Sheet.RowReader {

        private final IndexTree known;
        private final Map<String, Row> good = new HashMap<>();
        private final Rejections rejections = new Rejections();
        private int read;
        private boolean headed;

        Rows(IndexTree known) {
            this.known = known;
        }

        @Override
        public void row(int line, List<String> cells) {
            if (!headed) {
                headed = true;
                return;
            }
            read++;
            var number = cell(cells, IndexSheet.NUMBER);
            var title = cell(cells, IndexSheet.TITLE);
            var form =
                    new IndexForm(number, title, cell(cells, IndexSheet.WEIGHT), cell(cells, IndexSheet.STANDARD), 0);
            if (!number.matches(IndexForm.NUMBER)) {
                reject(line, "number", "evaluation.index.number.wrong");
            } else if (good.containsKey(number)) {
                reject(line, "number", "evaluation.row.twice", number);
            } else if (title.isEmpty()) {
                reject(line, "title", "evaluation.index.title.missing");
            } else if (title.length() > 100) {
                reject(line, "title", "evaluation.index.title.long");
            } else if (form.points().isEmpty()) {
                reject(line, "weight", "evaluation.index.weight.wrong");
            } else if (form.standard().length() > 500) {
                reject(line, "standard", "evaluation.index.standard.long");
            } else if (good.size() == MOST) {
                reject(line, "number", "evaluation.row.too-many", MOST);
            } else {
                good.put(number, new Row(line, number, title, form.points().get(), form.standard()));
            }
        }

        /** Takes away what would stand below nothing, from above downwards. */
        void withSomethingAbove() {
            for (int level = 2; level <= Index.DEEPEST; level++) {
                int depth = level;
                good.values().stream()
                        .filter(row -> row.number().split("\\.").length == depth)
                        .filter(row -> !isThere(above(row.number())))
                        .toList()
                        .forEach(row -> {
                            good.remove(row.number());
                            reject(row.line(), "number", "evaluation.row.nothing-above", above(row.number()));
                        });
            }
        }

        private boolean isThere(String number) {
            return good.containsKey(number) || known.find(number).isPresent();
        }

        private static String above(String number) {
            return number.substring(0, number.lastIndexOf('.'));
        }

        /** Those that say something new, in the order of the table. */
        List<Row> fresh() {
            var fresh = new ArrayList<Row>();
            good.values().stream()
                    .filter(row -> known.find(row.number()).filter(row::says).isEmpty())
                    .sorted(java.util.Comparator.comparingInt(Row::line))
                    .forEach(fresh::add);
            return fresh;
        }

        ImportReport report() {
            return rejections.report(read, fresh().size());
        }

        private void reject(int line, String column, String reason, Object... details) {
            rejections.add(RowError.of(
                    line,
                    words.getMessage("evaluation.index." + column, null, Locale.SIMPLIFIED_CHINESE),
                    reason,
                    details));
        }

        private static String cell(List<String> cells, int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }
}
