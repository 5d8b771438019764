package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;

/** A measure as the running text states it, while it is being read. */
final class MeasureText {
    private final Passage title;
    private final List<Passage> parts = new ArrayList<>();
    private final int ordinal;
    private Assignment below = Assignment.NONE;

    MeasureText(Passage title, Passage first, int ordinal) {
        this.title = title;
        this.ordinal = ordinal;
        parts.add(first);
    }

    void add(Passage part) {
        parts.add(part);
    }

    void assign(Assignment assignment) {
        below = below.and(assignment);
    }

    Passage title() {
        return title;
    }

    /** The number it carries in the document, 0 for a dash. */
    int ordinal() {
        return ordinal;
    }

    Passage text() {
        return Passage.join(parts);
    }

    /** Its paragraphs: a heading alone on its line is not the beginning of the sentence below it. */
    List<Passage> parts() {
        return parts;
    }

    /** What lines below it say about bodies. */
    Assignment below() {
        return below;
    }
}
