package org.kepu.ledger.evaluation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.file.KeptFile;

/**
 * A record of a visit, an inquiry or a meeting (走访、调研、座谈) for an evaluation.
 *
 * @param company who took part, as bodies and posts
 * @param file the document, if there is one
 * @param withdrawn why it no longer counts; or null
 */
public record Visit(
        UUID id,
        Kind kind,
        LocalDate day,
        String place,
        String company,
        String findings,
        @Nullable KeptFile file,
        @Nullable String withdrawn) {

    /** How was looked into it. */
    public enum Kind {
        /** 实地走访 */
        VISIT,
        /** 专项调研 */
        RESEARCH,
        /** 座谈交流 */
        MEETING;

        /** The key of its name on screen. */
        public String messageKey() {
            return "evaluation.visit.kind." + name();
        }
    }

    public boolean counts() {
        return withdrawn == null;
    }
}
