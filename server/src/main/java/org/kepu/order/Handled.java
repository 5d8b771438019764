package org.kepu.order;

/** What came of an act on an order. */
public sealed interface Handled {

    /** @param now how it stands since */
    record Done(OrderAct act, ServiceOrder now) implements Handled {}

    record Refused(Refusal why) implements Handled {}
}
