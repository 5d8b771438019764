package org.kepu.access.people;

import static org.kepu.access.people.Grants.at;
import static org.kepu.access.people.Grants.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.InReach;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.shared.Actor;
import org.kepu.shared.RegionCode;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts of those who work here, and of services. */
@Repository
class People {

    private static final Duration SOON = Duration.ofDays(30);

    private static final String STATE = """
            case when account.closed_at is not null then 'CLOSED'
                 when invitation.id is null or invitation.accepted_at is not null then 'OPEN'
                 when invitation.expires_at > :now then 'INVITED'
                 else 'LAPSED' end
            """;

    private final JdbcClient database;
    private final Clock clock;

    People(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An account as its page shows it. */
    record Account(
            UUID id,
            String name,
            String displayName,
            Actor.Kind kind,
            @Nullable RegionCode region,
            @Nullable UUID body,
            AccountState state,
            @Nullable Instant closedAt,
            @Nullable String closedWhy,
            @Nullable UUID invitation) {

        boolean closed() {
            return closedAt != null;
        }

        /** Whether the invitation was taken up, if there was one. */
        boolean joined() {
            return state != AccountState.INVITED && state != AccountState.LAPSED;
        }

        @Override
        public String toString() {
            return "Account[" + id + "]";
        }
    }

    record Found(List<Listed> people, long total) {}

    record Listed(
            Account account, List<Role> roles, @Nullable Instant nextEnd) {}

    private record Counted(Listed listed, long total) {}

    /** An account within the scope. */
    Optional<Account> find(Scope scope, UUID account) {
        return one(scope, account, "");
    }

    /** The same, held so that of those who give to it at once one comes after the other. */
    Optional<Account> lock(Scope scope, UUID account) {
        return one(scope, account, "for no key update of account");
    }

    /** Lets those who change something of an account at once go one by one. */
    void hold(UUID account) {
        database.sql("select id from access.account where id = :id for no key update")
                .param("id", account)
                .query(UUID.class)
                .optional();
    }

    private Optional<Account> one(Scope scope, UUID account, String lock) {
        return database.sql("select account.*, invitation.id as invitation, " + STATE + """
                 as state
                from access.account left join access.invitation on invitation.account = account.id
                where account.id = :id and account.kind <> 'CITIZEN' and
                """ + InReach.ACCOUNT + lock)
                .param("id", account)
                .param("now", at(clock.instant()))
                .params(scope.parameters())
                .query((row, number) -> account(row))
                .optional();
    }

    /** An account that is kept within the scope: to hold a role there is not enough. */
    Optional<Account> kept(Scope scope, UUID account) {
        return lock(scope, account).filter(one -> keeps(scope, one));
    }

    /** Whether an account is kept within the scope. */
    boolean keeps(Scope scope, Account account) {
        return account.region() == null
                ? scope.regions().stream().anyMatch(root -> root.level() == RegionLevel.AUTONOMOUS_REGION)
                : reaches(scope, account.region());
    }

    boolean close(UUID account, UUID by, String why) {
        return database.sql("""
                update access.account set closed_at = :now, closed_by = :by, closed_why = :why
                where id = :id and closed_at is null
                """)
                        .param("id", account)
                        .param("by", by)
                        .param("why", why)
                        .param("now", at(clock.instant()))
                        .update()
                == 1;
    }

    boolean open(UUID account) {
        return database.sql("""
                update access.account set closed_at = null, closed_by = null, closed_why = null
                where id = :id and closed_at is not null
                """).param("id", account).update() == 1;
    }

    boolean reaches(Scope scope, RegionCode region) {
        return database.sql("select :region in (select region.reach(:scopeRegions, :scopeDay))")
                .param("region", region.value())
                .params(scope.parameters())
                .query(Boolean.class)
                .single();
    }

    /** A page of the people within the scope who fit; of their roles those within the scope are told. */
    Found list(Scope scope, PeopleSearch search, int page, int size) {
        var rows = database.sql("select account.*, invitation.id as invitation, " + STATE + """
                 as state, coalesce(live.roles, '{}') as roles, live.next_end, count(*) over () as total
                from access.account
                left join access.invitation on invitation.account = account.id
                left join lateral (
                    select array_agg(distinct role order by role) as roles, min(ends_at) as next_end
                    from access.role_grant
                    where holder = account.id and revoked_at is null and starts_at <= :now
                      and (ends_at is null or ends_at > :now)
                      and within in (select region.reach(:scopeRegions, :scopeDay))) live on true
                where account.kind = 'STAFF' and
                """ + InReach.ACCOUNT + """
                  and (:words = '' or position(lower(:words) in lower(account.display_name)) > 0
                       or position(lower(:words) in account.name) > 0)
                  and (cast(:role as text) is null or :role = any (live.roles))
                  and (cast(:region as text) is null
                       or account.region in (select region.reach(array[:region]::text[], :scopeDay))
                       or exists (select from access.role_grant there
                                  where there.holder = account.id and there.revoked_at is null
                                    and there.starts_at <= :now and (there.ends_at is null or there.ends_at > :now)
                                    and there.within in (select region.reach(array[:region]::text[], :scopeDay))
                                    and there.within in (select region.reach(:scopeRegions, :scopeDay))))
                  and case :only
                          when 'CLOSED' then account.closed_at is not null
                          when 'ENDING' then account.closed_at is null and live.next_end <= :soon
                          when 'NONE' then account.closed_at is null and live.roles is null
                          when 'INVITED' then account.closed_at is null and invitation.id is not null
                                              and invitation.accepted_at is null
                          else account.closed_at is null end
                order by account.display_name, account.name
                limit :size offset :before
                """)
                .param("now", at(clock.instant()))
                .param("soon", at(clock.instant().plus(SOON)))
                .param("words", search.words())
                .param("role", search.role() == null ? null : search.role().name())
                .param(
                        "region",
                        search.region() == null ? null : search.region().value())
                .param("only", search.only().name())
                .param("size", size)
                .param("before", (long) (page - 1) * size)
                .params(scope.parameters())
                .query((row, number) -> new Counted(
                        new Listed(account(row), roles(row), instant(row, "next_end")), row.getLong("total")))
                .list();
        return new Found(
                rows.stream().map(Counted::listed).toList(),
                rows.isEmpty() ? 0 : rows.getFirst().total());
    }

    /** How people are called, in one query. */
    Map<UUID, String> names(Collection<UUID> accounts) {
        var names = new HashMap<UUID, String>();
        database.sql("select id, display_name from access.account where id = any (:ids)")
                .param("ids", accounts.toArray(UUID[]::new))
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("display_name"));
                });
        return names;
    }

    /** The key of the place where an account is kept, if there is one. */
    static Optional<String> home(Account account) {
        if (account.body() != null) {
            return Optional.of(Place.key(Place.Kind.BODY, account.body().toString()));
        }
        return Optional.ofNullable(account.region()).map(code -> Place.key(Place.Kind.REGION, code.value()));
    }

    private static List<Role> roles(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("roles").getArray())
                .map(Role::valueOf)
                .sorted()
                .toList();
    }

    private static Account account(ResultSet row) throws SQLException {
        var region = row.getString("region");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("display_name"),
                Actor.Kind.valueOf(row.getString("kind")),
                region == null ? null : new RegionCode(region),
                row.getObject("body", UUID.class),
                AccountState.valueOf(row.getString("state")),
                instant(row, "closed_at"),
                row.getString("closed_why"),
                row.getObject("invitation", UUID.class));
    }
}
