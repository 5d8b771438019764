package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;
import org.kepu.plandoc.Span;

/** One task of a responsibility table, its continuation rows joined to it. */
final class TaskRow {
    private final Passage programme;
    private final Passage title;
    private final int ordinal;
    private final List<Passage> contents = new ArrayList<>();
    private final boolean filledFromAbove;
    private Assignment assignment;
    private Span span;

    /** @param programme the programme it stands under, nothing where the table does not say */
    TaskRow(
            Passage programme,
            Passage title,
            int ordinal,
            Passage content,
            Assignment assignment,
            boolean filledFromAbove,
            Span span) {
        this.programme = programme;
        this.title = title;
        this.ordinal = ordinal;
        this.assignment = assignment;
        this.filledFromAbove = filledFromAbove;
        this.span = span;
        if (!content.isEmpty()) {
            contents.add(content);
        }
    }

    void goOn(Passage content, Assignment more, Span at) {
        if (!content.isEmpty()) {
            contents.add(content);
        }
        assignment = assignment.and(more);
        span = span.join(at);
    }

    Passage programme() {
        return programme;
    }

    Passage title() {
        return title;
    }

    /** Its number within the programme, 0 where it has none. */
    int ordinal() {
        return ordinal;
    }

    Passage content() {
        return Passage.join(contents);
    }

    /** The whole task as the table words it. */
    Passage text() {
        var content = content();
        boolean repeats = content.folded().startsWith(title.folded());
        return repeats ? content : Passage.join(List.of(title, content));
    }

    /** What the cells say, each for itself. */
    List<Passage> parts() {
        var parts = new ArrayList<Passage>();
        parts.add(title);
        parts.addAll(contents);
        return parts;
    }

    Assignment assignment() {
        return assignment;
    }

    /** Whether its lead cell was blank and the one above it counts. */
    boolean filledFromAbove() {
        return filledFromAbove;
    }

    Span span() {
        return span;
    }
}
