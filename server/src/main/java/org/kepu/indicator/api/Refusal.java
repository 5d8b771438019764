package org.kepu.indicator.api;

import java.util.Locale;
import org.kepu.indicator.Recorded;

/** Why one fact is not taken. The words are part of the interface and stay. */
enum Refusal {
    /** No JSON object, a field that is not known, or a value of another kind than the field's. */
    MALFORMED,
    /** The line has more bytes than a fact may have. */
    TOO_LARGE,
    /** A field that must be there is not. */
    INCOMPLETE,
    /** An id of 1 to 120 signs and a version from 1 on. */
    BAD_SOURCE,
    /** Amounts below nought, or beyond what can be counted. */
    BAD_AMOUNT,
    /** A title of 1 to 200 signs. */
    BAD_TITLE,
    /** No body has this id. */
    UNKNOWN_BODY,
    /** The kind is not about such a thing. */
    THING_NOT_OF_KIND,
    UNKNOWN_KIND,
    UNKNOWN_AUDIENCE,
    UNKNOWN_PLACE,
    /** There is no such division, or it is not within reach. */
    UNKNOWN_REGION,
    UNKNOWN_DAY,
    AMOUNT_NOT_OF_KIND,
    PERSONS_NOT_COUNTED,
    TOLD_OTHERWISE,
    VERSION_MISSING;

    static Refusal of(Recorded.Reason reason) {
        return valueOf(reason.name());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
