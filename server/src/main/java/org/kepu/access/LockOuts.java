package org.kepu.access;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
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

    private static final Pattern IDENTITY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
        trail.record(who, account(name).map(account -> act.about(account.id())).orElse(act));
    }

    /** Some doors tell accounts apart by what is typed, others by their identity. */
    private Optional<Account> account(String name) {
        return IDENTITY.matcher(name).matches() ? accounts.find(UUID.fromString(name)) : accounts.find(name);
    }
}
