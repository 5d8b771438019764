package org.kepu.people;

import java.util.UUID;

/**
 * A person as lists show one.
 *
 * @param name masked; empty if the person had it erased
 * @param phone masked
 * @param minor whether a guardian has agreed for them
 */
public record Person(UUID id, String name, String phone, boolean minor) {

    public boolean isErased() {
        return name.isEmpty();
    }
}
