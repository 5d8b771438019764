package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.SignInRule.Door;
import org.kepu.notice.Message;
import org.kepu.notice.Outbox;
import org.kepu.shared.Actor;
import org.kepu.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sign-in of citizens: a code goes to a telephone number or mail address; whoever knows it is its owner. */
@Service
class Citizens {

    private final JdbcClient database;
    private final Vault vault;
    private final SignInThrottle throttle;
    private final Outbox outbox;
    private final MessageSource words;
    private final ContactCodes codes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Citizens(
            JdbcClient database,
            Vault vault,
            SignInThrottle throttle,
            Outbox outbox,
            MessageSource words,
            ContactCodes codes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.throttle = throttle;
        this.outbox = outbox;
        this.words = words;
        this.codes = codes;
        this.events = events;
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
    @Transactional
    boolean ask(Contact contact, String address, Locale locale) {
        if (!throttle.admits(Door.MESSAGE, contact.plain(), address)) {
            return false;
        }
        var code = codes.make(contact, null);
        outbox.send(new Message(
                contact.channel(),
                contact.plain(),
                words.getMessage("access.citizen.message.subject", null, locale),
                words.getMessage("access.citizen.message.text", new Object[] {code}, locale),
                null,
                true));
        return true;
    }

    /** Lets in whoever knows the code; at the first time an account is opened. */
    @Transactional
    Outcome prove(Contact contact, String typed, String address) {
        if (!throttle.admits(Door.CODE, "", address)) {
            return new Outcome.TooOften();
        }
        if (!codes.takes(contact, null, typed)) {
            return new Outcome.Wrong();
        }
        throttle.forgive(Door.CODE, "", address);
        open(contact);
        var citizen = known(contact);
        citizen.ifPresent(one -> events.publishEvent(new CitizenArrived(one.account())));
        return citizen.<Outcome>map(Outcome.In::new).orElseGet(Outcome.Closed::new);
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
