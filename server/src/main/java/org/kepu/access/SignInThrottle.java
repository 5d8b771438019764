package org.kepu.access;

import org.kepu.access.SignInRule.Door;
import org.kepu.access.SignInRule.Told;
import org.kepu.guard.Limits;
import org.springframework.stereotype.Component;

/**
 * Asks every rule of a door before anything is looked at, and before a transaction begins. Unknown names are counted like
 * known ones.
 */
@Component
class SignInThrottle {

    private final Limits limits;
    private final LockOuts lockOuts;

    SignInThrottle(Limits limits, LockOuts lockOuts) {
        this.limits = limits;
        this.lockOuts = lockOuts;
    }

    /**
     * Counts an attempt; whether it may go on.
     *
     * @param name the account, contact or whatever is tried at this door; empty where there is none
     */
    boolean admits(Door door, String name, String address) {
        return !isShut(door, address) && SignInRule.at(door).stream().allMatch(rule -> admits(rule, name, address));
    }

    private boolean admits(SignInRule rule, String name, String address) {
        return switch (limits.count(rule, rule.subject(name, address))) {
            case WITHIN -> true;
            case FIRST_OVER -> {
                lockOuts.note(rule, name, address);
                yield false;
            }
            case OVER -> false;
        };
    }

    /** From an address that is shut nothing more is written down, or made-up names would fill the table. */
    private boolean isShut(Door door, String address) {
        return SignInRule.at(door).stream()
                .filter(rule -> rule.told() == Told.BY_ADDRESS)
                .anyMatch(rule -> limits.isShut(rule, rule.subject("", address)));
    }

    /** After a right proof: this name starts afresh, and this attempt is not held against the address. */
    void forgive(Door door, String name, String address) {
        for (var rule : SignInRule.at(door)) {
            if (rule.told() == Told.BY_ADDRESS) {
                limits.giveBack(rule, rule.subject(name, address));
            } else {
                limits.forget(rule, rule.subject(name, address));
            }
        }
    }
}
