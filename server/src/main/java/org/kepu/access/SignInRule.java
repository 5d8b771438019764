package org.kepu.access;

import java.time.Duration;

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
            case ONE_NAME_FROM_ONE_ADDRESS -> AccountName.digest(name + " " + address);
            case ONE_ADDRESS -> AccountName.digest(address);
            case ONE_NAME -> AccountName.digest(name);
        };
    }
}
