package org.kepu.guard;

/**
 * What a form asks of its reader's device, without the reader noticing; the partial {@code page/human} puts it into the
 * form.
 *
 * @param token when the form was shown, and that it was we who showed it
 * @param bits how many leading zero bits the digest of token and proof must have
 */
public record HumanQuestion(String token, int bits) {

    /** The names of the fields. */
    public static final String TOKEN = "human";

    public static final String PROOF = "human-proof";
}
