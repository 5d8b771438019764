package org.kepu.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;

/** The accounts of the desk. */
@Repository
class Accounts {

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(JdbcClient database, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The account of this name, for proving its password. */
    SignedIn named(String typed) {
        var name = new AccountName(typed);
        if (!name.plain()) {
            throw UsernameNotFoundException.fromUsername(typed);
        }
        return database.sql("""
                select id, name, display_name, password_hash from access.account
                where name = :name and kind = 'STAFF' and closed_at is null""")
                .param("name", name.text())
                .query(Accounts::signedIn)
                .optional()
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(typed));
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

    /** The owner's own change; nothing happens unless the old password is right. */
    boolean changePassword(UUID account, String old, String fresh) {
        var current = database.sql("select password_hash from access.account where id = :id")
                .param("id", account)
                .query(String.class)
                .single();
        return passwords.matches(old, current)
                && database.sql("""
                        update access.account set password_hash = :fresh, must_change = false
                        where id = :id and password_hash = :current""")
                                .param("fresh", passwords.encode(fresh))
                                .param("id", account)
                                .param("current", current)
                                .update()
                        == 1;
    }

    boolean mustChange(UUID account) {
        return database.sql("select must_change from access.account where id = :id")
                .param("id", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    private static SignedIn signedIn(ResultSet row, int number) throws SQLException {
        var actor =
                new Actor(row.getObject("id", UUID.class), Actor.Kind.STAFF, row.getString("display_name"), null, "");
        return new SignedIn(actor, row.getString("name"), row.getString("password_hash"));
    }
}
