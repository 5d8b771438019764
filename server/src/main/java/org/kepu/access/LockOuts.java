package org.kepu.access;

import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down that a door was shut, once for each time: not each guess, or guessing would flood the trail. What was typed
 * as a name stays unsaid: it may be a password.
 */
@Component
class LockOuts {

    private final Trail trail;
    private final Accounts accounts;

    LockOuts(Trail trail, Accounts accounts) {
        this.trail = trail;
        this.accounts = accounts;
    }

    @Transactional
    void note(SignInRule rule, String name, String address) {
        var who = Actor.program("sign-in").from(address);
        var act = Act.of("access.act.locked-out", "sign-in", rule.name(), "");
        trail.record(
                who, accounts.find(name).map(account -> act.about(account.id())).orElse(act));
    }
}
