package org.kepu.access;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.SignInRule.Door;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.page.Site;
import org.kepu.vault.Vault;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A citizen changes the telephone number or mail address that opens the account, within minutes of having shown a code
 * sent to the old one. A code goes to the new one, whether or not it opens another account already: that is told to its
 * owner only, who has shown the code.
 */
@Service
class ChangingContact {

    private final JdbcClient database;
    private final Vault vault;
    private final SignInThrottle throttle;
    private final ContactCodes codes;
    private final Sessions sessions;
    private final Outbox outbox;
    private final Trail trail;
    private final MessageSource words;
    private final Site site;
    private final TransactionOperations transactions;

    ChangingContact(
            JdbcClient database,
            Vault vault,
            SignInThrottle throttle,
            ContactCodes codes,
            Sessions sessions,
            Outbox outbox,
            Trail trail,
            MessageSource words,
            Site site,
            TransactionOperations transactions) {
        this.database = database;
        this.vault = vault;
        this.throttle = throttle;
        this.codes = codes;
        this.sessions = sessions;
        this.outbox = outbox;
        this.trail = trail;
        this.words = words;
        this.site = site;
        this.transactions = transactions;
    }

    /** What came of a code. */
    enum Outcome {
        CHANGED,
        WRONG,
        TOO_OFTEN,
        /** The contact opens another account. */
        TAKEN
    }

    /** What opens the account now. */
    Optional<Contact> current(UUID account) {
        return database.sql("select phone, mail from access.account where id = :id and kind = 'CITIZEN'")
                .param("id", account)
                .query((row, number) -> row.getString("phone") == null
                        ? vault.open(Accounts.MAIL, row.getString("mail"))
                        : vault.open(Contact.PHONE_FIELD, row.getString("phone")))
                .optional()
                .flatMap(Contact::read);
    }

    /** Sends a code to the new contact; nothing if too many were asked for. */
    boolean ask(SessionHolder owner, Contact fresh, Locale locale) {
        var who = owner.actor();
        var admitted = throttle.admits(Door.MESSAGE, fresh.plain(), who.address());
        if (admitted) {
            transactions.executeWithoutResult(begun -> send(
                    fresh,
                    who.account(),
                    words.getMessage("access.contact.message.subject", null, locale),
                    words.getMessage(
                            "access.contact.message.text", new Object[] {codes.make(fresh, who.account())}, locale),
                    true));
        }
        return admitted;
    }

    /** Changes to the contact whose code is right, and tells the old one; the other sessions of the account end. */
    Outcome prove(SessionHolder owner, Contact fresh, String typed, Locale locale) {
        if (!throttle.admits(Door.CODE, "", owner.actor().address())) {
            return Outcome.TOO_OFTEN;
        }
        return Objects.requireNonNull(transactions.execute(begun -> change(owner, fresh, typed, locale, begun)));
    }

    private Outcome change(SessionHolder owner, Contact fresh, String typed, Locale locale, TransactionStatus begun) {
        var who = owner.actor();
        var old = current(who.account()).orElseThrow();
        if (!codes.takes(fresh, who.account(), typed)) {
            return Outcome.WRONG;
        }
        throttle.forgive(Door.CODE, "", who.address());
        try {
            replace(who.account(), old, fresh);
        } catch (DuplicateKeyException another) {
            begun.setRollbackOnly();
            return Outcome.TAKEN;
        }
        sessions.endOthers(who.account(), owner.session());
        send(
                old,
                who.account(),
                words.getMessage("access.contact.notice.subject", null, locale),
                words.getMessage("access.contact.notice.text", new Object[] {fresh.masked(), site.telephone()}, locale),
                false);
        trail.record(
                who,
                Act.of("access.act.contact-changed", "account", who.account(), "")
                        .about(who.account()));
        return Outcome.CHANGED;
    }

    /** Who goes by the name of the old contact goes by that of the new one. */
    private void replace(UUID account, Contact old, Contact fresh) {
        database.sql("""
                update access.account
                set phone = case when :phone then :contact end, phone_fingerprint = case when :phone then :print end,
                    mail = case when not :phone then :contact end, mail_fingerprint = case when not :phone then :print end,
                    display_name = case when display_name = :old then :fresh else display_name end
                where id = :id and kind = 'CITIZEN'""")
                .param("phone", fresh.isPhone())
                .param("contact", vault.seal(fresh.field(), fresh.plain()))
                .param("print", fresh.fingerprint(vault))
                .param("old", old.masked())
                .param("fresh", fresh.masked())
                .param("id", account)
                .update();
    }

    private void send(Contact to, UUID account, String subject, String text, boolean secret) {
        outbox.send(new Message(to.channel(), to.plain(), subject, text, account, secret));
    }
}
