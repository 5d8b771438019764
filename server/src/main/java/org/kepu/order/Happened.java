package org.kepu.order;

import java.time.Instant;

/**
 * A line of an order's life.
 *
 * @param words what was said with it; whoever asked reads it too
 */
public record Happened(Instant at, OrderAct act, Hand hand, OrderState state, String words) {}
