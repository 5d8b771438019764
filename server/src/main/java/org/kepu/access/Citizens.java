package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.SignInRule.Door;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.privacy.Consents;
import org.kepu.shared.Actor;
import org.kepu.vault.Vault;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Sign-in of citizens: a code goes to a telephone number or mail address; whoever knows it is its owner. */
@Service
class Citizens {

    private final JdbcClient database;
    private final Vault vault;
    private final SignInThrottle throttle;
    private final Outbox outbox;
    private final MessageSource words;
    private final ContactCodes codes;
    private final Consents consents;
    private final TransactionOperations transactions;
    private final Clock clock;

    Citizens(
            JdbcClient database,
            Vault vault,
            SignInThrottle throttle,
            Outbox outbox,
            MessageSource words,
            ContactCodes codes,
            Consents consents,
            TransactionOperations transactions,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.throttle = throttle;
        this.outbox = outbox;
        this.words = words;
        this.codes = codes;
        this.consents = consents;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of a code. */
    sealed interface Outcome {
        record In(Actor citizen) implements Outcome {}

        record Wrong() implements Outcome {}

        record TooOften() implements Outcome {}

        /** The account was closed. */
        record Closed() implements Outcome {}
    }

    /** Sends a code, whether the contact is known or not; nothing if too many were asked for. */
    boolean ask(Contact contact, String address, Locale locale) {
        var admitted = throttle.admits(Door.MESSAGE, contact.plain(), address);
        if (admitted) {
            transactions.executeWithoutResult(begun -> send(contact, locale));
        }
        return admitted;
    }

    private void send(Contact contact, Locale locale) {
        var code = codes.make(contact, null);
        outbox.send(new Message(
                contact.channel(),
                contact.plain(),
                words.getMessage("access.citizen.message.subject", null, locale),
                words.getMessage("access.citizen.message.text", new Object[] {code}, locale),
                null,
                true));
    }

    /** Lets in whoever knows the code; at the first time an account is opened. */
    Outcome prove(Contact contact, String typed, String address) {
        if (!throttle.admits(Door.CODE, "", address)) {
            return new Outcome.TooOften();
        }
        return Objects.requireNonNull(transactions.execute(begun -> arrive(contact, typed, address)));
    }

    private Outcome arrive(Contact contact, String typed, String address) {
        if (!codes.takes(contact, null, typed)) {
            return new Outcome.Wrong();
        }
        throttle.forgive(Door.CODE, "", address);
        open(contact);
        var citizen = known(contact);
        citizen.ifPresent(this::agreed);
        return citizen.<Outcome>map(Outcome.In::new).orElseGet(Outcome.Closed::new);
    }

    /** Whoever asks for a code ticks that the own contact may be kept; written down when it is news. */
    private void agreed(Actor citizen) {
        var nameless = new Actor(citizen.account(), Actor.Kind.CITIZEN, "", null, "");
        consents.give(citizen.account(), Consents.ACCOUNT, Consents.How.SCREEN, nameless);
    }

    private void open(Contact contact) {
        database.sql("""
                insert into access.account (kind, display_name, %1$s, %1$s_fingerprint, created_at)
                values ('CITIZEN', :name, :contact, :fingerprint, :now)
                on conflict (%1$s_fingerprint) where kind = 'CITIZEN' do nothing""".formatted(contact.column()))
                .param("name", contact.masked())
                .param("contact", vault.seal(contact.field(), contact.plain()))
                .param("fingerprint", contact.fingerprint(vault))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Optional<Actor> known(Contact contact) {
        return database.sql("""
                select id, display_name from access.account
                where kind = 'CITIZEN' and closed_at is null and %s_fingerprint = :fingerprint""".formatted(contact.column()))
                .param("fingerprint", contact.fingerprint(vault))
                .query((row, number) -> new Actor(
                        row.getObject("id", UUID.class), Actor.Kind.CITIZEN, row.getString("display_name"), null, ""))
                .optional();
    }
}
