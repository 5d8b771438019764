package org.kepu.activity.booking;

import java.util.List;
import java.util.UUID;

/**
 * What those who came say of a session, together. Nobody can be told from it.
 *
 * @param count how many spoke
 * @param useful on the average, of 5; so the others
 * @param comments in no order that tells when
 */
public record Feedback(int count, double useful, double clear, double again, List<Comment> comments) {

    public Feedback {
        comments = List.copyOf(comments);
    }

    /** What one of them wrote. */
    public record Comment(UUID id, String words, State state) {}

    /** Whether a comment is for everybody. */
    public enum State {
        UNREAD,
        SHOWN,
        HIDDEN;

        /** The key of its name on screen. */
        public String messageKey() {
            return "activity.comment." + name();
        }
    }

    /** Fewer voices than that are no average. */
    public static final int ENOUGH = 5;
}
