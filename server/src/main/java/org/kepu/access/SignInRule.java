package org.kepu.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;

/**
 * How often sign-in may be tried within a window before one has to wait until it is over. A name is not locked for
 * everybody by five bad guesses from one place, or anybody could lock out anybody; an office behind one address may
 * mistype more often than one person.
 */
enum SignInRule {
    ONE_NAME_FROM_ONE_ADDRESS(5),
    ONE_ADDRESS(50),
    ONE_NAME(100);

    static final Duration WINDOW = Duration.ofMinutes(15);

    private final int attempts;

    SignInRule(int attempts) {
        this.attempts = attempts;
    }

    int attempts() {
        return attempts;
    }

    String subject(String name, String address) {
        return switch (this) {
            case ONE_NAME_FROM_ONE_ADDRESS -> AccountName.digest(name + " " + place(address));
            case ONE_ADDRESS -> AccountName.digest(place(address));
            case ONE_NAME -> AccountName.digest(name);
        };
    }

    /** Whoever has one address of IPv6 has all of its network of 64 bits: it counts as one. */
    private static String place(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address wide
                    ? HexFormat.of().formatHex(wide.getAddress(), 0, Long.BYTES)
                    : address;
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
