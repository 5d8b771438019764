package org.kepu.access.people;

/** Why something is done: asked where rights change hands. */
final class Reason {

    static final int LONGEST = 200;

    private Reason() {}

    static boolean isSaid(String words) {
        return !words.isBlank() && words.strip().length() <= LONGEST;
    }
}
