package org.kepu.ledger.supervision.note;

/**
 * The form for a new note.
 *
 * @param earlier the number of the note whose place it takes; empty where it takes none's
 */
public record NewNoteView(IssuingNotes.Draft draft, NoteForm form, String earlier) {}
