package org.kepu.order;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;

/** Names one order for good. */
public record OrderId(UUID value) {

    public OrderId {
        requireNonNull(value, "order id");
    }

    public static OrderId of(String text) {
        return new OrderId(UUID.fromString(text));
    }

    /** Nothing where the text is none. */
    public static Optional<OrderId> read(String text) {
        try {
            return Optional.of(of(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
