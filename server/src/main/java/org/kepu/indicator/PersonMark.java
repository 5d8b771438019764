package org.kepu.indicator;

import java.util.HexFormat;

/** A person by a keyed hash: equal for the same person, and telling nobody who it is. See {@link PersonMarks}. */
public record PersonMark(String hex) {

    public PersonMark {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a mark is a keyed hash of 32 bytes");
        }
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return "PersonMark";
    }
}
