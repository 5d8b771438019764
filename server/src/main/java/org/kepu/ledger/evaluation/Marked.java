package org.kepu.ledger.evaluation;

/** What came of scoring an index. */
sealed interface Marked {

    record Kept() implements Marked {}

    /** Another has scored it since it was read; theirs stays. */
    record Overtaken() implements Marked {}

    /** At this point this hand does not score. */
    record Closed() implements Marked {}

    /** @param field of the form
     *  @param reason the key of the sentence that says what is wrong */
    record Wrong(String field, String reason) implements Marked {}
}
