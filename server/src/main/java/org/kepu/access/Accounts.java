package org.kepu.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts of the staff. */
@Repository
class Accounts implements AccountMails {

    static final String MAIL = "access.account.mail";

    private static final String OPEN = """
            select id, name, display_name, password_hash, created_at from access.account
            where kind = 'STAFF' and closed_at is null and\s""";

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Vault vault;
    private final Clock clock;

    Accounts(JdbcClient database, PasswordEncoder passwords, Vault vault, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.vault = vault;
        this.clock = clock;
    }

    /** The account that somebody means who types this name. */
    Optional<Account> find(String typed) {
        var name = new AccountName(typed);
        return name.plain()
                ? database.sql(OPEN + "name = :name")
                        .param("name", name.text())
                        .query(Accounts::account)
                        .optional()
                : Optional.empty();
    }

    Optional<Account> find(UUID id) {
        return database.sql(OPEN + "id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** The accounts with this mail address. */
    List<Account> withMail(String mail) {
        return database.sql(OPEN + "mail_fingerprint = :mail order by id")
                .param("mail", vault.fingerprint(MAIL, plain(mail)))
                .query(Accounts::account)
                .list();
    }

    @Override
    public Optional<String> mail(UUID account) {
        return database.sql("select mail from access.account where id = :id and mail is not null")
                .param("id", account)
                .query(String.class)
                .optional()
                .map(text -> vault.open(MAIL, text));
    }

    @Override
    public void keep(UUID account, String mail) {
        keepMail(account, mail);
    }

    /** Keeps an account's mail address, or forgets it. */
    void keepMail(UUID account, @Nullable String mail) {
        database.sql("update access.account set mail = :mail, mail_fingerprint = :fingerprint where id = :id")
                .param("mail", mail == null ? null : vault.seal(MAIL, mail.strip()))
                .param("fingerprint", mail == null ? null : vault.fingerprint(MAIL, plain(mail)))
                .param("id", account)
                .update();
    }

    /** Opens an account unless the name is taken; of several that ask at once, one succeeds. */
    Optional<UUID> open(String name, String displayName, String password) {
        return database.sql("""
                insert into access.account (name, display_name, password_hash, must_change, created_at)
                values (:name, :displayName, :hash, true, :now)
                on conflict on constraint account_name_unique do nothing
                returning id""")
                .param("name", new AccountName(name).text())
                .param("displayName", displayName)
                .param("hash", passwords.encode(password))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    boolean none() {
        return database.sql("select not exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /** Gives an account a password that its owner is asked to replace. */
    boolean givePassword(String name, String password) {
        return database.sql("""
                update access.account set password_hash = :hash, must_change = true where name = :name""")
                        .param("name", new AccountName(name).text())
                        .param("hash", passwords.encode(password))
                        .update()
                == 1;
    }

    /** Puts one hash in the place of another, unless that was replaced meanwhile. */
    boolean replacePassword(Account account, String fresh) {
        return database.sql("""
                update access.account set password_hash = :fresh, must_change = false
                where id = :id and password_hash = :current""")
                        .param("fresh", passwords.encode(fresh))
                        .param("id", account.id())
                        .param("current", account.passwordHash())
                        .update()
                == 1;
    }

    /** The same password, kept in the way that is set now. */
    void rehash(Account account, String password) {
        database.sql("""
                update access.account set password_hash = :fresh where id = :id and password_hash = :current""")
                .param("fresh", passwords.encode(password))
                .param("id", account.id())
                .param("current", account.passwordHash())
                .update();
    }

    boolean mustChange(UUID account) {
        return database.sql("select must_change from access.account where id = :id")
                .param("id", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static String plain(String mail) {
        return new AccountName(mail).text();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getString("password_hash"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
