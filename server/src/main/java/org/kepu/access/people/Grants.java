package org.kepu.access.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

/** The grants on record: given, and taken back, never changed otherwise. */
@Repository
class Grants {

    private static final String COLUMNS = """
            select id, holder, role, region, body, plan, within, starts_at, ends_at, given_by, given_at, reason,
                   revoked_at, revoked_by, revoked_why
            from access.role_grant
            """;

    private final JdbcClient database;

    Grants(JdbcClient database) {
        this.database = database;
    }

    /** A grant as it stands on record. */
    record Row(
            UUID id,
            UUID holder,
            Role role,
            String place,
            RegionCode within,
            Instant starts,
            @Nullable Instant ends,
            UUID givenBy,
            Instant givenAt,
            String reason,
            @Nullable Instant revokedAt,
            @Nullable UUID revokedBy,
            @Nullable String revokedWhy) {}

    UUID insert(GrantRule.Wanted wanted, Instant starts, @Nullable Instant ends, UUID giver, Instant now) {
        var place = wanted.place();
        return database.sql("""
                insert into access.role_grant
                    (holder, role, region, body, plan, within, starts_at, ends_at, given_by, given_at, reason)
                values (:holder, :role, :region, :body::uuid, :plan::uuid, :within, :starts, :ends, :giver, :now, :reason)
                returning id
                """)
                .param("holder", wanted.holder())
                .param("role", wanted.role().name())
                .param("region", place.kind() == Place.Kind.REGION ? place.id() : null)
                .param("body", place.kind() == Place.Kind.BODY ? place.id() : null)
                .param("plan", place.kind() == Place.Kind.PLAN ? place.id() : null)
                .param("within", place.within().value())
                .param("starts", at(starts))
                .param("ends", at(ends))
                .param("giver", giver)
                .param("now", at(now))
                .param("reason", wanted.reason())
                .query(UUID.class)
                .single();
    }

    /** Ends a grant that nobody has taken back and that is not over; no if it is. */
    boolean takeBack(UUID grant, UUID by, String why, Instant now) {
        return database.sql("""
                update access.role_grant set revoked_at = :now, revoked_by = :by, revoked_why = :why
                where id = :grant and revoked_at is null and (ends_at is null or ends_at > :now)
                """)
                        .param("grant", grant)
                        .param("by", by)
                        .param("why", why)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /** A grant whose place lies within the scope. */
    Optional<Row> find(UUID grant, Scope scope) {
        return database.sql(COLUMNS + """
                where id = :grant and within in (select region.reach(:scopeRegions, :scopeDay))
                """)
                .param("grant", grant)
                .params(scope.parameters())
                .query(Grants::row)
                .optional();
    }

    /** All that an account holds, held and will hold in the scope's divisions, the latest first. */
    List<Row> of(UUID holder, Scope scope) {
        return database.sql(COLUMNS + """
                where holder = :holder and within in (select region.reach(:scopeRegions, :scopeDay))
                order by starts_at desc, id desc
                """)
                .param("holder", holder)
                .params(scope.parameters())
                .query(Grants::row)
                .list();
    }

    /** What an account holds at some moment between two, wherever it is. */
    List<GrantRule.Other> meanwhile(UUID holder, Instant starts, @Nullable Instant ends) {
        return database.sql("""
                select role, region, body, plan from access.role_grant
                where holder = :holder and revoked_at is null
                  and tstzrange(starts_at, ends_at) && tstzrange(:starts, :ends)
                """)
                .param("holder", holder)
                .param("starts", at(starts))
                .param("ends", at(ends))
                .query((row, number) -> new GrantRule.Other(Role.valueOf(row.getString("role")), place(row)))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("holder", UUID.class),
                Role.valueOf(row.getString("role")),
                place(row),
                new RegionCode(row.getString("within")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                instant(row, "ends_at"),
                row.getObject("given_by", UUID.class),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                instant(row, "revoked_at"),
                row.getObject("revoked_by", UUID.class),
                row.getString("revoked_why"));
    }

    /** The key of the place, as {@link Place#key} has it. */
    static String place(ResultSet row) throws SQLException {
        if (row.getString("region") != null) {
            return Place.key(Place.Kind.REGION, row.getString("region"));
        }
        return row.getString("body") != null
                ? Place.key(Place.Kind.BODY, row.getString("body"))
                : Place.key(Place.Kind.PLAN, row.getString("plan"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
