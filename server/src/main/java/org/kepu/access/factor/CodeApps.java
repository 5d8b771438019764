package org.kepu.access.factor;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The apps that make codes, and which of their codes were taken. */
@Repository
class CodeApps {

    private static final String SECRET = "access.code_app.secret";

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    CodeApps(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    private record Kept(UUID id, String secret) {}

    void add(UUID account, String name, CodeApp app, long step) {
        database.sql("""
                insert into access.code_app (account, name, secret, last_step, added_at)
                values (:account, :name, :secret, :step, :now)""")
                .param("account", account)
                .param("name", name)
                .param("secret", vault.seal(SECRET, app.secret()))
                .param("step", step)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes a code of one of the account's apps; the same code a second time is refused. */
    boolean takes(UUID account, String code) {
        var now = clock.instant();
        return database
                .sql("select id, secret from access.code_app where account = :account")
                .param("account", account)
                .query(Kept.class)
                .list()
                .stream()
                .anyMatch(kept -> takes(kept, code, now));
    }

    private boolean takes(Kept kept, String code, Instant now) {
        var secret = new CodeApp(vault.open(SECRET, kept.secret())).bytes();
        var step = Totp.stepOf(secret, code, now);
        return step.isPresent()
                && database.sql("""
                        update access.code_app set last_step = :step, used_at = :now
                        where id = :id and last_step < :step""")
                                .param("id", kept.id())
                                .param("step", step.getAsLong())
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }
}
