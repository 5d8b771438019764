package org.kepu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.notice.Channels;
import org.kepu.notice.Message;
import org.kepu.notice.Message.Channel;
import org.kepu.notice.Outbox;
import org.kepu.page.SiteAddress;
import org.kepu.shared.Actor;
import org.kepu.shared.Right;
import org.kepu.shared.Scope;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgotten passwords: a link goes to the account's mail address and opens once, for half an hour. Whoever asks learns
 * nothing of which accounts there are.
 */
@Service
public class PasswordResets {

    static final Duration LASTS = Duration.ofMinutes(30);

    private final JdbcClient database;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Channels channels;
    private final SeparateHands hands;
    private final Trail trail;
    private final MessageSource words;
    private final SiteAddress site;
    private final Clock clock;
    private final RandomGenerator chance;

    PasswordResets(
            JdbcClient database,
            Accounts accounts,
            Sessions sessions,
            Outbox outbox,
            Channels channels,
            SeparateHands hands,
            Trail trail,
            MessageSource words,
            SiteAddress site,
            Clock clock,
            RandomGenerator chance) {
        this.database = database;
        this.accounts = accounts;
        this.sessions = sessions;
        this.outbox = outbox;
        this.channels = channels;
        this.hands = hands;
        this.trail = trail;
        this.words = words;
        this.site = site;
        this.clock = clock;
        this.chance = chance;
    }

    /** What came of a new password. */
    sealed interface Outcome {
        record Reset() implements Outcome {}

        /** The link was used, is too old, or never was one. */
        record LinkIsOver() implements Outcome {}

        record Refused(List<PasswordRule> broken) implements Outcome {}
    }

    /** What became of a link. */
    public enum Link {
        SENT,
        /** Messages do not leave the platform: it waits in the outbox to be handed over. */
        IN_OUTBOX,
        /** The account is closed, or has no mail address. */
        NO_ADDRESS,
        /** It opens the account of an administrator and would be read in the outbox: none was made. */
        ON_THE_SERVER_ONLY;

        /** Whether there is a link. */
        boolean isMade() {
            return this == SENT || this == IN_OUTBOX;
        }

        /** The key of the sentence that tells it to whoever asked for the link. */
        public String messageKey() {
            return "access.people.reset." + name();
        }
    }

    /** Sends a link to the account of this name, or to the accounts with this mail address, if there are any. */
    @Transactional
    void ask(String typed, String address) {
        var meant = accounts.find(typed).map(List::of).orElseGet(() -> accounts.withMail(typed));
        for (var account : meant) {
            if (send(account).isMade()) {
                trail.record(
                        Actor.program("sign-in").from(address),
                        Act.of("access.act.reset-asked", "account", account.id(), "")
                                .about(account.id()));
            }
        }
    }

    /** Sends a link because the owner asked the system administrator for one. */
    @Transactional
    public Link send(Scope scope, UUID account) {
        scope.demands(Right.KEEP_ACCOUNTS);
        var sent = accounts.find(account).map(this::send).orElse(Link.NO_ADDRESS);
        if (sent.isMade()) {
            trail.record(
                    scope.actor(),
                    Act.of("access.act.reset-sent", "account", account, "").about(account));
        }
        return sent;
    }

    private Link send(Account account) {
        var leaves = channels.leave(Channel.MAIL);
        if (!leaves && hands.holds(account.id())) {
            return Link.ON_THE_SERVER_ONLY;
        }
        var mail = accounts.mail(account.id());
        mail.ifPresent(to -> outbox.send(new Message(
                Channel.MAIL,
                to,
                say("access.reset.mail.subject"),
                say("access.reset.mail.text", site.of("/sign-in/reset?token=" + token(account.id()))),
                account.id(),
                true)));
        if (mail.isEmpty()) {
            return Link.NO_ADDRESS;
        }
        return leaves ? Link.SENT : Link.IN_OUTBOX;
    }

    /** A later link ends the earlier ones. */
    private String token(UUID account) {
        var token = Secret.random(chance);
        forget(account);
        database.sql("""
                insert into access.password_reset (token_hash, account, asked_at, until)
                values (:hash, :account, :now, :until)""")
                .param("hash", hash(token))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", clock.instant().plus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
        return token.text();
    }

    /** Ends the links of an account, such as of one that becomes a separate hand: whoever reads the outbox may have them. */
    @Transactional
    public void forget(UUID account) {
        database.sql("delete from access.password_reset where account = :account or until <= :now")
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether a link still opens. */
    boolean opens(String token) {
        return owner(token).isPresent();
    }

    /** Gives the account of the link a new password and ends all its sessions. */
    @Transactional
    Outcome reset(String token, String fresh, String address) {
        var account = owner(token);
        if (account.isEmpty()) {
            return new Outcome.LinkIsOver();
        }
        var broken =
                PasswordRule.brokenBy(fresh, account.get().name(), account.get().displayName());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        if (!takes(token) || !accounts.replacePassword(account.get(), fresh)) {
            return new Outcome.LinkIsOver();
        }
        var id = account.get().id();
        sessions.endAll(id);
        trail.record(
                account.get().actor().from(address),
                Act.of("access.act.password-reset", "account", id, "").about(id));
        return new Outcome.Reset();
    }

    private Optional<Account> owner(String token) {
        return database.sql("""
                select account from access.password_reset
                where token_hash = :hash and used_at is null and until > :now""")
                .param("hash", hash(new Secret(token)))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(accounts::find);
    }

    private boolean takes(String token) {
        return database.sql("""
                update access.password_reset set used_at = :now
                where token_hash = :hash and used_at is null and until > :now""")
                        .param("hash", hash(new Secret(token)))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static String hash(Secret token) {
        return HexFormat.of().formatHex(token.digest());
    }

    private String say(String key, Object... arguments) {
        return words.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }
}
