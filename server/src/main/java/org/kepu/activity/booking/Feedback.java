package org.kepu.activity.booking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What those who came say of a session, together. Nobody can be told from it.
 *
 * @param count how many spoke
 * @param marks null: fewer than {@link #ENOUGH} spoke
 * @param comments in no order that tells when
 */
public record Feedback(int count, @Nullable Marks marks, List<Comment> comments) {

    public Feedback {
        comments = List.copyOf(comments);
    }

    /** On the average, of 5. */
    public record Marks(double useful, double clear, double again) {}

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

    /** An average of fewer voices would tell what one of them said, to everybody and to the organisers alike. */
    public static final int ENOUGH = 5;
}
