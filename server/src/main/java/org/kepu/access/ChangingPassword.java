package org.kepu.access;

import java.util.List;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The owner's own change of the password. */
@Service
class ChangingPassword {

    sealed interface Outcome {
        record Changed() implements Outcome {}

        record WrongOld() implements Outcome {}

        record TooOften() implements Outcome {}

        record Refused(List<PasswordRule> broken) implements Outcome {}
    }

    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final Sessions sessions;
    private final Trail trail;

    ChangingPassword(
            Accounts accounts, PasswordEncoder passwords, SignInThrottle throttle, Sessions sessions, Trail trail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
    }

    /** Whoever signed in with the old password, perhaps on a machine left behind, has to sign in again. */
    @Transactional
    Outcome change(SessionHolder owner, String old, String fresh) {
        var who = owner.actor();
        var account = accounts.find(who.account()).orElseThrow();
        var broken = PasswordRule.brokenBy(fresh, account.name(), account.displayName());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var subject = account.id().toString();
        if (!throttle.admits(Door.PROOF, subject, who.address())) {
            return new Outcome.TooOften();
        }
        if (!passwords.matches(old, account.passwordHash()) || !accounts.replacePassword(account, fresh)) {
            return new Outcome.WrongOld();
        }
        throttle.forgive(Door.PROOF, subject, who.address());
        sessions.endOthers(account.id(), owner.session());
        trail.record(
                who,
                Act.of("access.act.password-changed", "account", account.id(), "")
                        .about(account.id()));
        return new Outcome.Changed();
    }
}
