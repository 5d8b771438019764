package org.kepu.indicator.api;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kepu.indicator.Recorded;

/** Why one fact is not taken, and which of its fields is wrong. The words are part of the interface and stay. */
enum Refusal {
    /** No JSON object, a field that is not known, or a value of another kind than the field's. */
    MALFORMED(null),
    /** The line has more bytes, or the fact more persons, than there may be. */
    TOO_LARGE(null),
    /** A field that must be there is not. */
    INCOMPLETE(null),
    /** An id of 1 to 120 signs and a version from 1 on. */
    BAD_SOURCE("id"),
    /** Amounts below nought, or beyond what can be counted. */
    BAD_AMOUNT("amounts"),
    /** A title of 1 to 200 signs. */
    BAD_TITLE("title"),
    /** No body has this id. */
    UNKNOWN_BODY("organisers"),
    /** No measure of a plan in force has this id. */
    UNKNOWN_MEASURE("measures"),
    /** The kind is not about such a thing. */
    THING_NOT_OF_KIND("thing"),
    /** Such a fact is about a thing, and none is named. */
    THING_MISSING("thing"),
    UNKNOWN_KIND("kind"),
    UNKNOWN_AUDIENCE("audience"),
    UNKNOWN_PLACE("place"),
    /** There is no such division, or it is not within reach. */
    UNKNOWN_REGION("region"),
    UNKNOWN_DAY("day"),
    AMOUNT_NOT_OF_KIND("amounts"),
    PERSONS_NOT_COUNTED("persons"),
    TOLD_OTHERWISE("version"),
    VERSION_MISSING("version");

    private final @Nullable String field;

    Refusal(@Nullable String field) {
        this.field = field;
    }

    static Refusal of(Recorded.Reason reason) {
        return switch (reason) {
            case UNKNOWN_KIND -> UNKNOWN_KIND;
            case UNKNOWN_AUDIENCE -> UNKNOWN_AUDIENCE;
            case UNKNOWN_PLACE -> UNKNOWN_PLACE;
            case UNKNOWN_REGION -> UNKNOWN_REGION;
            case UNKNOWN_DAY -> UNKNOWN_DAY;
            case AMOUNT_NOT_OF_KIND -> AMOUNT_NOT_OF_KIND;
            case THING_MISSING -> THING_MISSING;
            case THING_OF_OTHER_KIND -> THING_NOT_OF_KIND;
            case PERSONS_NOT_COUNTED -> PERSONS_NOT_COUNTED;
            case TOLD_OTHERWISE -> TOLD_OTHERWISE;
            case VERSION_MISSING -> VERSION_MISSING;
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Nullable
    String field() {
        return field;
    }
}
