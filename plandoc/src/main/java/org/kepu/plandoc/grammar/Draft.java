package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kepu.plandoc.Programme.Kind;
import org.kepu.plandoc.Span;

/** A programme while running text and table are brought together. */
final class Draft {
    private final Kind kind;
    private final Passage title;
    private final Span at;
    private final List<Task> tasks = new ArrayList<>();
    private Assignment assignment;

    Draft(Kind kind, Passage title, Span at, Assignment assignment) {
        this.kind = kind;
        this.title = title;
        this.at = at;
        this.assignment = assignment;
    }

    static List<Draft> of(List<Programmes.Place> places) {
        var texts = places.stream().map(place -> ProgrammeText.of(place.node())).toList();
        boolean plain = texts.stream().anyMatch(ProgrammeText::isPlain);
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < places.size(); i++) {
            var place = places.get(i);
            drafts.add(of(place, plain ? texts.get(i).ofPlainMeasures(place.node()) : texts.get(i)));
        }
        return drafts;
    }

    private static Draft of(Programmes.Place place, ProgrammeText text) {
        var draft =
                new Draft(place.kind(), place.title(), place.node().heading().span(), text.assignment());
        text.measures().forEach(measure -> draft.tasks.add(new Task(measure)));
        return draft;
    }

    Kind kind() {
        return kind;
    }

    Passage title() {
        return title;
    }

    Span at() {
        return at;
    }

    List<Task> tasks() {
        return tasks;
    }

    /** The bodies of the whole programme. */
    Assignment assignment() {
        return assignment;
    }

    void assign(Assignment more) {
        assignment = assignment.and(more);
    }

    /** A task only the table has goes where its number puts it. */
    void add(TaskRow row) {
        int place = row.ordinal() > 0 ? Math.min(row.ordinal() - 1, tasks.size()) : tasks.size();
        tasks.add(place, new Task(row));
    }

    /** A measure: in the running text, in the table, or in both. */
    static final class Task {
        private final @Nullable MeasureText text;
        private @Nullable TaskRow row;

        Task(MeasureText text) {
            this.text = text;
        }

        Task(TaskRow row) {
            this.text = null;
            this.row = row;
        }

        @Nullable
        MeasureText text() {
            return text;
        }

        @Nullable
        TaskRow row() {
            return row;
        }

        void match(TaskRow found) {
            row = found;
        }
    }
}
