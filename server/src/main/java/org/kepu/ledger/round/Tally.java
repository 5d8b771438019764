package org.kepu.ledger.round;

/**
 * How many sheets stand how. A late one waits too.
 *
 * @param waiting asked or sent back
 * @param late of the waiting, those whose day is over
 */
public record Tally(int sheets, int accepted, int submitted, int waiting, int late) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                sheets + other.sheets,
                accepted + other.accepted,
                submitted + other.submitted,
                waiting + other.waiting,
                late + other.late);
    }
}
