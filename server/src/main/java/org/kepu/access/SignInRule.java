package org.kepu.access;

import static org.kepu.access.SignInRule.Door.CODE;
import static org.kepu.access.SignInRule.Door.MESSAGE;
import static org.kepu.access.SignInRule.Door.PASSKEY;
import static org.kepu.access.SignInRule.Door.PASSWORD;
import static org.kepu.access.SignInRule.Door.PROOF;
import static org.kepu.access.SignInRule.Door.RESET;
import static org.kepu.access.SignInRule.Told.BY_ADDRESS;
import static org.kepu.access.SignInRule.Told.BY_NAME;
import static org.kepu.access.SignInRule.Told.BY_NAME_AND_ADDRESS;
import static org.kepu.access.SignInRule.Told.NOT_AT_ALL;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.kepu.guard.Limit;
import org.kepu.guard.Limits;

/**
 * How often something may be tried at each door within a window before one has to wait until it is over. A name is not
 * locked for everybody by five bad guesses from one place, or anybody could lock out anybody; an office behind one
 * address may mistype more often than one person.
 */
enum SignInRule implements Limit {
    //                         at which door, told apart, times, within
    ONE_NAME_FROM_ONE_ADDRESS(PASSWORD, BY_NAME_AND_ADDRESS, 5, Duration.ofMinutes(15)),
    ONE_ADDRESS(PASSWORD, BY_ADDRESS, 50, Duration.ofMinutes(15)),
    ONE_NAME(PASSWORD, BY_NAME, 100, Duration.ofMinutes(15)),

    PROOFS_OF_ONE_ACCOUNT(PROOF, BY_NAME, 5, Duration.ofMinutes(15)),
    PROOFS_FROM_ONE_ADDRESS(PROOF, BY_ADDRESS, 50, Duration.ofMinutes(15)),

    PASSKEYS_FROM_ONE_ADDRESS(PASSKEY, BY_ADDRESS, 50, Duration.ofMinutes(15)),

    RESETS_OF_ONE_NAME(RESET, BY_NAME, 3, Duration.ofHours(1)),
    RESETS_FROM_ONE_ADDRESS(RESET, BY_ADDRESS, 20, Duration.ofHours(1)),
    RESETS_IN_ALL(RESET, NOT_AT_ALL, 1_000, Duration.ofHours(1)),

    MESSAGES_TO_ONE_CONTACT(MESSAGE, BY_NAME, 5, Duration.ofHours(1)),
    MESSAGES_FROM_ONE_ADDRESS(MESSAGE, BY_ADDRESS, 20, Duration.ofHours(1)),
    MESSAGES_IN_ALL(MESSAGE, NOT_AT_ALL, 2_000, Duration.ofHours(1)),

    CODES_FROM_ONE_ADDRESS(CODE, BY_ADDRESS, 50, Duration.ofMinutes(15));

    /** Where one asks to be let in. */
    enum Door {
        /** Name and password. */
        PASSWORD,
        /** A code of the second factor, or one's password once more. */
        PROOF,
        PASSKEY,
        /** A forgotten password: the request for a link. */
        RESET,
        /** A citizen's request for a code: each costs a message. */
        MESSAGE,
        /** A citizen's code. */
        CODE
    }

    /** Whose tries are counted together. */
    enum Told {
        BY_NAME_AND_ADDRESS,
        BY_NAME,
        BY_ADDRESS,
        /** Everybody's: nobody pays for a flood of messages. */
        NOT_AT_ALL
    }

    private final Door door;
    private final Told told;
    private final Bound bound;

    SignInRule(Door door, Told told, int times, Duration window) {
        this.door = door;
        this.told = told;
        this.bound = new Bound(times, window, false);
    }

    static List<SignInRule> at(Door door) {
        return Arrays.stream(values()).filter(rule -> rule.door == door).toList();
    }

    Told told() {
        return told;
    }

    @Override
    public Bound bound() {
        return bound;
    }

    /** Whom an attempt is counted for. */
    String subject(String name, String address) {
        return switch (told) {
            case BY_NAME_AND_ADDRESS -> name + " " + Limits.place(address);
            case BY_NAME -> name;
            case BY_ADDRESS -> Limits.place(address);
            case NOT_AT_ALL -> "";
        };
    }
}
