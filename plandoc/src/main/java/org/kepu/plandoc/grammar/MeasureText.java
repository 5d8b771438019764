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
        var whole = new ArrayList<Passage>();
        var open = new ArrayList<Passage>();
        for (var part : parts) {
            open.add(part);
            if (!isBrokenOff(part)) {
                whole.add(Passage.join(open));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            whole.add(Passage.join(open));
        }
        return whole;
    }

    /** A page break in mid-sentence; a heading has no mark within. */
    private static boolean isBrokenOff(Passage part) {
        return !Sentences.endsSentence(part) && Sentences.indexOf(part, "。，；", 0) < part.length();
    }

    /** What lines below it say about bodies. */
    Assignment below() {
        return below;
    }
}
