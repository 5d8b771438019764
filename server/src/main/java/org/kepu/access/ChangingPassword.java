package org.kepu.access;

import java.util.List;
import java.util.Objects;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

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
    private final TransactionOperations transactions;

    ChangingPassword(
            Accounts accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            Sessions sessions,
            Trail trail,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.trail = trail;
        this.transactions = transactions;
    }

    /** Whoever signed in with the old password, perhaps on a machine left behind, has to sign in again. */
    Outcome change(SessionHolder owner, String old, String fresh) {
        var who = owner.actor();
        var account = accounts.find(who.account()).orElseThrow();
        var broken = PasswordRule.brokenBy(fresh, account.name(), account.displayName());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        if (!throttle.admits(Door.PROOF, account.id().toString(), who.address())) {
            return new Outcome.TooOften();
        }
        return Objects.requireNonNull(transactions.execute(begun -> replace(owner, account, old, fresh)));
    }

    private Outcome replace(SessionHolder owner, Account account, String old, String fresh) {
        var who = owner.actor();
        if (!passwords.matches(old, account.passwordHash()) || !accounts.replacePassword(account, fresh)) {
            return new Outcome.WrongOld();
        }
        throttle.forgive(Door.PROOF, account.id().toString(), who.address());
        sessions.endOthers(account.id(), owner.session());
        trail.record(
                who,
                Act.of("access.act.password-changed", "account", account.id(), "")
                        .about(account.id()));
        return new Outcome.Changed();
    }
}
