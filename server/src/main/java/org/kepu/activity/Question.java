package org.kepu.activity;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * Something that the organiser asks of those who book.
 *
 * @param words the question itself
 * @param choices of which one is the answer; empty but for {@link Kind#CHOICE}
 * @param needed whether it must be answered
 */
public record Question(String words, Kind kind, List<String> choices, boolean needed) {

    /** The most questions of a session. */
    public static final int MOST = 3;

    public static final int LONGEST = 60;
    public static final int MOST_CHOICES = 10;

    /** The answers to a question of yes or no. */
    public static final List<String> YES_NO = List.of("yes", "no");

    public Question {
        choices = List.copyOf(choices);
    }

    /** Of which kind its answer is. */
    public enum Kind {
        YES_NO,
        CHOICE,
        TEXT,
        NUMBER;

        /** The key of its name on screen. */
        public String messageKey() {
            return "booking.question." + name();
        }

        /** As other systems know it; it stays. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether this can be an answer; none is, where none is needed. */
    public boolean takes(String answer) {
        if (answer.isEmpty()) {
            return !needed;
        }
        return switch (kind) {
            case YES_NO -> YES_NO.contains(answer);
            case CHOICE -> choices.contains(answer);
            case TEXT -> answer.length() <= LONGEST;
            case NUMBER -> Normalizer.normalize(answer, Normalizer.Form.NFKC).matches("\\d{1,6}");
        };
    }
}
