package org.kepu.plandoc.source;

/** A straight line drawn on a page: at {@code at} across, from {@code from} to {@code to} along. */
record Rule(boolean horizontal, float at, float from, float to) {
    /** Two coordinates nearer than this, in points, are one. */
    static final float SAME = 3f;

    Rule {
        if (from > to) {
            float swapped = from;
            from = to;
            to = swapped;
        }
    }

    boolean crosses(Rule other) {
        return horizontal != other.horizontal
                && at >= other.from - SAME
                && at <= other.to + SAME
                && other.at >= from - SAME
                && other.at <= to + SAME;
    }

    /** How much of the stretch this line runs along. */
    float covers(float low, float high) {
        return Math.max(0, Math.min(to, high) - Math.max(from, low));
    }
}
