package org.kepu.access;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The codes that prove a telephone number or mail address. A code that an account asked for, to change to the contact, is
 * of no use to anybody else, nor for signing in; a later one takes the place of an earlier one.
 */
@Component
class ContactCodes {

    static final int TRIES = 5;
    static final Duration LASTS = Duration.ofMinutes(10);

    private static final String CODE = "access.contact_code.code";

    private final JdbcClient database;
    private final Vault vault;
    private final RandomGenerator chance;
    private final Clock clock;

    ContactCodes(JdbcClient database, Vault vault, RandomGenerator chance, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.chance = chance;
        this.clock = clock;
    }

    /**
     * A new code, to be sent to the contact.
     *
     * @param account who asks for it; nobody at sign-in
     */
    String make(Contact contact, @Nullable UUID account) {
        var code = String.format("%06d", chance.nextInt(1_000_000));
        database.sql("delete from access.contact_code where until <= :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        database.sql("""
                insert into access.contact_code (contact, account, code, sent_at, until)
                values (:contact, :account, :code, :now, :until)
                on conflict on constraint contact_code_one_for_each do update set
                    code = excluded.code, tries = 0, sent_at = excluded.sent_at, until = excluded.until""")
                .param("contact", contact.fingerprint(vault))
                .param("account", account)
                .param("code", hash(contact, code))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("until", clock.instant().plus(LASTS).atOffset(ZoneOffset.UTC))
                .update();
        return code;
    }

    /** Whether this is the code. Each try is counted before it is looked at; the right code is taken once. */
    boolean takes(Contact contact, @Nullable UUID account, String typed) {
        var expected = database.sql("""
                update access.contact_code set tries = tries + 1
                where contact = :contact and account is not distinct from cast(:account as uuid)
                  and until > :now and tries < :most
                returning code""")
                .param("contact", contact.fingerprint(vault))
                .param("account", account)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("most", TRIES)
                .query(String.class)
                .optional();
        return expected.filter(hash(contact, typed.replaceAll("\\s", ""))::equals)
                        .isPresent()
                && database.sql("""
                        delete from access.contact_code
                        where contact = :contact and account is not distinct from cast(:account as uuid)
                          and code = :code""")
                                .param("contact", contact.fingerprint(vault))
                                .param("account", account)
                                .param("code", expected.get())
                                .update()
                        == 1;
    }

    private String hash(Contact contact, String code) {
        return vault.fingerprint(CODE, contact.plain() + " " + code);
    }
}
