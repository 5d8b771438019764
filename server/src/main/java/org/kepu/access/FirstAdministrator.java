package org.kepu.access;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Service;

/**
 * The account with which a fresh installation begins. Its password is made up here, told once to whoever starts the
 * program, and kept nowhere in clear.
 */
@Service
public class FirstAdministrator {

    static final String NAME = "admin";

    private static final String DISPLAY_NAME = "管理员";

    private final Accounts accounts;
    private final RandomGenerator chance;

    FirstAdministrator(Accounts accounts, RandomGenerator chance) {
        this.accounts = accounts;
        this.chance = chance;
    }

    /** What has to be told once. */
    public record Credentials(String name, String password) {

        @Override
        public String toString() {
            return "Credentials[" + name + "]";
        }
    }

    /** Opens the first account if there is none; of several nodes starting together, one gets the credentials. */
    public Optional<Credentials> open() {
        if (!accounts.none()) {
            return Optional.empty();
        }
        var password = Passwords.random(chance);
        return accounts.open(NAME, DISPLAY_NAME, password)
                ? Optional.of(new Credentials(NAME, password))
                : Optional.empty();
    }

    /** A new password for the administrator, for when the first was never seen or is lost. */
    public Credentials reset() {
        var password = Passwords.random(chance);
        if (!accounts.givePassword(NAME, password) && !accounts.open(NAME, DISPLAY_NAME, password)) {
            throw new IllegalStateException("the administrator's account is being opened elsewhere");
        }
        return new Credentials(NAME, password);
    }
}
