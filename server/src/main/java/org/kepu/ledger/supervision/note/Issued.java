package org.kepu.ledger.supervision.note;

/** What came of issuing a note. */
sealed interface Issued {

    record Numbered(NoteId id, String number) implements Issued {}

    /** The same form was sent before. */
    record Already(NoteId id) implements Issued {}

    /** Nobody has decided which body is meant. */
    record NoBody() implements Issued {}

    /** The note whose place it was to take has moved on meanwhile. */
    record Overtaken(NoteId earlier) implements Issued {}
}
