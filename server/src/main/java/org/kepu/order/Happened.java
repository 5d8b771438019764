package org.kepu.order;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an order's life.
 *
 * @param words what was said with it; whoever asked reads it too
 * @param whom the department, team or expert that it went to; null if to nobody alone
 */
public record Happened(
        Instant at,
        OrderAct act,
        Hand hand,
        OrderState state,
        String words,
        @Nullable UUID whom) {}
