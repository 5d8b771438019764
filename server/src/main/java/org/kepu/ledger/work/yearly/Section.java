package org.kepu.ledger.work.yearly;

/**
 * A section of a draft.
 *
 * @param position its place, from nought
 * @param version grows with each change: of two who write at once, the second is asked
 */
public record Section(int position, String heading, String text, int version) {

    static final int LONGEST_HEADING = 100;
    static final int LONGEST_TEXT = 20_000;
}
