package org.kepu.access.people;

import static org.kepu.access.people.Grants.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Place;
import org.kepu.access.Secret;
import org.kepu.notice.Message.Channel;
import org.kepu.shared.Scope;
import org.kepu.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invitations on record, one for each account that was opened by one. */
@Repository
class Invitations {

    /** How long a link holds. */
    static final Duration LASTS = Duration.ofDays(7);

    static final String CONTACT = "access.invitation.contact";

    private static final String KEPT_HERE = """
            (account.region in (select region.reach(:scopeRegions, :scopeDay))
             or account.region is null and exists (select from unnest(:scopeRegions) as root where root like '__0000'))
            """;

    private final JdbcClient database;
    private final Vault vault;

    Invitations(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    record Row(
            UUID id,
            UUID account,
            String name,
            String displayName,
            @Nullable String home,
            @Nullable Contact contact,
            UUID invitedBy,
            Instant invitedAt,
            Instant expires,
            InvitationState state) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /** Opens an account that nobody can sign in with yet; empty if the name is taken. */
    Optional<UUID> openAccount(Newcomer newcomer, String hashOfNothing, Instant now) {
        return database.sql("""
                insert into access.account (name, display_name, password_hash, created_at, region, body)
                values (:name, :displayName, :hash, :now, :region, :body::uuid)
                on conflict on constraint account_name_unique do nothing
                returning id
                """)
                .param("name", newcomer.name())
                .param("displayName", newcomer.displayName())
                .param("hash", hashOfNothing)
                .param("now", at(now))
                .param("region", newcomer.home().within().value())
                .param(
                        "body",
                        newcomer.home().kind() == Place.Kind.BODY
                                ? newcomer.home().id()
                                : null)
                .query(UUID.class)
                .optional();
    }

    void insert(UUID account, @Nullable Contact contact, Secret secret, UUID by, Instant now) {
        database.sql("""
                insert into access.invitation (account, channel, contact, token_hash, invited_by, invited_at, expires_at)
                values (:account, :channel, :contact, :hash, :by, :now, :expires)
                """)
                .param("account", account)
                .param("channel", contact == null ? null : contact.channel().name())
                .param("contact", contact == null ? null : vault.seal(CONTACT, contact.to()))
                .param("hash", secret.digest())
                .param("by", by)
                .param("now", at(now))
                .param("expires", at(now.plus(LASTS)))
                .update();
    }

    /** A new link in place of the old one, unless the invitation was taken up. */
    boolean renew(UUID invitation, Secret secret, UUID by, Instant now) {
        return database.sql("""
                update access.invitation
                set token_hash = :hash, invited_by = :by, invited_at = :now, expires_at = :expires,
                    withdrawn_at = null, withdrawn_by = null
                where id = :id and accepted_at is null
                """)
                        .param("id", invitation)
                        .param("hash", secret.digest())
                        .param("by", by)
                        .param("now", at(now))
                        .param("expires", at(now.plus(LASTS)))
                        .update()
                == 1;
    }

    boolean withdraw(UUID invitation, UUID by, Instant now) {
        return database.sql("""
                update access.invitation set withdrawn_at = :now, withdrawn_by = :by
                where id = :id and accepted_at is null and withdrawn_at is null
                """)
                        .param("id", invitation)
                        .param("by", by)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** The account that whoever holds this link may take up now. */
    Optional<Row> held(Secret secret, Instant now) {
        return database.sql(rows() + """
                where token_hash = :hash and accepted_at is null and withdrawn_at is null and expires_at > :now
                  and account.closed_at is null
                """)
                .param("hash", secret.digest())
                .param("now", at(now))
                .query(this::row)
                .optional();
    }

    /** Uses the link up; of two that do so at once, one succeeds. */
    boolean accept(Secret secret, Instant now) {
        return database.sql("""
                update access.invitation set accepted_at = :now
                where token_hash = :hash and accepted_at is null and withdrawn_at is null and expires_at > :now
                """)
                        .param("hash", secret.digest())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void password(UUID account, String hash) {
        database.sql("update access.account set password_hash = :hash, must_change = false where id = :id")
                .param("id", account)
                .param("hash", hash)
                .update();
    }

    Optional<Row> find(Scope scope, UUID invitation, Instant now) {
        return database.sql(rows() + "where invitation.id = :id and " + KEPT_HERE)
                .param("id", invitation)
                .param("now", at(now))
                .params(scope.parameters())
                .query(this::row)
                .optional();
    }

    /** Those of accounts that are kept within the scope, open ones first, then the latest. */
    List<Row> list(Scope scope, Instant now, int most) {
        return database.sql(rows() + "where " + KEPT_HERE + """
                order by accepted_at is null and withdrawn_at is null desc, invited_at desc, invitation.id limit :most
                """)
                .param("now", at(now))
                .param("most", most)
                .params(scope.parameters())
                .query(this::row)
                .list();
    }

    private static String rows() {
        return """
                select invitation.*, account.name, account.display_name, account.region, account.body,
                       case when accepted_at is not null then 'ACCEPTED'
                            when withdrawn_at is not null then 'WITHDRAWN'
                            when expires_at <= :now then 'LAPSED'
                            else 'OPEN' end as state
                from access.invitation join access.account on account.id = invitation.account
                """;
    }

    private Row row(ResultSet row, int number) throws SQLException {
        var channel = row.getString("channel");
        var body = row.getString("body");
        var region = row.getString("region");
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                body != null
                        ? Place.key(Place.Kind.BODY, body)
                        : region == null ? null : Place.key(Place.Kind.REGION, region),
                channel == null
                        ? null
                        : new Contact(Channel.valueOf(channel), vault.open(CONTACT, row.getString("contact"))),
                row.getObject("invited_by", UUID.class),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                InvitationState.valueOf(row.getString("state")));
    }
}
