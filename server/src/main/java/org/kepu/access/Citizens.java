package org.kepu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
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

    static final int TRIES = 5;
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String CODE = "access.contact_code.code";
    private static final String PHONE = "access.account.phone";

    private final JdbcClient database;
    private final Vault vault;
    private final SignInThrottle throttle;
    private final Outbox outbox;
    private final MessageSource words;
    private final RandomGenerator chance;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Citizens(
            JdbcClient database,
            Vault vault,
            SignInThrottle throttle,
            Outbox outbox,
            MessageSource words,
            RandomGenerator chance,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.vault = vault;
        this.throttle = throttle;
        this.outbox = outbox;
        this.words = words;
        this.chance = chance;
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
        var code = String.format("%06d", chance.nextInt(1_000_000));
        database.sql("delete from access.contact_code where until <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                insert into access.contact_code (contact, code, sent_at, until) values (:contact, :code, :now, :until)
                on conflict on constraint contact_code_pk do update set
                    code = excluded.code, tries = 0, sent_at = excluded.sent_at, until = excluded.until""")
                .param("contact", fingerprint(contact))
                .param("code", hash(contact, code))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", clock.instant().plus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
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
        if (!takes(contact, typed.replaceAll("\\s", ""))) {
            return new Outcome.Wrong();
        }
        throttle.forgive(Door.CODE, "", address);
        var column = contact.isPhone() ? "phone" : "mail";
        open(contact, column).ifPresent(fresh -> events.publishEvent(new CitizenArrived(fresh)));
        return known(contact, column).<Outcome>map(Outcome.In::new).orElseGet(Outcome.Closed::new);
    }

    /** Each try is counted before it is looked at; the right code is taken once. */
    private boolean takes(Contact contact, String typed) {
        var expected = database.sql("""
                update access.contact_code set tries = tries + 1
                where contact = :contact and until > :now and tries < :most
                returning code""")
                .param("contact", fingerprint(contact))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", TRIES)
                .query(String.class)
                .optional();
        return expected.filter(hash(contact, typed)::equals).isPresent()
                && database.sql("delete from access.contact_code where contact = :contact and code = :code")
                                .param("contact", fingerprint(contact))
                                .param("code", expected.get())
                                .update()
                        == 1;
    }

    private Optional<UUID> open(Contact contact, String column) {
        var field = field(contact);
        return database.sql("""
                insert into access.account (kind, display_name, %1$s, %1$s_fingerprint, created_at)
                values ('CITIZEN', :name, :contact, :fingerprint, :now)
                on conflict (%1$s_fingerprint) where kind = 'CITIZEN' do nothing
                returning id""".formatted(column))
                .param("name", contact.masked())
                .param("contact", vault.seal(field, contact.plain()))
                .param("fingerprint", vault.fingerprint(field, contact.plain()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    private Optional<Actor> known(Contact contact, String column) {
        return database.sql("""
                select id, display_name from access.account
                where kind = 'CITIZEN' and closed_at is null and %s_fingerprint = :fingerprint""".formatted(column))
                .param("fingerprint", fingerprint(contact))
                .query((row, number) -> new Actor(
                        row.getObject("id", UUID.class), Actor.Kind.CITIZEN, row.getString("display_name"), null, ""))
                .optional();
    }

    private String fingerprint(Contact contact) {
        return vault.fingerprint(field(contact), contact.plain());
    }

    private String hash(Contact contact, String code) {
        return vault.fingerprint(CODE, contact.plain() + " " + code);
    }

    private static String field(Contact contact) {
        return contact.isPhone() ? PHONE : Accounts.MAIL;
    }
}
