package org.kepu.ledger.work.yearly;

/** What came of issuing a work plan. */
sealed interface Issue {

    record Issued(String checksum) implements Issue {}

    /** It was issued before. */
    record Already() implements Issue {}

    /** Somebody changed the draft since the issuer saw it. */
    record Changed() implements Issue {}

    /** Another document of the same issuer bears the number. */
    record NumberTaken() implements Issue {}
}
