package org.kepu.ledger.round;

/**
 * How many sheets stand how. A late one waits too.
 *
 * @param waiting asked or sent back
 * @param late of the waiting, those whose day is over
 */
public record Tally(int sheets, int accepted, int submitted, int waiting, int late) {}
