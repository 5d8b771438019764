package org.kepu.activity.closing;

import java.util.List;

/** What became of closing a session out. */
public sealed interface Outcome {

    /** It counts from now on; or it was told before in the same words. */
    record Told(int version) implements Outcome {}

    /** @param problems all that stand against it */
    record Refused(List<Problem> problems) implements Outcome {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Why it cannot be closed out so. */
    enum Problem {
        NOT_PUBLISHED,
        NOT_BEGUN,
        CALLED_OFF,
        /** It took place, and nobody was there. */
        NOBODY,
        UNKNOWN_AUDIENCE,
        UNKNOWN_SCHOOL,
        /** It is a class, closed as a whole. */
        HAS_TRAINEES,
        /** Somebody else did meanwhile. */
        CHANGED_MEANWHILE;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "activity.closing.problem." + name();
        }
    }
}
