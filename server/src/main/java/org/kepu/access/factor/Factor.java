package org.kepu.access.factor;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A second factor as its owner sees it.
 *
 * @param name how the owner calls it
 * @param used when it last served to sign in, if it did
 */
public record Factor(
        UUID id,
        Kind kind,
        String name,
        Instant added,
        @Nullable Instant used) {

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 40;

    public enum Kind {
        /** Codes made by an app (RFC 6238). */
        CODE_APP,
        /** A key that a device keeps (W3C Web Authentication). */
        PASSKEY;

        public String messageKey() {
            return "access.factor.kind." + name();
        }
    }

    /** The name as it is kept: what was typed, cut to size, or something if nothing was. */
    static String named(String typed, String otherwise) {
        var name = typed.strip();
        return name.isEmpty() ? otherwise : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
