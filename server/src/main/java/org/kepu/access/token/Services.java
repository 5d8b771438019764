package org.kepu.access.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.shared.RegionCode;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of other systems. An account is in reach where it is kept. */
@Repository
class Services {

    private static final String ROWS = """
            select account.id, account.name, account.display_name, account.region, account.closed_at is not null as closed,
                   (select count(*) from access.token
                    where token.account = account.id and revoked_at is null and expires_at > :now) as tokens,
                   (select max(last_used_at) from access.token where token.account = account.id) as last_used
            from access.account
            where account.kind = 'SERVICE'
            """;

    private static final String IN_REACH = """
            and account.region in (select region.reach(:scopeRegions, :scopeDay))
            """;

    private final JdbcClient database;
    private final Clock clock;

    Services(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<ServiceLine> list(Scope scope) {
        return database.sql(ROWS + IN_REACH + "order by account.closed_at is not null, account.name")
                .params(scope.parameters())
                .param("now", now())
                .query(Services::line)
                .list();
    }

    Optional<ServiceLine> find(Scope scope, UUID account) {
        return database.sql(ROWS + IN_REACH + "and account.id = :id")
                .param("id", account)
                .params(scope.parameters())
                .param("now", now())
                .query(Services::line)
                .optional();
    }

    Optional<ServiceLine> named(String name) {
        return database.sql(ROWS + "and account.name = :name")
                .param("name", name)
                .param("now", now())
                .query(Services::line)
                .optional();
    }

    boolean reaches(Scope scope, RegionCode region) {
        return database.sql("select :region in (select region.reach(:scopeRegions, :scopeDay))")
                .param("region", region.value())
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    /** Opens the account of a service, which signs in by tokens only; empty if the name is taken. */
    Optional<UUID> open(String name, String displayName, Place home, String hashOfNothing) {
        return database.sql("""
                insert into access.account (name, display_name, kind, password_hash, created_at, region, body)
                values (:name, :displayName, 'SERVICE', :hash, :now, :region, :body::uuid)
                on conflict on constraint account_name_unique do nothing
                returning id
                """)
                .param("name", name)
                .param("displayName", displayName)
                .param("hash", hashOfNothing)
                .param("now", now())
                .param("region", home.within().value())
                .param("body", home.kind() == Place.Kind.BODY ? home.id() : null)
                .query(UUID.class)
                .optional();
    }

    /** Gives a service a role by the program's own hand; again changes nothing. */
    void grant(UUID account, Role role, Place place, UUID program, String reason) {
        database.sql("""
                insert into access.role_grant (holder, role, region, body, plan, within, starts_at, given_by, given_at, reason)
                values (:holder, :role, :region, :body::uuid, :plan::uuid, :within, :now, :program, :now, :reason)
                on conflict on constraint role_grant_given_once do nothing
                """)
                .param("holder", account)
                .param("role", role.name())
                .param("region", idOf(place, Place.Kind.REGION))
                .param("body", idOf(place, Place.Kind.BODY))
                .param("plan", idOf(place, Place.Kind.PLAN))
                .param("within", place.within().value())
                .param("now", now())
                .param("program", program)
                .param("reason", reason)
                .update();
    }

    private static @Nullable String idOf(Place place, Place.Kind kind) {
        return place.kind() == kind ? place.id() : null;
    }

    private static ServiceLine line(ResultSet row, int number) throws SQLException {
        var lastUsed = row.getObject("last_used", OffsetDateTime.class);
        return new ServiceLine(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                row.getInt("tokens"),
                lastUsed == null ? null : lastUsed.toInstant(),
                row.getBoolean("closed"));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
