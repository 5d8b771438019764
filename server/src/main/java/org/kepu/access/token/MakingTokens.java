package org.kepu.access.token;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kepu.access.AccountName;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.access.Secret;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.page.NotFound;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Accounts of other systems and their tokens: kept by the security administrator at the desk, or by whoever commands the
 * machine, through the program itself. A token is shown once; only its digest is kept.
 */
@Service
public class MakingTokens {

    /** How long a token lasts unless something else is asked for, in days. */
    public static final int USUAL_DAYS = 90;

    private static final int MOST_DAYS = 366;
    private static final String WHY = "kepu token create";

    private final Services services;
    private final Tokens tokens;
    private final Trail trail;
    private final PasswordEncoder passwords;
    private final RandomGenerator chance;
    private final Clock clock;

    MakingTokens(
            Services services,
            Tokens tokens,
            Trail trail,
            PasswordEncoder passwords,
            RandomGenerator chance,
            Clock clock) {
        this.services = services;
        this.tokens = tokens;
        this.trail = trail;
        this.passwords = passwords;
        this.chance = chance;
        this.clock = clock;
    }

    /** Opens the account of a service that as yet may do nothing; its roles are given like anyone's. */
    @Transactional
    Optional<UUID> open(Scope scope, String name, String displayName, Place home) {
        var by = scope.demands(Right.GRANT).actor();
        if (!services.reaches(scope, home.within())) {
            throw new NotFound();
        }
        return opened(by, new AccountName(name).text(), displayName, home);
    }

    private Optional<UUID> opened(Actor by, String name, String displayName, Place home) {
        var nothing = passwords.encode(Secret.random(chance).text());
        var account = services.open(name, displayName, home, nothing);
        account.ifPresent(id -> trail.record(
                by,
                Act.of("access.act.service-opened", "account", id, name)
                        .in(home.within())
                        .changed("access.place", null, home.key())));
        return account;
    }

    /**
     * A new token for a service.
     *
     * @param token its name, chosen when the form was shown, so that a second click makes no second token
     * @param days how long it lasts, 1 to 366
     * @throws NotFound if there is no such service within the scope
     */
    @Transactional
    Made make(Scope scope, UUID account, UUID token, int days) {
        var by = scope.demands(Right.GRANT).actor();
        var service = services.find(scope, account).orElseThrow(NotFound::new);
        if (service.closed()) {
            return new Made.Refused(List.of(Made.Why.CLOSED));
        }
        return made(by, account, service.name(), BearerToken.random(token, chance), days);
    }

    private Made made(Actor by, UUID account, String name, BearerToken token, int days) {
        if (days < 1 || days > MOST_DAYS) {
            return new Made.Refused(List.of(Made.Why.DAYS));
        }
        var expires = clock.instant().plus(Duration.ofDays(days));
        if (!tokens.insert(token, account, by.account(), expires)) {
            return new Made.Refused(List.of(Made.Why.SHOWN_BEFORE));
        }
        trail.record(
                by,
                Act.of("access.act.token-made", "token", token.id(), name)
                        .changed("access.token.expires", null, expires));
        return new Made.Token(account, token.id(), token.text());
    }

    /**
     * A token by the command line: opens the service of this name if there is none, gives it the role there, and makes a
     * token.
     *
     * @param program who commands it, an actor of kind {@link Actor.Kind#PROGRAM}
     * @param days how long it lasts, 1 to 366
     */
    @Transactional
    public Made make(Actor program, String name, Role role, Place place, int days) {
        if (program.kind() != Actor.Kind.PROGRAM) {
            throw new IllegalArgumentException("people make tokens at the desk: " + program);
        }
        if (!new AccountName(name).plain()) {
            return new Made.Refused(List.of(Made.Why.NAME_NOT_PLAIN));
        }
        if (role.isSeparate()) {
            return new Made.Refused(List.of(Made.Why.NOT_FOR_SERVICES));
        }
        if (days < 1 || days > MOST_DAYS) {
            return new Made.Refused(List.of(Made.Why.DAYS));
        }
        var plain = new AccountName(name).text();
        var known = services.named(plain);
        if (known.isPresent() && known.get().closed()) {
            return new Made.Refused(List.of(Made.Why.CLOSED));
        }
        var account = known.map(ServiceLine::id).or(() -> opened(program, plain, plain, place));
        if (account.isEmpty()) {
            return new Made.Refused(List.of(Made.Why.NAME_TAKEN));
        }
        services.grant(account.get(), role, place, program.account(), WHY);
        trail.record(
                program,
                Act.of("access.act.granted", "account", account.get(), place.name())
                        .in(place.within())
                        .changed("access.role", null, role)
                        .changed("access.place", null, place.key()));
        return made(program, account.get(), plain, BearerToken.random(chance), days);
    }

    /**
     * A token opens nothing from now on; no if it did not before.
     *
     * @throws NotFound if there is no such token within the scope
     */
    @Transactional
    boolean revoke(Scope scope, UUID account, UUID token) {
        var by = scope.demands(Right.GRANT).actor();
        if (services.find(scope, account).isEmpty()) {
            throw new NotFound();
        }
        return revoked(
                by,
                tokens.find(token)
                        .filter(found -> found.account().equals(account))
                        .orElseThrow(NotFound::new));
    }

    /** The same by the command line; empty if there is no such token. */
    @Transactional
    public Optional<Boolean> revoke(Actor program, UUID token) {
        return tokens.find(token).map(found -> revoked(program, found));
    }

    private boolean revoked(Actor by, TokenView token) {
        var done = tokens.revoke(token.id(), by.account());
        if (done) {
            trail.record(by, Act.of("access.act.token-revoked", "token", token.id(), token.name()));
        }
        return done;
    }

    /** All tokens, for the command line. */
    public List<TokenView> all() {
        return tokens.of(null);
    }

    List<ServiceLine> list(Scope scope) {
        return services.list(scope.demands(Right.GRANT));
    }

    ServiceLine service(Scope scope, UUID account) {
        return services.find(scope.demands(Right.GRANT), account).orElseThrow(NotFound::new);
    }

    /** The tokens of a service within the scope. */
    List<TokenView> tokens(Scope scope, UUID account) {
        return tokens.of(service(scope, account).id());
    }
}
