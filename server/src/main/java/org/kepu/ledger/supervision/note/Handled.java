package org.kepu.ledger.supervision.note;

import org.kepu.file.Keeping;

/** What came of an act on a note. */
sealed interface Handled {

    record Done(NoteAct act) implements Handled {}

    /** Somebody else has moved it on meanwhile, or it does not allow the act any more. */
    record Overtaken() implements Handled {}

    /** What should have been said was not, or was too long. */
    record WithoutWords() implements Handled {}

    /** There is no division above. */
    record NobodyAbove() implements Handled {}

    record NotKept(Keeping.Refused why) implements Handled {}
}
