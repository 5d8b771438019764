package org.kepu.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kepu.privacy.Consents;
import org.kepu.privacy.Contact;
import org.kepu.privacy.PersonalData;
import org.kepu.privacy.Subject;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The account itself. Of a citizen nothing stays. Of staff the bare identity stays, since grants and the trail point at
 * it; name, contacts, password and factors go, and nobody signs in with it any more.
 */
@Component
class AccountAsPerson implements PersonalData {

    private static final String NAME = "access.account.display_name";
    private static final String MAIL = "access.account.mail";
    private static final String PHONE = "access.account.phone";
    private static final String GONE = "已删除";

    /** What hangs on an account and serves nobody without it. */
    private static final List<String> HANGING = List.of(
            "session", "code_app", "passkey", "recovery_code", "provider_identity", "password_reset", "contact_code");

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    AccountAsPerson(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    private record Row(
            boolean citizen,
            @Nullable String name,
            String displayName,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String lastVisit) {

        @Override
        public String toString() {
            return "Row";
        }
    }

    @Override
    public String source() {
        return "access.account";
    }

    @Override
    public String messageKey() {
        return "access.personal";
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "access.account.name",
                NAME,
                "access.account.password_hash",
                MAIL,
                "access.account.mail_fingerprint",
                PHONE,
                "access.account.phone_fingerprint",
                "access.role_grant.holder",
                "access.session.account",
                "access.session.address",
                "access.session.device",
                "access.code_app.account",
                "access.code_app.name",
                "access.code_app.secret",
                "access.passkey.account",
                "access.passkey.name",
                "access.passkey.credential",
                "access.recovery_code.account",
                "access.provider_identity.account",
                "access.provider_identity.subject",
                "access.password_reset.account",
                "access.account.closed_why",
                "access.account.last_visit",
                "access.contact_code.contact",
                "access.contact_code.account");
    }

    @Override
    public List<Contact> contacts(UUID person) {
        return row(person).stream()
                .flatMap(row -> Stream.of(row.mail(), row.phone()))
                .filter(contact -> contact != null && !contact.isBlank())
                .map(Contact::new)
                .toList();
    }

    @Override
    public List<Held> find(Subject subject) {
        var held = new ArrayList<Held>();
        row(subject.person()).ifPresent(row -> {
            var purpose = row.citizen() ? Consents.ACCOUNT : "staff-account";
            held.add(new Held(purpose, NAME, row.displayName()));
            add(held, purpose, "access.account.name", row.name());
            add(held, purpose, MAIL, row.mail());
            add(held, purpose, PHONE, row.phone());
            add(held, purpose, "access.account.last_visit", row.lastVisit());
        });
        database.sql("select distinct address, device from access.session where account = :person order by 1, 2")
                .param("person", subject.person())
                .query(row -> {
                    held.add(new Held("sign-in", "access.session.address", row.getString("address")));
                    held.add(new Held("sign-in", "access.session.device", row.getString("device")));
                });
        return held;
    }

    private static void add(List<Held> held, String purpose, String column, @Nullable String value) {
        if (value != null) {
            held.add(new Held(purpose, column, value));
        }
    }

    /** Citizens call themselves what they like; the names of staff are the administrator's to keep. */
    @Override
    public Set<String> correctable(Subject subject) {
        return row(subject.person()).filter(Row::citizen).isPresent() ? Set.of(NAME) : Set.of();
    }

    @Override
    public boolean correct(Subject subject, String column, String value) {
        return database.sql("""
                update access.account set display_name = :name
                where id = :id and kind = 'CITIZEN' and :column = 'access.account.display_name'
                """)
                        .param("name", value)
                        .param("id", subject.person())
                        .param("column", column)
                        .update()
                == 1;
    }

    @Override
    public Erased erase(Subject subject) {
        var removed = 0;
        for (var table : HANGING) {
            removed += database.sql("delete from access.%s where account = :person".formatted(table))
                    .param("person", subject.person())
                    .update();
        }
        removed += database.sql("delete from access.contact_code where contact = any(:prints)")
                .param("prints", prints(subject))
                .update();
        removed += database.sql("delete from access.account where id = :person and kind = 'CITIZEN'")
                .param("person", subject.person())
                .update();
        int emptied = database.sql("""
                update access.account
                set name = 'erased-' || id, display_name = :gone, password_hash = '', must_change = false,
                    mail = null, mail_fingerprint = null, phone = null, phone_fingerprint = null,
                    last_visit = null,
                    closed_at = coalesce(closed_at, :now),
                    closed_why = case when closed_why is null then null else :gone end
                where id = :person and display_name <> :gone
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", subject.person())
                .param("gone", GONE)
                .update();
        return new Erased(removed, emptied, grants(subject.person()));
    }

    /** A contact may be another account's too: only the person's own count. */
    @Override
    public int left(Subject subject) {
        return database.sql("""
                select (select count(*) from access.account
                        where id = :person and display_name <> :gone)
                     + (select count(*) from access.contact_code where account = :person)
                     + (select count(*) from access.session where account = :person)
                """)
                .param("person", subject.person())
                .param("gone", GONE)
                .query(Integer.class)
                .single();
    }

    private Optional<Row> row(UUID person) {
        return database.sql("""
                select kind = 'CITIZEN' as citizen, name, display_name, mail, phone, last_visit from access.account
                where id = :person and display_name <> :gone
                """)
                .param("person", person)
                .param("gone", GONE)
                .query((row, number) -> new Row(
                        row.getBoolean("citizen"),
                        row.getString("name"),
                        row.getString("display_name"),
                        open(MAIL, row.getString("mail")),
                        open(PHONE, row.getString("phone")),
                        row.getString("last_visit")))
                .optional();
    }

    private @Nullable String open(String field, @Nullable String sealed) {
        return sealed == null ? null : vault.open(field, sealed);
    }

    private String[] prints(Subject subject) {
        return subject.values().stream()
                .flatMap(value -> Stream.of(
                        vault.fingerprint(MAIL, new AccountName(value).text()), vault.fingerprint(PHONE, value)))
                .toArray(String[]::new);
    }

    private int grants(UUID holder) {
        return database.sql("select count(*) from access.role_grant where holder = :holder")
                .param("holder", holder)
                .query(Integer.class)
                .single();
    }
}
