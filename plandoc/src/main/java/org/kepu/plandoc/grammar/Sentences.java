package org.kepu.plandoc.grammar;

import java.util.ArrayList;
import java.util.List;

/** Cuts a passage at its marks, never inside quotes, titles or brackets. */
final class Sentences {
    private static final String SENTENCE_ENDS = "。！？；";
    private static final String OPENERS = "（《“〔";
    private static final String CLOSERS = "）》”〕";
    private static final int BRACKET_AT_MOST = 400;

    private Sentences() {}

    static boolean endsSentence(Passage passage) {
        var text = passage.folded();
        int last = text.length() - 1;
        while (last > 0 && (text.charAt(last) == '”' || text.charAt(last) == '）' || text.charAt(last) == '"')) {
            last--;
        }
        return last >= 0 && SENTENCE_ENDS.indexOf(text.charAt(last)) >= 0;
    }

    /** The first place at or after {@code from} of one of these marks that stands in no bracket; the length if there is none. */
    static int indexOf(Passage passage, String marks, int from) {
        var text = passage.folded();
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (marks.indexOf(c) >= 0) {
                return i;
            }
            if (OPENERS.indexOf(c) >= 0) {
                i = closing(text, i);
            }
        }
        return text.length();
    }

    /** Where the bracket opened here closes; the same place if it never does, so that a slip swallows nothing. */
    static int closing(String text, int open) {
        char opener = text.charAt(open);
        char closer = CLOSERS.charAt(OPENERS.indexOf(opener));
        int depth = 0;
        int end = Math.min(text.length(), open + BRACKET_AT_MOST);
        for (int i = open; i < end; i++) {
            char c = text.charAt(i);
            if (c == opener) {
                depth++;
            } else if (c == closer && --depth == 0) {
                return i;
            }
        }
        return open;
    }

    /** The pieces between these marks, the marks left out; empty pieces too. */
    static List<Passage> split(Passage passage, String marks) {
        var pieces = new ArrayList<Passage>();
        int from = 0;
        while (from <= passage.length()) {
            int to = indexOf(passage, marks, from);
            pieces.add(passage.sub(from, to));
            from = to + 1;
        }
        return pieces;
    }
}
