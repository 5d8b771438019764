package org.kepu.ledger.round;

import org.jspecify.annotations.Nullable;

/**
 * A line as somebody has written on it.
 *
 * @param seen the mark of the line when they read it
 */
record Entry(LineId line, String seen, @Nullable Answer answer, String text) {

    Entry {
        text = text.strip().replace("\r\n", "\n");
        if (text.length() > Line.LONGEST) {
            text = text.substring(0, Line.LONGEST);
        }
    }

    /** Whether they changed it. */
    boolean changes() {
        return !Line.mark(answer, text).equals(seen);
    }

    boolean says(Line line) {
        return Line.mark(answer, text).equals(line.mark());
    }
}
