package org.kepu.indicator;

/** What became of a fact that was told. */
public sealed interface Recorded {

    /** It counts from now on. */
    record New(long fact) implements Recorded {}

    /** It was told before, in the same words; it counts once. */
    record Already(long fact) implements Recorded {}

    /** It does not count. */
    record Refused(Reason reason) implements Recorded {}

    /** Why a fact does not count. */
    enum Reason {
        UNKNOWN_KIND,
        UNKNOWN_AUDIENCE,
        UNKNOWN_PLACE,
        UNKNOWN_REGION,
        /** The day is not in our time. */
        UNKNOWN_DAY,
        /** The kind does not count such an amount. */
        AMOUNT_NOT_OF_KIND,
        /** Such a fact is about a thing, and none is named. */
        THING_MISSING,
        /** The kind is about things of another kind. */
        THING_OF_OTHER_KIND,
        /** Persons are marked only where a target counts persons. */
        PERSONS_NOT_COUNTED,
        /** The same version was told before, in other words. */
        TOLD_OTHERWISE,
        /** The version before this one is not there. */
        VERSION_MISSING;

        /** The key of the sentence on screen. */
        public String messageKey() {
            return "indicator.fact.refused." + name();
        }
    }
}
