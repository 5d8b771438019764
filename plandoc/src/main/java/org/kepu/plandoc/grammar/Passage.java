package org.kepu.plandoc.grammar;

import java.util.Arrays;
import java.util.List;
import org.kepu.plandoc.Span;

/**
 * A stretch of the document without its white space, in two spellings of equal length: {@link #raw() as written} and {@link #folded() folded} for the rules. Each character knows where it stands in the source, even where lines were joined.
 */
final class Passage {
    static final Passage NOTHING = new Passage("", "", "", new int[0]);
    /** Stands in the folded text for the comma of 1,200. */
    static final char THOUSANDS = '٬';

    private static final String BOOKMARK = "[bookmark:";
    private static final int BOOKMARK_AT_MOST = 60;

    private final String source;
    private final String raw;
    private final String folded;
    private final int[] at;

    private Passage(String source, String raw, String folded, int[] at) {
        this.source = source;
        this.raw = raw;
        this.folded = folded;
        this.at = at;
    }

    static Passage of(String text, Folding folding) {
        return of(text, 0, text.length(), folding);
    }

    static Passage of(String text, int from, int to, Folding folding) {
        var raw = new StringBuilder(to - from);
        var folded = new StringBuilder(to - from);
        var at = new int[to - from];
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '[' && text.startsWith(BOOKMARK, i)) {
                int end = text.indexOf(']', i);
                if (end >= 0 && end < to && end - i < BOOKMARK_AT_MOST) {
                    i = end;
                    continue;
                }
            }
            int tag = lineBreakTag(text, i, to);
            if (tag > 0) {
                i += tag - 1;
            } else if (!isSpace(c)) {
                at[raw.length()] = i;
                raw.append(c);
                folded.append(inContext(folding.fold(c), folded, text, i + 1, to));
            }
        }
        return new Passage(text, raw.toString(), folded.toString(), Arrays.copyOf(at, raw.length()));
    }

    /**
     * A dot between characters is a full stop, one behind a leading number is not; a comma between thousands is no comma.
     */
    private static char inContext(char c, StringBuilder before, String text, int next, int to) {
        if (c == '.' && before.length() > 2) {
            char last = before.charAt(before.length() - 1);
            boolean numberFollows =
                    next < to && Character.isLetterOrDigit(text.charAt(next)) && text.charAt(next) < 0x2E80;
            return (last >= 0x2E80 || last == '%') && !numberFollows ? '。' : c;
        }
        return c == '，' && isBetweenThousands(before, text, next, to) ? THOUSANDS : c;
    }

    private static boolean isBetweenThousands(StringBuilder before, String text, int next, int to) {
        int digits = 0;
        while (digits < 4
                && digits < before.length()
                && Character.isDigit(before.charAt(before.length() - 1 - digits))) {
            digits++;
        }
        int following = 0;
        while (following < 4 && next + following < to && Character.isDigit(text.charAt(next + following))) {
            following++;
        }
        return digits >= 1 && digits <= 3 && following == 3;
    }

    /** The length of a {@code <br>} that copying has left in the text, or 0. */
    private static int lineBreakTag(String text, int from, int to) {
        if (text.charAt(from) != '<' || !text.regionMatches(true, from, "<br", 0, 3)) {
            return 0;
        }
        int end = text.indexOf('>', from);
        return end < 0 || end >= to || end - from > 6 ? 0 : end - from + 1;
    }

    static boolean isSpace(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || (c >= '\u200B' && c <= '\u200F')
                || c == '\uFEFF'
                || c == '\u00AD'
                || c == '\u007F';
    }

    static Passage join(List<Passage> parts) {
        if (parts.isEmpty()) {
            return NOTHING;
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int length = parts.stream().mapToInt(Passage::length).sum();
        var raw = new StringBuilder(length);
        var folded = new StringBuilder(length);
        var at = new int[length];
        for (var part : parts) {
            System.arraycopy(part.at, 0, at, raw.length(), part.length());
            raw.append(part.raw);
            folded.append(part.folded);
        }
        return new Passage(parts.getLast().source, raw.toString(), folded.toString(), at);
    }

    String raw() {
        return raw;
    }

    String folded() {
        return folded;
    }

    int length() {
        return raw.length();
    }

    boolean isEmpty() {
        return raw.isEmpty();
    }

    Passage from(int from) {
        return sub(from, length());
    }

    Passage sub(int from, int to) {
        return from == 0 && to == length()
                ? this
                : new Passage(
                        source, raw.substring(from, to), folded.substring(from, to), Arrays.copyOfRange(at, from, to));
    }

    /** Without the characters of {@code marks} at both ends. */
    Passage strip(String marks) {
        int from = 0;
        int to = length();
        while (from < to && marks.indexOf(folded.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && marks.indexOf(folded.charAt(to - 1)) >= 0) {
            to--;
        }
        return sub(from, to);
    }

    /** Whether the document has white space before this character. */
    boolean spaceBefore(int index) {
        return index > 0 && at[index] != at[index - 1] + 1;
    }

    /** Whether that white space holds the end of a line. */
    boolean lineBreakBefore(int index) {
        if (!spaceBefore(index)) {
            return false;
        }
        int end = source.indexOf('\n', at[index - 1]);
        return end >= 0 && end < at[index] || at[index] < at[index - 1];
    }

    /** The place of this character in the source. */
    int at(int index) {
        return at[index];
    }

    /** From its first place in the source to its last, in whatever order its parts were joined. */
    Span span() {
        var places = Arrays.stream(at).summaryStatistics();
        return isEmpty() ? new Span(0, 0) : new Span(places.getMin(), places.getMax() + 1);
    }

    @Override
    public String toString() {
        return raw;
    }
}
