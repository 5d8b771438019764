package org.kepu.access.people;

import static org.kepu.access.people.Grants.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kepu.access.Deputyships;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who acts in whose place, as it stands on record. */
@Repository
class DeputyEntries implements Deputyships {

    private static final String ENTRY = """
            select entry.id, entry.represented, own.display_name as represented_name, entry.deputy,
                   other.display_name as deputy_name, entry.starts_at, entry.ends_at, entry.reason,
                   entry.starts_at <= :now as now
            from access.deputy entry
            join access.account own on own.id = entry.represented
            join access.account other on other.id = entry.deputy
            where true
            """;

    private static final String LIVE = """
            and entry.ended_at is null and entry.ends_at > :now and own.closed_at is null and other.closed_at is null
            """;

    private final JdbcClient database;
    private final Clock clock;

    DeputyEntries(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Optional<Represented> holding(String entry, UUID deputy) {
        return database.sql("""
                select represented, display_name
                from access.deputy join access.account on account.id = represented
                where deputy.id = :entry::uuid and deputy = :deputy and ended_at is null
                  and starts_at <= :now and ends_at > :now and account.closed_at is null
                  and exists (select from access.role_grant
                              where holder = represented and revoked_at is null
                                and role_grant.starts_at <= :now and (role_grant.ends_at is null or role_grant.ends_at > :now))
                  and not exists (select from access.role_grant
                                  where holder in (represented, deputy) and hand <> '' and revoked_at is null
                                    and role_grant.starts_at <= :now
                                    and (role_grant.ends_at is null or role_grant.ends_at > :now))
                """)
                .param("entry", entry)
                .param("deputy", deputy)
                .param("now", at(clock.instant()))
                .query((row, number) ->
                        new Represented(row.getObject("represented", UUID.class), row.getString("display_name")))
                .optional();
    }

    /** The account of somebody who works here, by its name. */
    Optional<UUID> named(String account) {
        return database.sql("""
                select id from access.account where name = :name and kind = 'STAFF' and closed_at is null
                """).param("name", account).query(UUID.class).optional();
    }

    boolean isAHand(UUID account, Instant starts, Instant ends) {
        return database.sql("""
                select exists (select from access.role_grant
                               where holder = :account and hand <> '' and revoked_at is null
                                 and tstzrange(starts_at, ends_at) && tstzrange(:starts, :ends))
                """)
                .param("account", account)
                .param("starts", at(starts))
                .param("ends", at(ends))
                .query(Boolean.class)
                .single();
    }

    boolean named(UUID represented, UUID deputy, Instant starts, Instant ends) {
        return database.sql("""
                select exists (select from access.deputy
                               where represented = :represented and deputy = :deputy and ended_at is null
                                 and tstzrange(starts_at, ends_at) && tstzrange(:starts, :ends))
                """)
                .param("represented", represented)
                .param("deputy", deputy)
                .param("starts", at(starts))
                .param("ends", at(ends))
                .query(Boolean.class)
                .single();
    }

    UUID insert(UUID represented, UUID deputy, Instant starts, Instant ends, UUID by, String reason) {
        return database.sql("""
                insert into access.deputy (represented, deputy, starts_at, ends_at, named_by, named_at, reason)
                values (:represented, :deputy, :starts, :ends, :by, :now, :reason)
                returning id
                """)
                .param("represented", represented)
                .param("deputy", deputy)
                .param("starts", at(starts))
                .param("ends", at(ends))
                .param("by", by)
                .param("now", at(clock.instant()))
                .param("reason", reason)
                .query(UUID.class)
                .single();
    }

    boolean end(UUID entry, UUID by) {
        return database.sql("""
                update access.deputy set ended_at = :now, ended_by = :by
                where id = :id and ended_at is null and ends_at > :now
                """)
                        .param("id", entry)
                        .param("by", by)
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    Optional<DeputyView> find(UUID entry) {
        return database.sql(ENTRY + "and entry.id = :id")
                .param("id", entry)
                .param("now", at(clock.instant()))
                .query(DeputyEntries::view)
                .optional();
    }

    /** Those that hold or will hold and in which the actor of the scope is one of the two. */
    List<DeputyView> own(Scope scope) {
        return database.sql(ENTRY + LIVE
                        + "and :self in (entry.represented, entry.deputy) order by entry.starts_at, entry.id")
                .param("self", scope.actor().account())
                .param("now", at(clock.instant()))
                .query(DeputyEntries::view)
                .list();
    }

    /** Those that hold or will hold and in which the account is represented. */
    List<DeputyView> of(UUID represented) {
        return database.sql(ENTRY + LIVE + "and entry.represented = :represented order by entry.starts_at, entry.id")
                .param("represented", represented)
                .param("now", at(clock.instant()))
                .query(DeputyEntries::view)
                .list();
    }

    private static DeputyView view(ResultSet row, int number) throws SQLException {
        return new DeputyView(
                row.getObject("id", UUID.class),
                row.getObject("represented", UUID.class),
                row.getString("represented_name"),
                row.getObject("deputy", UUID.class),
                row.getString("deputy_name"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                row.getBoolean("now"));
    }
}
