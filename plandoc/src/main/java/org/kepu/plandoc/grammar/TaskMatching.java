package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.kepu.plandoc.Programme.Kind;
import org.kepu.plandoc.grammar.Draft.Task;

/** Finds for each row of the responsibility table the measure it speaks of, by programme, number and likeness of titles. */
final class TaskMatching {
    private static final double SAME_PROGRAMME = 0.3;
    private static final double SAME_NUMBER = 0.25;
    private static final double ENOUGH = 0.9;
    /** A table that names no programmes has nothing but its titles. */
    private static final double ENOUGH_BY_TITLE = 0.6;

    private static final int AT_MOST = 400;

    private final List<Draft> drafts;
    private final List<TaskRow> rows;

    private record Pair(TaskRow row, Task task, double score) {}

    private TaskMatching(List<Draft> drafts, List<TaskRow> rows) {
        this.drafts = drafts;
        this.rows = rows.subList(0, Math.min(AT_MOST, rows.size()));
    }

    /** Brings the rows to the drafts; rows without a counterpart become measures of their own. */
    static void bring(List<TaskRow> rows, List<Draft> drafts) {
        new TaskMatching(drafts, rows).bring();
    }

    private void bring() {
        var open = new ArrayList<TaskRow>();
        for (var row : rows) {
            var whole = programmeRow(row);
            whole.ifPresentOrElse(draft -> draft.assign(row.assignment()), () -> open.add(row));
        }
        var placed = new HashSet<TaskRow>();
        var matched = new HashSet<Task>();
        for (var pair : pairs(open)) {
            if (!placed.contains(pair.row()) && !matched.contains(pair.task())) {
                pair.task().match(pair.row());
                placed.add(pair.row());
                matched.add(pair.task());
            }
        }
        open.stream().filter(row -> !placed.contains(row)).forEach(this::addAlone);
    }

    /** A row whose task is the programme itself speaks for all its measures. */
    private Optional<Draft> programmeRow(TaskRow row) {
        return TableColumns.isProgramme(row.title())
                ? drafts.stream()
                        .filter(draft -> Similarity.areOneProgramme(draft.title(), Headings.title(row.title())))
                        .findFirst()
                : Optional.empty();
    }

    private List<Pair> pairs(List<TaskRow> open) {
        var pairs = new ArrayList<Pair>();
        for (var row : open) {
            var home = programme(row);
            for (var draft : drafts) {
                boolean same = home.isPresent() && home.get() == draft;
                for (int i = 0; i < Math.min(AT_MOST, draft.tasks().size()); i++) {
                    var task = draft.tasks().get(i);
                    double score = score(row, task, same, i + 1);
                    if (score >= (row.programme().isEmpty() ? ENOUGH_BY_TITLE : ENOUGH)) {
                        pairs.add(new Pair(row, task, score));
                    }
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::score).reversed());
        return pairs;
    }

    private static double score(TaskRow row, Task task, boolean sameProgramme, int number) {
        var text = task.text();
        if (text == null) {
            return 0;
        }
        boolean sameNumber = sameProgramme && row.ordinal() == number;
        double titles = Similarity.of(row.title(), text.title());
        return titles < 0.35 ? 0 : titles + (sameProgramme ? SAME_PROGRAMME : 0) + (sameNumber ? SAME_NUMBER : 0);
    }

    private Optional<Draft> programme(TaskRow row) {
        return row.programme().isEmpty()
                ? Optional.empty()
                : drafts.stream()
                        .max(Comparator.comparingDouble(draft -> Similarity.of(draft.title(), row.programme())))
                        .filter(draft -> Similarity.areOneProgramme(draft.title(), row.programme()))
                        .or(() -> drafts.stream()
                                .filter(draft -> Similarity.areOneProgramme(draft.title(), row.programme()))
                                .findFirst());
    }

    private void addAlone(TaskRow row) {
        if (row.programme().isEmpty()) {
            return;
        }
        var draft = programme(row).orElseGet(() -> {
            var previous = drafts.isEmpty() ? Kind.ACTION : drafts.getLast().kind();
            var kind = Headings.kind(row.programme(), Passage.NOTHING, previous);
            var added = new Draft(kind, row.programme(), row.programme().span(), Assignment.NONE);
            drafts.add(added);
            return added;
        });
        draft.add(row);
    }
}
