package org.kepu.privacy;

import org.kepu.shared.Masked;

/** A telephone number or mail address by which a person is known. */
public record Contact(String value) {

    public Contact {
        value = value.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a contact is a number or an address");
        }
    }

    public String masked() {
        return Masked.contact(value);
    }

    @Override
    public String toString() {
        return masked();
    }
}
