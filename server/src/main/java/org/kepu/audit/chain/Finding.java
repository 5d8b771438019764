package org.kepu.audit.chain;

import org.springframework.modulith.NamedInterface;

/**
 * Something on the trail that is not as it was written.
 *
 * @param from the position in the chain; of heads, the line; of a row that is not in the chain, its number
 * @param until the last one where several are concerned, otherwise the same
 */
@NamedInterface("verifying")
public record Finding(Kind kind, long from, long until) {

    /** In the order in which an auditor should hear of them. */
    public enum Kind {
        ROW_EDITED,
        ROW_REMOVED,
        /** It is in the chain, but the program did not write it. */
        ROW_FORGED,
        /** It is not in the chain yet, and the program did not write it. */
        STRAY_FORGED,
        ORDER_CHANGED,
        LINK_EDITED,
        /** The link is gone, with its row or without. */
        LINK_REMOVED,
        /** The files know of positions that the database has no more. */
        TAIL_CUT,
        /** The chain is sound, but not the one that was written to the files. */
        REWRITTEN,
        HEADS_EDITED,
        HEADS_MISSING,
        HEADS_GONE,
        COPY_EDITED,
        COPY_MISSING,
        COPY_GONE;

        /** The key of the sentence. */
        public String messageKey() {
            return "audit.finding." + name();
        }
    }

    /** As it is kept on record. */
    String text() {
        return kind + " " + from + " " + until;
    }

    static Finding read(String text) {
        var words = text.split(" ");
        return new Finding(Kind.valueOf(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    static Finding at(Kind kind, long place) {
        return new Finding(kind, place, place);
    }
}
