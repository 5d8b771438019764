package org.kepu.ledger.supervision.yearly;

import org.kepu.file.Keeping;

/** What came of stating a fact. */
sealed interface Stated {

    record Saved() implements Stated {}

    /** The same form was sent before. */
    record Already() implements Stated {}

    /** Somebody else has stated it meanwhile. */
    record Overtaken() implements Stated {}

    record NotKept(Keeping.Refused why) implements Stated {}
}
