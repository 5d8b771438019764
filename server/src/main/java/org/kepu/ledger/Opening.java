package org.kepu.ledger;

/** What came of opening a year of a plan's ledger. */
public sealed interface Opening {

    /** @param added how many tasks are new; none where the year was open already */
    record Opened(int added) implements Opening {}

    /** The plan does not run in this year. */
    record OutsidePeriod() implements Opening {}
}
