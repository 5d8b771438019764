package org.kepu.ledger.work;

import org.kepu.file.Keeping;

/** What came of giving something that may come with a document. */
sealed interface Given {

    record Answered(Answer answer) implements Given {}

    /** The document was not taken, so nothing was. */
    record NotKept(Keeping.Refused why) implements Given {}
}
