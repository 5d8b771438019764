package org.kepu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.factor.Factors;
import org.kepu.access.session.Session.Second;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Sign-in of the staff: a first proof, and then, if the account has one or must have one, a second factor. */
@Service
class SigningIn {

    /** What came of a first proof. */
    sealed interface Outcome {
        /** In, with nothing more asked. */
        record In(Account account) implements Outcome {}

        /** A second factor is asked for. */
        record Halfway(Account account) implements Outcome {}

        /** The account has had its time without a second factor, or lost the one it had: one is set up first. */
        record Unprotected(Account account) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooOften() implements Outcome {}
    }

    /** What came of a second one. */
    sealed interface Answer {
        record Right(Account account, Second second) implements Answer {}

        record Wrong() implements Answer {}

        record TooOften() implements Answer {}
    }

    private final Accounts accounts;
    private final Factors factors;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final Duration grace;
    private final Clock clock;
    private final String nobodys;

    SigningIn(
            Accounts accounts,
            Factors factors,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            RandomGenerator chance,
            @Value("${kepu.access.second-factor-grace:7d}") Duration grace,
            Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.passwords = passwords;
        this.throttle = throttle;
        this.grace = grace;
        this.clock = clock;
        this.nobodys = passwords.encode(PaperCode.random(chance));
    }

    /** An unknown name costs as much time as a wrong password, and gets the same answer. */
    Outcome byPassword(String typed, String password, String address) {
        var name = new AccountName(typed).text();
        if (!throttle.admits(Door.PASSWORD, name, address)) {
            return new Outcome.TooOften();
        }
        var account = accounts.find(name);
        var right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(nobodys));
        if (account.isEmpty() || !right) {
            return new Outcome.Wrong();
        }
        throttle.forgive(Door.PASSWORD, name, address);
        if (passwords.upgradeEncoding(account.get().passwordHash())) {
            accounts.rehash(account.get(), password);
        }
        return afterFirst(account.get());
    }

    /** What is still asked of somebody whose first proof was right, whoever took it. */
    Outcome afterFirst(Account account) {
        if (factors.protect(account.id())) {
            return new Outcome.Halfway(account);
        }
        return clock.instant().isBefore(account.opened().plus(grace)) && !factors.dueAtOnce(account.id())
                ? new Outcome.In(account)
                : new Outcome.Unprotected(account);
    }

    Answer bySecond(UUID id, String code, String address) {
        if (!throttle.admits(Door.PROOF, id.toString(), address)) {
            return new Answer.TooOften();
        }
        var second = accounts.find(id)
                .flatMap(account -> factors.prove(id, code).map(factor -> new Answer.Right(account, factor)));
        second.ifPresent(right -> throttle.forgive(Door.PROOF, id.toString(), address));
        return second.<Answer>map(right -> right).orElseGet(Answer.Wrong::new);
    }

    /** What came of asking whoever sits at an open session whether that is its owner. */
    enum Again {
        OWNER,
        WRONG,
        TOO_OFTEN
    }

    /** Asks for the password, or a code of the second factor. */
    Again again(UUID id, String typed, String address) {
        if (!throttle.admits(Door.PROOF, id.toString(), address)) {
            return Again.TOO_OFTEN;
        }
        var owner = factors.prove(id, typed).isPresent()
                || accounts.find(id)
                        .filter(account -> passwords.matches(typed, account.passwordHash()))
                        .isPresent();
        if (owner) {
            throttle.forgive(Door.PROOF, id.toString(), address);
        }
        return owner ? Again.OWNER : Again.WRONG;
    }

    /** By when this account must have a second factor. */
    Optional<Instant> deadline(UUID id) {
        return factors.protect(id)
                ? Optional.empty()
                : accounts.find(id).map(account -> account.opened().plus(grace));
    }
}
