package org.kepu.plandoc;

import org.jspecify.annotations.Nullable;

/**
 * Something in a document that a person should look at before relying on its structure.
 *
 * @param message one sentence in Chinese for the clerk
 * @param quote the words it is about, white space removed
 * @param at their place in the source, {@code null} where the finding is about something missing
 */
public record Finding(
        Code code, String message, String quote, @Nullable Span at) {

    public enum Code {
        /** a stated count differs from what was found (五项行动, 4 项工作) */
        COUNT_MISMATCH,
        /** running text and table name different leads */
        LEAD_DIFFERS,
        /** a title in the running text differs from the table's */
        TITLE_DIFFERS,
        /** something stands in the running text or in the table only */
        ONE_SIDED,
        /** a measure without any body */
        NO_BODY,
        /** a piece of a body list that does not look like a body */
        BODY_UNCLEAR,
        /** the same body is lead and participant of a measure */
        LEAD_ALSO_PARTICIPANT,
        /** a number that reads like a target but has no unit or no value */
        TARGET_UNCLEAR,
        /** years of title, phases and text disagree */
        YEARS_DIFFER,
        /** a blank cell was filled from the row above */
        FILLED_FROM_ABOVE,
        /** a number in a sequence is missing, doubled or out of order */
        NUMBERING_BROKEN,
        /** a bracket, a mark or an editor's left-over that does not belong */
        TYPING_SLIP,
        /** the document names no number, no issuer or no date */
        META_MISSING
    }
}
