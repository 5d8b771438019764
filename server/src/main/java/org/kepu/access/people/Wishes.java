package org.kepu.access.people;

import static org.kepu.access.people.Grants.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.shared.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Roles that whoever invited thinks fit. They give nothing until a security administrator has given them. */
@Repository
class Wishes {

    private final JdbcClient database;

    Wishes(JdbcClient database) {
        this.database = database;
    }

    record Row(UUID id, UUID holder, String displayName, Role role, String place, String reason, UUID by) {

        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    void insert(UUID holder, Role role, Place place, String reason, UUID by, Instant now) {
        database.sql("""
                insert into access.wish (holder, role, region, body, within, reason, wished_by, wished_at)
                values (:holder, :role, :region, :body::uuid, :within, :reason, :by, :now)
                """)
                .param("holder", holder)
                .param("role", role.name())
                .param("region", place.kind() == Place.Kind.REGION ? place.id() : null)
                .param("body", place.kind() == Place.Kind.BODY ? place.id() : null)
                .param("within", place.within().value())
                .param("reason", reason)
                .param("by", by)
                .param("now", at(now))
                .update();
    }

    /** Those within the scope that nobody has decided on, the oldest first; of one account, or of all. */
    List<Row> open(Scope scope, @Nullable UUID holder, int most) {
        return database.sql("""
                select wish.*, account.display_name
                from access.wish join access.account on account.id = wish.holder
                where granted is null and declined_at is null and account.closed_at is null
                  and (cast(:holder as uuid) is null or holder = :holder)
                  and within in (select region.reach(:scopeRegions, :scopeDay))
                order by wished_at, wish.id limit :most
                """)
                .params(scope.parameters())
                .param("holder", holder)
                .param("most", most)
                .query(Wishes::row)
                .list();
    }

    /** The wish has been fulfilled by this grant, in whichever words. */
    void granted(UUID wish, UUID holder, UUID grant) {
        database.sql("""
                update access.wish set granted = :grant
                where id = :id and holder = :holder and granted is null and declined_at is null
                """)
                .param("id", wish)
                .param("holder", holder)
                .param("grant", grant)
                .update();
    }

    /** The role was given where it was wished for, or above: nothing is left to decide on. */
    void settledBy(UUID grant, LocalDate day) {
        database.sql("""
                update access.wish set granted = given.id
                from access.role_grant given
                where given.id = :grant and wish.holder = given.holder and wish.role = given.role
                  and wish.granted is null and wish.declined_at is null
                  and (wish.body = given.body or wish.plan = given.plan
                       or wish.within in (select region.reach(array[given.region], :day)))
                """).param("grant", grant).param("day", day).update();
    }

    boolean decline(UUID wish, UUID holder, UUID by, Scope scope, Instant now) {
        return database.sql("""
                update access.wish set declined_at = :now, declined_by = :by
                where id = :id and holder = :holder and granted is null and declined_at is null
                  and within in (select region.reach(:scopeRegions, :scopeDay))
                """)
                        .param("id", wish)
                        .param("holder", holder)
                        .param("by", by)
                        .param("now", at(now))
                        .params(scope.parameters())
                        .update()
                == 1;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getObject("holder", UUID.class),
                row.getString("display_name"),
                Role.valueOf(row.getString("role")),
                Grants.place(row),
                row.getString("reason"),
                row.getObject("wished_by", UUID.class));
    }
}
