package org.kepu.access.factor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.Session.Second;
import org.kepu.access.session.SessionHolder;
import org.kepu.access.session.Sessions;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.kepu.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second factors of accounts: added, used and removed by their owners. A change ends the owner's other sessions,
 * for whoever took over one of them must not keep it.
 */
@Service
public class Factors {

    private final JdbcClient database;
    private final CodeApps apps;
    private final RecoveryCodes recovery;
    private final Sessions sessions;
    private final Trail trail;
    private final RandomGenerator chance;
    private final Clock clock;

    Factors(
            JdbcClient database,
            CodeApps apps,
            RecoveryCodes recovery,
            Sessions sessions,
            Trail trail,
            RandomGenerator chance,
            Clock clock) {
        this.database = database;
        this.apps = apps;
        this.recovery = recovery;
        this.sessions = sessions;
        this.trail = trail;
        this.chance = chance;
        this.clock = clock;
    }

    /** All factors of an account but its recovery codes, the oldest first. */
    public List<Factor> of(UUID account) {
        return database.sql("""
                select id, 'CODE_APP' as kind, name, added_at, used_at from access.code_app where account = :account
                union all
                select id, 'PASSKEY', name, added_at, used_at from access.passkey where account = :account
                order by added_at, id""")
                .param("account", account)
                .query(Factors::factor)
                .list();
    }

    /** Whether sign-in asks this account for more than its password. */
    public boolean protect(UUID account) {
        return !of(account).isEmpty();
    }

    public int recoveryCodesLeft(UUID account) {
        return recovery.left(account);
    }

    /** A code typed at sign-in: of an app, or one of those on paper. Each is taken once. */
    @Transactional
    public Optional<Second> prove(UUID account, String typed) {
        var code = typed.replaceAll("[\\s-]", "");
        if (code.matches("\\d{6}")) {
            return apps.takes(account, code) ? Optional.of(Second.CODE) : Optional.empty();
        }
        return recovery.takes(account, code) ? Optional.of(Second.RECOVERY_CODE) : Optional.empty();
    }

    /** What a new app is to be told. */
    public CodeApp newApp() {
        var secret = new byte[Totp.SECRET_BYTES];
        chance.nextBytes(secret);
        return CodeApp.of(secret);
    }

    /** Adds an app once it shows a right code; otherwise nothing happens. */
    @Transactional
    public boolean addApp(SessionHolder owner, CodeApp app, String name, String code) {
        var step = Totp.stepOf(app.bytes(), code.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return false;
        }
        apps.add(owner.actor().account(), name, app, step.getAsLong());
        changed(owner, "access.act.factor-added", null, Factor.Kind.CODE_APP);
        return true;
    }

    /** Takes a factor of one's own away; with the last one the recovery codes go. Whether it was there. */
    @Transactional
    public boolean remove(SessionHolder owner, UUID factor) {
        var account = owner.actor().account();
        var kind = database.sql("""
                with app as (delete from access.code_app where id = :id and account = :account returning id),
                     key as (delete from access.passkey where id = :id and account = :account returning id)
                select 'CODE_APP' from app union all select 'PASSKEY' from key""")
                .param("id", factor)
                .param("account", account)
                .query(String.class)
                .optional();
        if (kind.isEmpty()) {
            return false;
        }
        if (!protect(account)) {
            recovery.forget(account);
        }
        changed(owner, "access.act.factor-removed", Factor.Kind.valueOf(kind.get()), null);
        return true;
    }

    /** Ten new recovery codes, told this once; the old ones open nothing more. */
    @Transactional
    public List<String> renewRecoveryCodes(SessionHolder owner) {
        var account = owner.actor().account();
        trail.record(
                owner.actor(),
                Act.of("access.act.recovery-codes", "account", account, "").about(account));
        return recovery.renew(account);
    }

    /**
     * Takes all factors of an account away because the telephone is lost and the recovery codes with it, and ends its
     * sessions. The owner signs in by password again and sets up new ones at once.
     */
    @Transactional
    public void forget(Actor by, UUID account, String reason) {
        database.sql("""
                with app as (delete from access.code_app where account = :account returning id),
                     key as (delete from access.passkey where account = :account returning id)
                update access.account set factor_at_once = true
                where id = :account and (exists (select from app) or exists (select from key))""").param("account", account).update();
        recovery.forget(account);
        sessions.endAll(account);
        trail.record(
                by,
                Act.of("access.act.factors-forgotten", "account", account, "")
                        .about(account)
                        .because(reason));
    }

    /** Whether the account had factors that were lost, and is given no time without one. */
    public boolean dueAtOnce(UUID account) {
        return database.sql("select factor_at_once from access.account where id = :account")
                .param("account", account)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** How the owner calls the factor is not told: it may name a person, and the trail stays. */
    void changed(SessionHolder owner, String act, Factor.@Nullable Kind before, Factor.@Nullable Kind after) {
        var account = owner.actor().account();
        sessions.endOthers(account, owner.session());
        trail.record(
                owner.actor(),
                Act.of(act, "account", account, "").about(account).changed("access.factor.kind", before, after));
    }

    private static Factor factor(ResultSet row, int number) throws SQLException {
        var used = (@Nullable OffsetDateTime) row.getObject("used_at", OffsetDateTime.class);
        return new Factor(
                row.getObject("id", UUID.class),
                Factor.Kind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
