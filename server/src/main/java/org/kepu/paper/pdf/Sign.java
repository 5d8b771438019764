package org.kepu.paper.pdf;

/**
 * A character as it is shown.
 *
 * @param advance how far it goes, in thousandths of its size
 */
record Sign(EmbeddedFont font, int code, int codePoint, int advance) {

    private static final int LATIN_END = 0x2E80;

    boolean space() {
        return codePoint == ' ';
    }

    /** A letter or digit of those that stand together as words. */
    boolean latin() {
        return codePoint < LATIN_END && !space() && !opens() && !closes();
    }

    /** Must not end a line. */
    boolean opens() {
        return "（《〈「『【〔［｛“‘([{".indexOf(codePoint) >= 0;
    }

    /** Must not begin a line. */
    boolean closes() {
        return "）》〉」』】〕］｝”’，。、；：？！．·—…)]},;:?!%‰％℃".indexOf(codePoint) >= 0;
    }
}
