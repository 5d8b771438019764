package org.kepu.order;

/** What came of asking. */
public sealed interface Requested {

    /** It is on record; asked again with the same key, it is the same. */
    record Made(ServiceOrder order) implements Requested {}

    record Refused(Refusal why) implements Requested {}
}
