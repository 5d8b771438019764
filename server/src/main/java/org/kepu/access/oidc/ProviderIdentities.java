package org.kepu.access.oidc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.session.SessionHolder;
import org.kepu.audit.Act;
import org.kepu.audit.Trail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Identities of other providers, each bound to an account by its owner, and by nobody and nothing else. */
@Service
public class ProviderIdentities {

    private final JdbcClient database;
    private final Trail trail;
    private final Clock clock;

    ProviderIdentities(JdbcClient database, Trail trail, Clock clock) {
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /** An identity of an account. */
    public record Bound(
            String issuer, Instant bound, @Nullable Instant used) {}

    /** The account that signs in by this identity, noted as used. */
    public Optional<UUID> account(ProviderIdentity identity) {
        return database.sql("""
                update access.provider_identity set used_at = :now
                where issuer = :issuer and subject = :subject returning account""")
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    public List<Bound> of(UUID account) {
        return database.sql("select * from access.provider_identity where account = :account order by issuer")
                .param("account", account)
                .query(ProviderIdentities::bound)
                .list();
    }

    /** Binds an identity, unless it or its provider is bound already; whether it was bound. */
    @Transactional
    public boolean bind(SessionHolder owner, ProviderIdentity identity) {
        var account = owner.actor().account();
        var bound = database.sql("""
                insert into access.provider_identity (issuer, subject, account, bound_at)
                values (:issuer, :subject, :account, :now)
                on conflict do nothing""")
                        .param("issuer", identity.issuer())
                        .param("subject", identity.subject())
                        .param("account", account)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
        if (bound) {
            trail.record(
                    owner.actor(),
                    Act.of("access.act.identity-bound", "account", account, identity.issuer())
                            .about(account));
        }
        return bound;
    }

    /** Frees an account from its identity with this provider; whether there was one. */
    @Transactional
    public boolean unbind(SessionHolder owner, String issuer) {
        var account = owner.actor().account();
        var gone = database.sql("delete from access.provider_identity where account = :account and issuer = :issuer")
                        .param("account", account)
                        .param("issuer", issuer)
                        .update()
                == 1;
        if (gone) {
            trail.record(
                    owner.actor(),
                    Act.of("access.act.identity-unbound", "account", account, issuer)
                            .about(account));
        }
        return gone;
    }

    private static Bound bound(ResultSet row, int number) throws SQLException {
        var used = (@Nullable OffsetDateTime) row.getObject("used_at", OffsetDateTime.class);
        return new Bound(
                row.getString("issuer"),
                row.getObject("bound_at", OffsetDateTime.class).toInstant(),
                used == null ? null : used.toInstant());
    }
}
