package org.kepu.ledger.round;

/** What came of opening a round. */
public sealed interface Opened {

    /** It is on record, and its plans are being asked. */
    record Begun(RoundId id) implements Opened {}

    /** The office has a round for these days already. */
    record Already(RoundId id) implements Opened {}

    /** None of the plans chosen is in force in that year. */
    record NothingToAsk() implements Opened {}
}
