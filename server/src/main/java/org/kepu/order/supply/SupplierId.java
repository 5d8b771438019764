package org.kepu.order.supply;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names one team or expert for good. */
public record SupplierId(UUID value) {

    public SupplierId {
        requireNonNull(value, "supplier id");
    }

    public static SupplierId of(String text) {
        return new SupplierId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
