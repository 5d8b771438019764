package org.kepu.access.token;

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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens on record. */
@Repository
class Tokens {

    private static final String ROWS = """
            select token.id, token.account, account.name, token.made_at, token.expires_at, token.last_used_at,
                   case when token.revoked_at is not null then 'REVOKED'
                        when token.expires_at <= :now then 'EXPIRED'
                        else 'HOLDS' end as state
            from access.token join access.account on account.id = token.account
            """;

    private final JdbcClient database;
    private final Clock clock;

    Tokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Whose token it is. */
    record Proof(UUID token, UUID account, String name) {}

    /** Says no if there is one of this name. */
    boolean insert(BearerToken token, UUID account, UUID by, Instant expires) {
        return database.sql("""
                insert into access.token (id, account, secret_hash, made_by, made_at, expires_at)
                values (:id, :account, :hash, :by, :now, :expires)
                on conflict (id) do nothing
                """)
                        .param("id", token.id())
                        .param("account", account)
                        .param("hash", token.secret().digest())
                        .param("by", by)
                        .param("now", now())
                        .param("expires", expires.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Who comes with this token, noted as used once a minute at most; nobody if it is unknown, over, revoked, or its account closed. */
    Optional<Proof> proven(BearerToken token) {
        return database.sql("""
                with proven as (
                    select token.id, account.id as account, account.display_name
                    from access.token join access.account on account.id = token.account
                    where token.id = :id and secret_hash = :hash and revoked_at is null and expires_at > :now
                      and account.closed_at is null
                ), used as (
                    update access.token set last_used_at = :now from proven
                    where token.id = proven.id and (last_used_at is null or last_used_at <= :before)
                )
                select * from proven
                """)
                .param("id", token.id())
                .param("hash", token.secret().digest())
                .param("now", now())
                .param("before", clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Proof(
                        row.getObject("id", UUID.class),
                        row.getObject("account", UUID.class),
                        row.getString("display_name")))
                .optional();
    }

    boolean revoke(UUID token, UUID by) {
        return database.sql("""
                update access.token set revoked_at = :now, revoked_by = :by where id = :id and revoked_at is null
                """)
                        .param("id", token)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** The tokens of an account, or of all; the latest first. */
    List<TokenView> of(@Nullable UUID account) {
        return database.sql(ROWS + """
                where cast(:account as uuid) is null or token.account = :account
                order by token.made_at desc, token.id
                """)
                .param("account", account)
                .param("now", now())
                .query(Tokens::view)
                .list();
    }

    Optional<TokenView> find(UUID token) {
        return database.sql(ROWS + "where token.id = :id")
                .param("id", token)
                .param("now", now())
                .query(Tokens::view)
                .optional();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static TokenView view(ResultSet row, int number) throws SQLException {
        var lastUsed = row.getObject("last_used_at", OffsetDateTime.class);
        return new TokenView(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                lastUsed == null ? null : lastUsed.toInstant(),
                TokenView.State.valueOf(row.getString("state")));
    }
}
