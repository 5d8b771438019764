package org.kepu.order;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one order for good. */
public record OrderId(UUID value) {

    public OrderId {
        requireNonNull(value, "order id");
    }

    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
