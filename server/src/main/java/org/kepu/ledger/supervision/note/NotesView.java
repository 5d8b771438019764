package org.kepu.ledger.supervision.note;

import java.time.LocalDate;
import java.util.List;

/** The list of notes. */
public record NotesView(List<SupervisionNote> notes, NotesAsked asked, List<Integer> years, LocalDate today) {

    public boolean isCutShort() {
        return notes.size() == Notes.MOST;
    }
}
