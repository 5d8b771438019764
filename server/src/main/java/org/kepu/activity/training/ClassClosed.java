package org.kepu.activity.training;

import java.util.List;

/** What became of closing a class (结班). */
public sealed interface ClassClosed {

    /** It counts from now on; or it was told before and nothing has changed. */
    record Told(int version, int attendances) implements ClassClosed {}

    /** @param problems all that stand against it */
    record Refused(List<Problem> problems) implements ClassClosed {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Why it cannot be closed. */
    enum Problem {
        NOT_PUBLISHED,
        /** A session is still to come. */
        NOT_OVER,
        /** Nobody was ticked. */
        NOBODY,
        /** The list was emptied when its time had come, so nobody can say any more who counts once. */
        NAMES_GONE;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "training.problem." + name();
        }
    }
}
