package org.kepu.ledger.work.yearly;

import java.util.UUID;

/** What came of writing a work plan. */
sealed interface Writing {

    /** A draft is there to be edited, begun now or by somebody before. */
    record Draft(UUID id, boolean fresh) implements Writing {}

    record Saved() implements Writing {}

    /** Somebody saved this section in the meantime. */
    record Overtaken() implements Writing {}

    /** It is issued or superseded, or was thrown away. */
    record Closed() implements Writing {}

    /** The year's ledger asks nothing of whose plan it would be. */
    record NothingAsked() implements Writing {}
}
